"""Decisions: each view calls one domain function and says what happened."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from consultations.moderation.domain import deciding
from consultations.moderation.domain.queue import waiting_for
from consultations.moderation.forms import HoldForm, NotResponseForm
from consultations.moderation.views.desk import MOST_PER_PAGE, for_the_board, read

SAID = {
    deciding.NotYours: "This comment is not on your desk any more.",
    deciding.AlreadyDecided: "Somebody else decided on this while you were reading. "
    "Nothing was changed by you.",
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
        shown = deciding.publish(review_ids=ids, by=request.user, at=timezone.now())
    except REFUSALS as error:
        messages.error(request, SAID[type(error)])
        return redirect("board_desk")
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
        deciding.propose_hold(review_id=pk, by=request.user, at=timezone.now(), **form.cleaned_data)
    except REFUSALS as error:
        messages.error(request, SAID[type(error)])
        return redirect("board_desk")
    messages.success(request, "Your proposal to hold it waits for a second person.")
    return following(request)


@require_POST
@for_the_board
def answer_hold(request, pk):
    """Confirm or decline another person's proposal."""
    confirms = request.POST.get("answer") == "confirm"
    decide = deciding.confirm_hold if confirms else deciding.decline_hold
    try:
        decide(review_id=pk, by=request.user, at=timezone.now())
    except REFUSALS as error:
        messages.error(request, SAID[type(error)])
        return redirect("board_desk")
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
        deciding.propose_not_a_response(
            review_id=pk, by=request.user, at=timezone.now(), **form.cleaned_data
        )
    except REFUSALS as error:
        messages.error(request, SAID[type(error)])
        return redirect("board_desk")
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


def following(request):
    """To the next comment for somebody reading one by one, to the desk for everybody else."""
    if "one_by_one" in request.POST:
        upcoming = waiting_for(request.user).order_by("status", "received_at", "pk").first()
        if upcoming is not None:
            return redirect("board_read", upcoming.pk)
    return redirect("board_desk")


def _undo(pk):
    return messages.button(reverse("board_read", args=[pk]), "Look again")
