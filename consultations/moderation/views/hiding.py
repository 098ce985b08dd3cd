"""Publish with hidden words: choose them, see the original beside what everybody will read."""

from django.shortcuts import redirect, render
from django.utils import timezone
from wagtail.admin import messages

from consultations.moderation.domain import claiming, hiding
from consultations.moderation.domain.redacting import fingerprint_of, without
from consultations.moderation.enums import ReviewStatus
from consultations.moderation.forms.hiding import HideForm
from consultations.moderation.views.deciding import REFUSALS, following, refused, seen_by
from consultations.moderation.views.desk import card_of, for_the_board


@for_the_board
def hide(request, pk):
    card = card_of(request, pk)
    if card.review.status != ReviewStatus.WAITING:
        messages.warning(request, "Somebody decided on this. Take that back first.")
        return redirect("board_read", pk)
    answers = hiding.hideable(card.review.comment_id)
    texts = {answer["id"]: answer["text"] for answer in answers}
    form = HideForm(request.POST if request.method == "POST" else None, texts=texts)
    valid = form.is_bound and form.is_valid()
    if valid and "publish" in request.POST:
        return _publish(request, pk, form.hidden)
    return render(
        request,
        "moderation/admin/hide.html",
        {
            "card": card,
            "form": form,
            "pairs": _pairs(answers, form.hidden if valid else []),
            "is_previewed": valid,
            "seen": _seen_at_first(request, card),
        },
        status=422 if form.is_bound and not valid else 200,
    )


def _publish(request, pk, hidden):
    try:
        with claiming.unchanged(pk, seen=seen_by(request)):
            is_shown = hiding.publish_with_hidden_words(
                review_id=pk, hidden=hidden, by=request.user, at=timezone.now()
            )
    except REFUSALS as error:
        return refused(request, error, [pk])
    messages.success(
        request,
        "Published with words hidden. Its author is told why."
        if is_shown
        else "Passed on to the next step of its workflow, with these words hidden.",
    )
    return following(request)


def _seen_at_first(request, card):
    """The last decision when the page was opened: looking at hidden words first keeps it."""
    seen = seen_by(request)
    return claiming.seen_of(card.review) if seen is None else seen


def _pairs(answers, hidden):
    """Each answer as it was sent beside what everybody would read."""
    for answer in answers:
        ranges = [
            (words.start, words.end, words.reason, fingerprint_of(answer["text"]))
            for words in hidden
            if words.answer_id == answer["id"]
        ]
        yield answer["label"], answer["text"], without(answer["text"], ranges)
