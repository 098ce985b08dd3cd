"""What happened to what I said: into one's own response, and out of it."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from consultations.domain.stages import accepts_responses
from consultations.responses.domain import access
from consultations.responses.domain import trail as trails
from consultations.responses.domain.own import responses_of
from consultations.responses.domain.sent import current_comments, sent_comments
from consultations.responses.forms.tracking import FindForm, LinkForm
from consultations.responses.models import Respondent
from consultations.responses.notifications import queue_link
from consultations.responses.views.access import for_its_author, let_in, let_out
from consultations.responses.views.giving_back import gives_back

NOT_FOUND = (
    "No response has this reference and this code. Look at both again; the code is the longer one."
)


@gives_back
def find(request):
    """Reference and code, by POST: neither ever stands in an address."""
    given = request.POST if request.method == "POST" else None
    form = FindForm(given, initial={"reference": request.GET.get("reference", "")[:40]})
    if form.is_bound and form.is_valid():
        response = access.open_with_code(**form.cleaned_data)
        if response is not None:
            return let_in(response.reference)
        form.add_error(None, NOT_FOUND)
    return _find_page(request, form, status=422 if form.is_bound else 200)


@gives_back
@require_POST
def ask_for_link(request):
    """Mail a fresh link. The answer never says whether there is an address to send it to."""
    form = LinkForm(request.POST, prefix="link")
    if not form.is_valid():
        return _find_page(request, FindForm(), link_form=form, status=422)
    respondent = (
        Respondent.objects.exclude(email="")
        .filter(response__reference=form.cleaned_data["reference"])
        .select_related("response__consultation")
        .first()
    )
    if respondent is not None:
        queue_link(response=respondent.response, to=respondent.email, now=timezone.now())
    return render(
        request, "responses/link_sent.html", {"reference": form.cleaned_data["reference"]}
    )


@gives_back
def link(request, reference):
    """A mailed link. Only the button uses it up: mail programs open links before people do."""
    token = request.POST.get("token", "") or request.GET.get("token", "")
    if request.method != "POST":
        return render(request, "responses/link.html", {"reference": reference, "token": token})
    try:
        response = access.spend_link(token=token, reference=reference, at=timezone.now())
    except access.LinkSpent:
        return render(request, "responses/link_spent.html", {"reference": reference}, status=410)
    return let_in(response.reference)


@require_POST
@login_required
def open_own(request, reference):
    """From somebody's own page, without the code: their account stands for it."""
    if not responses_of(request.user).filter(reference=reference).exists():
        return redirect("responses:find")
    return let_in(reference)


@require_POST
def leave(request, reference):
    return let_out(reference)


@for_its_author
def trail(request, response):
    now = timezone.now()
    comments = current_comments(response)
    return render(
        request,
        "responses/trail.html",
        {
            "response": response,
            "consultation": response.consultation,
            "knots": trails.trail(response, comments=comments, now=now),
            "comments": sent_comments(response, comments=comments, now=now),
            "may_change": response.withdrawn_at is None
            and accepts_responses(response.consultation, received_at=now),
            "respondent": getattr(response, "respondent", None),
        },
    )


def _find_page(request, form, *, link_form=None, status=200):
    link_form = link_form or LinkForm(prefix="link")
    return render(
        request, "responses/find.html", {"form": form, "link_form": link_form}, status=status
    )
