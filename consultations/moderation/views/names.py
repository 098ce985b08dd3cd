"""Hide the name under a comment, and show it again."""

from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from consultations.moderation.domain import claiming, names
from consultations.moderation.forms.hiding import NameForm
from consultations.moderation.views.deciding import REFUSALS, refused, seen_by
from consultations.moderation.views.desk import for_the_board


@require_POST
@for_the_board
def hide_name(request, pk):
    form = NameForm(request.POST)
    if not form.is_valid():
        messages.error(request, form.errors["reason"][0])
        return redirect("board_read", pk)
    reason = form.cleaned_data["reason"]
    try:
        with claiming.unchanged(pk, seen=seen_by(request)):
            names.hide_name(review_id=pk, reason=reason, by=request.user, at=timezone.now())
    except names.NoNameToHide:
        messages.warning(request, "No name is shown with it, or it is hidden already.")
    except REFUSALS as error:
        return refused(request, error, [pk])
    else:
        messages.success(request, "The name is hidden everywhere. Its author is told why.")
    return redirect("board_read", pk)


@require_POST
@for_the_board
def show_name(request, pk):
    try:
        with claiming.unchanged(pk, seen=seen_by(request)):
            names.show_name(review_id=pk, by=request.user, at=timezone.now())
    except names.NameNotHidden:
        messages.warning(request, "The name is shown already.")
    except REFUSALS as error:
        return refused(request, error, [pk])
    else:
        messages.success(request, "The name is shown again.")
    return redirect("board_read", pk)
