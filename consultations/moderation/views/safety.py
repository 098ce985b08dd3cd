"""Comments that are not to be shown, in which somebody may be at risk."""

from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from consultations.moderation.domain import safety
from consultations.moderation.domain.cards import cards
from consultations.moderation.forms.deciding import SafetyForm
from consultations.moderation.models import Review
from consultations.moderation.views.desk import PER_PAGE, for_the_board
from consultations.responses.domain.files import evidence_by_response
from consultations.responses.models import Response


@never_cache
@for_the_board
def readings(request, bound=None, status=200):
    """What waits for this person; `bound` is a reading's id and the form that has to be mended."""
    now = timezone.now()
    waiting = safety.safety_readings_for(request.user, now=now)
    page = Paginator(waiting, PER_PAGE).get_page(request.GET.get("page"))
    reviews = Review.objects.filter(pk__in=[reading.review_id for reading in page])
    found = {card.pk: card for card in cards(reviews, to=request.user, now=now)}
    sent = [card.review.comment.response_id for card in found.values()]
    files = evidence_by_response(Response.objects.filter(pk__in=sent))
    shown = [
        (reading, card, _form(reading, bound), files.get(card.review.comment.response_id, []))
        for reading in page
        for card in [found[reading.review_id]]
    ]
    return render(
        request,
        "moderation/admin/safety.html",
        {"readings": shown, "page": page, "now": now, "has_errors": bound is not None},
        status=status,
    )


def _form(reading, bound):
    if bound and bound[0] == reading.pk:
        return bound[1]
    return SafetyForm(prefix=str(reading.pk))


@require_POST
@for_the_board
def close(request, pk):
    form = SafetyForm(request.POST, prefix=str(pk))
    if not form.is_valid():
        return readings(request, bound=(pk, form), status=422)
    try:
        safety.close_safety_reading(
            reading_id=pk, by=request.user, at=timezone.now(), **form.cleaned_data
        )
    except safety.NotToBeRead:
        messages.error(request, "This is not yours to read, or somebody else has dealt with it.")
    else:
        messages.success(request, "Noted. The comment stays counted, and is never shown.")
    return redirect("board_safety")
