"""Publishing a whole list at once: a page to confirm, and one that shows how far it has come."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages

from consultations.moderation.domain import bulk
from consultations.moderation.enums import BulkState
from consultations.moderation.forms.filtering import FilterForm
from consultations.moderation.models import BulkDecision
from consultations.moderation.views.desk import for_the_board, listed
from delivery.domain.jobs import advance_if_nobody_does

SECONDS_BETWEEN_LOOKS = 4


@require_http_methods(["GET", "HEAD", "POST"])
@for_the_board
def ask(request):
    """By GET, say what would be published; by POST, begin. The filter is that of the list."""
    now = timezone.now()
    form = FilterForm(request.GET)
    ids, with_flags = bulk.clean_ids(listed(request, form, now=now))
    error = ""
    if request.method == "POST":
        if "have_read" not in request.POST:
            error = "Say that you have read them, or go back and read them first."
        else:
            return _begin(request, _still_listed(request, ids), now)
    context = {"ids": ids, "with_flags": with_flags, "newest": max(ids, default=0), "error": error}
    return render(request, "moderation/admin/bulk_ask.html", context, status=422 if error else 200)


def _still_listed(request, ids):
    """Only what the page counted: what has come in since then, nobody has read."""
    last = request.POST.get("last", "")
    newest = int(last) if last.isdecimal() and len(last) < 19 else 0
    return [pk for pk in ids if pk <= newest]


def _begin(request, ids, now):
    try:
        found = bulk.publish_many(review_ids=ids, by=request.user, now=now)
    except bulk.NothingToPublish:
        messages.warning(request, "None of them waits any more. Nothing was changed.")
        return redirect("board_desk")
    return redirect("board_bulk", found.pk)


@require_safe
@for_the_board
def progress(request, pk):
    """How far it has come; one's own only."""
    found = get_object_or_404(BulkDecision, pk=pk, by=request.user)
    job = bulk.job_of(found)
    if found.state == BulkState.RUNNING and job is not None and advance_if_nobody_does(job):
        return redirect("board_bulk", pk)
    response = render(request, "moderation/admin/bulk.html", {"bulk": found, "job": job})
    if found.state == BulkState.RUNNING:
        response["Refresh"] = str(SECONDS_BETWEEN_LOOKS)
    return response
