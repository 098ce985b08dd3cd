"""The quick way: every section's stance on one page, and one comment on all of it."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from consultations.responses.domain.baskets import (
    AlreadySent,
    keep_comments,
    note_signs,
    open_basket,
    was_sent,
)
from consultations.responses.domain.deadlines import may_go_on
from consultations.responses.domain.quick import has_quick_way, quick_asks
from consultations.responses.domain.references import new_key
from consultations.responses.domain.ways import draft_to_answer
from consultations.responses.forms.quick import QuickForm
from consultations.responses.views import opening
from consultations.responses.views.cookies import basket_key, set_basket_key
from consultations.responses.views.giving_back import (
    gives_back,
    gives_nothing_back,
    received_at,
    words_typed,
)
from consultations.responses.views.onward import go_on
from consultations.views import visible_consultation

NAME = "quick"


@gives_back
def quick(request, slug):
    moment = received_at(request)
    consultation = visible_consultation(request, slug)
    key = basket_key(request)
    basket = open_basket(key=key, consultation=consultation)
    page, asks, form = _asked(request, consultation, basket)
    if not may_go_on(consultation, basket, received_at=moment):
        context = {"consultation": consultation, "words": words_typed(request)}
        status = 409 if form.is_bound else 200
        return render(request, "responses/closed.html", context, status=status)
    if not has_quick_way(asks):
        return redirect("respond:start", slug)
    if form.is_bound and form.is_valid():
        return go_on(request, consultation, *_keep(request, consultation, form, moment))
    versions = {ask.place.key: ask.question.version_id for ask in asks}
    answer = render(
        request,
        "responses/quick.html",
        {
            "consultation": consultation,
            "basket": basket,
            "form": form,
            "opened": opening.write(versions, NAME, at=page.at if page else moment),
        },
        status=422 if form.errors else 200,
    )
    if not key or (basket is None and was_sent(key)):
        set_basket_key(answer, key=new_key(), consultation=consultation)
    return answer


@gives_nothing_back
@require_POST
def keep(request, slug):
    """Keeps what stands on the page by now; see `commenting.keep`."""
    moment = received_at(request)
    consultation = visible_consultation(request, slug)
    key = basket_key(request)
    basket = open_basket(key=key, consultation=consultation)
    page, _, form = _asked(request, consultation, basket)
    if not (key and page and may_go_on(consultation, basket, received_at=moment)):
        return HttpResponse(status=409)
    form.is_valid()
    if form.said:
        try:
            keep_comments(key=key, consultation=consultation, said=form.said, now=moment)
        except AlreadySent:
            return HttpResponse(status=409)
    return HttpResponse(status=204)


def _asked(request, consultation, basket):
    page = opening.read(request, NAME)
    asks = quick_asks(
        consultation=consultation,
        draft=draft_to_answer(consultation),
        basket=basket,
        versions=page.version if page else None,
    )
    kept = dict(basket.comments.values_list("place", "answers")) if basket else {}
    data = request.POST if request.method == "POST" else None
    return page, asks, QuickForm(data, asks=asks, kept=kept)


def _keep(request, consultation, form, moment):
    key = basket_key(request) or new_key()
    said = {"consultation": consultation, "said": form.said, "now": moment}
    with transaction.atomic():
        try:
            basket = keep_comments(key=key, **said)
        except AlreadySent:
            key = new_key()
            basket = keep_comments(key=key, **said)
        note_signs(basket=basket, signs=opening.signs(request, NAME, at=timezone.now()))
    return basket, key
