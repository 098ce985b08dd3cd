"""Decisions: each view calls one domain function and says what happened."""

from django.http import QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from consultations.moderation.domain import assigning, claiming, deciding
from consultations.moderation.domain.queue import visible_to
from consultations.moderation.forms.deciding import HandOverForm, HoldForm, NotResponseForm
from consultations.moderation.models import Review
from consultations.moderation.views import desk
from consultations.moderation.views.desk import MOST_PER_PAGE, for_the_board, next_for, read
from consultations.wording import moment_in_words

CHANGED = "Somebody else decided on this while you were reading. Nothing was changed by you."
SAID = {
    deciding.NotYours: "This comment is not on your desk any more.",
    deciding.AlreadyDecided: CHANGED,
    claiming.ChangedMeanwhile: CHANGED,
    deciding.SecondPersonNeeded: "You proposed this hold, so somebody else has to confirm it.",
}
REFUSALS = tuple(SAID)


@require_POST
@for_the_board
def publish(request):
    """Publish one comment, or all that were ticked."""
    ids = [int(pk) for pk in request.POST.getlist("review") if pk.isdecimal() and len(pk) < 19]
    if not ids:
        messages.warning(request, "Tick at least one comment to publish.")
        return redirect("board_desk")
    ids = ids[:MOST_PER_PAGE]
    try:
        with claiming.unchanged(ids[0], seen=seen_by(request)):
            shown = deciding.publish(review_ids=ids, by=request.user, at=timezone.now())
    except REFUSALS as error:
        return refused(request, error, ids)
    if "clean" in request.POST:
        return _next_clean_batch(request, ids)
    if not shown:
        messages.success(request, "Passed on to the next step of its workflow.")
    elif len(ids) == 1:
        messages.success(
            request, "Published. It can be read on the public page now.", buttons=[_undo(ids[0])]
        )
    else:
        messages.success(request, f"{len(ids)} comments published.")
    return following(request)


@require_POST
@for_the_board
def hold(request, pk):
    form = HoldForm(request.POST)
    if not form.is_valid():
        return read(request, pk, form=form, status=422)
    try:
        with claiming.unchanged(pk, seen=seen_by(request)):
            deciding.propose_hold(
                review_id=pk, by=request.user, at=timezone.now(), **form.cleaned_data
            )
    except REFUSALS as error:
        return refused(request, error, [pk])
    messages.success(request, "Your proposal to hold it waits for a second person.")
    return following(request)


@require_POST
@for_the_board
def answer_hold(request, pk):
    """Confirm or decline another person's proposal."""
    confirms = request.POST.get("answer") == "confirm"
    decide = deciding.confirm_hold if confirms else deciding.decline_hold
    try:
        with claiming.unchanged(pk, seen=seen_by(request)):
            decide(review_id=pk, by=request.user, at=timezone.now())
    except REFUSALS as error:
        return refused(request, error, [pk])
    messages.success(
        request,
        "Held. It is not shown, and it is still counted."
        if confirms
        else "Not held. It waits to be read again.",
    )
    return following(request)


@require_POST
@for_the_board
def not_a_response(request, pk):
    """Propose that it is no response: the one thing that leaves the count, so two people decide."""
    form = NotResponseForm(request.POST)
    if not form.is_valid():
        messages.error(request, form.errors["reason"][0])
        return redirect("board_read", pk)
    try:
        with claiming.unchanged(pk, seen=seen_by(request)):
            deciding.propose_not_a_response(
                review_id=pk, by=request.user, at=timezone.now(), **form.cleaned_data
            )
    except REFUSALS as error:
        return refused(request, error, [pk])
    messages.success(request, "Your proposal waits for a second person.")
    return following(request)


@require_POST
@for_the_board
def reopen(request, pk):
    try:
        deciding.reopen(review_id=pk, by=request.user, at=timezone.now())
    except REFUSALS as error:
        messages.error(request, SAID[type(error)])
        return redirect("board_decided")
    messages.success(request, "Taken back. It is not shown and waits to be read again.")
    return redirect("board_read", pk)


@require_POST
@for_the_board
def hand_over(request, pk):
    """Give a comment, with the rest of its response, to another member."""
    card = desk.card_of(request, pk)
    now = timezone.now()
    readers = assigning.who_may_read(card.review, now=now, besides=request.user)
    form = HandOverForm(request.POST, readers=readers)
    if not form.is_valid():
        return desk.hand_over(request, pk, status=422, error="Choose one of the members listed.")
    try:
        to = assigning.hand_over(review_id=pk, to=form.cleaned_data["to"], by=request.user, at=now)
    except assigning.MayNotRead:
        error = "Nobody else may read all of this response, so it stays with you."
        return desk.hand_over(request, pk, status=409, error=error)
    except Review.DoesNotExist:
        return refused(request, deciding.AlreadyDecided(), [pk])
    messages.success(request, f"Handed over to {to}, with the rest of the response.")
    return following(request)


def seen_by(request):
    """The last decision that the page showed, where it showed one comment."""
    text = request.POST.get("seen", "")
    return int(text) if text.isdecimal() and len(text) < 19 else None


def refused(request, error, ids):
    """Why nothing was changed; of what this person may see, also who was quicker and how."""
    sentence = SAID[type(error)]
    changed = visible_to(request.user).filter(pk__in=ids[:1]).first()
    last = claiming.last_change(changed.pk) if changed and sentence == CHANGED else None
    if last and len(ids) == 1:
        who = last.second_by or last.by
        sentence = (
            f"Changed by {who} while you were reading: {last.get_kind_display().lower()}, "
            f"{moment_in_words(last.second_at or last.at)}. Nothing was changed by you."
        )
    messages.error(request, sentence)
    return redirect("board_desk")


def _next_clean_batch(request, ids):
    """To the next twenty, without those that were left to be looked at one by one."""
    on_page = [pk for pk in request.POST.getlist("on_page") if pk.isdecimal() and len(pk) < 19]
    earlier = [pk for pk in request.POST.getlist("left") if pk.isdecimal() and len(pk) < 19]
    left = [pk for pk in on_page if int(pk) not in ids]
    said = f"{len(ids)} comment{'s' * (len(ids) != 1)} published."
    if left:
        said += f" {len(left)} left for you to read one by one."
    messages.success(request, said)
    query = QueryDict(mutable=True)
    query.setlist("left", [*earlier, *left][:MOST_PER_PAGE])
    if about := request.POST.get("consultation"):
        query["consultation"] = about
    return redirect(f"{reverse('board_clean')}?{query.urlencode()}")


def following(request):
    """To the next comment for somebody reading one by one, to the desk for everybody else."""
    if "one_by_one" in request.POST:
        upcoming = next_for(request.user, now=timezone.now())
        if upcoming is not None:
            return redirect("board_read", upcoming.pk)
    return redirect("board_desk")


def _undo(pk):
    return messages.button(reverse("board_read", args=[pk]), "Look again")
