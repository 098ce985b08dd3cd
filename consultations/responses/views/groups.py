"""What a group says about itself, on its way from "about you" to the check."""

from django.shortcuts import redirect, render

from consultations.responses.domain.baskets import open_basket
from consultations.responses.domain.groups import earlier_responses, keep_about_group
from consultations.responses.enums import Capacity
from consultations.responses.forms.groups import AboutGroupForm
from consultations.responses.views.cookies import basket_key
from consultations.responses.views.giving_back import gives_back
from consultations.views import visible_consultation


@gives_back
def about_group(request, slug):
    consultation = visible_consultation(request, slug)
    basket = open_basket(key=basket_key(request), consultation=consultation)
    if basket is None or basket.capacity != Capacity.GROUP:
        return redirect("respond:about_you", slug)
    known = {**basket.about_group}
    known["is_approved"] = "yes" if known.get("is_approved") else ""
    form = AboutGroupForm(request.POST if request.method == "POST" else None, initial=known)
    if form.is_bound and form.is_valid():
        keep_about_group(basket=basket, **form.about)
        return redirect("respond:check", slug)
    earlier = earlier_responses(
        consultation=consultation,
        name=basket.organisation_name,
        org_id=basket.about_group.get("org_id", ""),
    )
    return render(
        request,
        "responses/about_group.html",
        {
            "consultation": consultation,
            "name": basket.organisation_name,
            "form": form,
            "earlier": list(earlier),
        },
        status=422 if form.errors else 200,
    )
