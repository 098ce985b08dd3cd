"""Appeals: asked for by the author on a page of their response, answered in the admin."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from wagtail.admin import messages

from consultations.moderation.domain import appealing
from consultations.moderation.domain.cards import cards
from consultations.moderation.domain.deciding import NotYours
from consultations.moderation.domain.redacting import public_answers
from consultations.moderation.domain.telling import why_kept_back
from consultations.moderation.enums import AppealOutcome
from consultations.moderation.forms.appeals import AppealAnswerForm, AppealForm
from consultations.moderation.models import Review
from consultations.moderation.views.desk import for_the_board
from consultations.responses.domain.sent import current_comments
from consultations.responses.views.access import for_its_author

TOO_LATE = (
    "This was not sent: you have asked before, or the time for asking has passed. Keep a copy of"
    " what you wrote, and get in touch with the contact of the consultation."
)


@for_its_author
def appeal(request, response, position):
    """An author asks somebody else to look again at one of their comments."""
    now = timezone.now()
    found = [comment for comment in current_comments(response) if comment.position == position]
    if not found:
        raise Http404
    comment = found[0]
    decision = appealing.in_force([comment]).get(comment.pk)
    form = AppealForm(request.POST if request.method == "POST" else None)
    if decision is None or (not form.is_bound and not appealing.may_appeal(decision, now=now)):
        return redirect("responses:trail", response.reference)
    status = 200
    if form.is_bound:
        status = _ask(form, comment, now)
        if status is None:
            return redirect("responses:trail", response.reference)
    return render(
        request,
        "moderation/appeal.html",
        {
            "response": response,
            "comment": comment,
            "why": why_kept_back(decision),
            "form": form,
            "days": appealing.DAYS_TO_ANSWER,
        },
        status=status,
    )


def _ask(form, comment, now):
    """None where it was asked; otherwise the status of the page, which keeps what was typed."""
    if not form.is_valid():
        return 422
    try:
        appealing.appeal(comment=comment, text=form.cleaned_data["text"], at=now)
    except appealing.NothingToAppeal:
        form.add_error(None, TOO_LATE)
        return 409
    return None


@for_the_board
def appeals(request):
    """What this person may decide; what they had a part in is on somebody else's list."""
    waiting = appealing.appeals_for(request.user).select_related(
        "review__consultation", "review__comment__response", "decision"
    )
    return render(
        request,
        "moderation/admin/appeals.html",
        {"appeals": waiting[:100], "today": timezone.localdate()},
    )


@for_the_board
def decide_appeal(request, pk):
    asked = get_object_or_404(
        appealing.appeals_for(request.user).select_related("decision", "review__consultation"),
        pk=pk,
    )
    form = AppealAnswerForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        return _decide(request, asked, form.cleaned_data)
    (card,) = cards(Review.objects.filter(pk=asked.review_id), to=request.user)
    public = public_answers([asked.review.comment_id]).get(asked.review.comment_id, [])
    return render(
        request,
        "moderation/admin/appeal.html",
        {
            "asked": asked,
            "card": card,
            "public": public,
            "form": form,
            "history": card.review.decisions.all(),
        },
        status=422 if form.errors else 200,
    )


def _decide(request, asked, decided):
    try:
        appealing.decide(appeal_id=asked.pk, by=request.user, at=timezone.now(), **decided)
    except NotYours:
        messages.error(request, "Somebody else answered this appeal while you were reading.")
        return redirect("board_appeals")
    messages.success(request, "Answered. The author is told what you wrote.")
    if decided["outcome"] == AppealOutcome.CHANGED:
        return redirect("board_read", asked.review_id)
    return redirect("board_appeals")
