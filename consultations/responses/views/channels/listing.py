"""What came other ways: where, how many, what to print, and beginning to type one in."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.admin.auth import require_admin_access

from consultations.models import ConsultationPage
from consultations.responses.domain import channels
from consultations.responses.domain.feedback import ease_of
from consultations.responses.domain.files import evidence_of
from consultations.responses.domain.naming import names_shown
from consultations.responses.domain.numbers import numbers
from consultations.responses.domain.sheets import sheets
from consultations.responses.forms.channels import EntryForm
from consultations.responses.models import ChannelEntry
from consultations.responses.views.channels.entries import NOT_IN_TIME
from consultations.responses.views.channels.fetching import (
    PERMISSION,
    for_consultation,
    may_enter,
)

PER_PAGE = 25
MOST_LISTED = 100


@require_safe
@require_admin_access
def overview(request):
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    consultations = ConsultationPage.objects.live().order_by("-opens_at", "title")
    mine = [one for one in consultations if may_enter(request.user, one)]
    return render(request, "responses/admin/channels.html", {"consultations": mine})


@require_safe
@for_consultation
def entries(request, consultation):
    found = ChannelEntry.objects.filter(consultation=consultation)
    found = found.select_related("response__organisation", "typed_by").annotate(
        second=Count("response__comments__second_keying")
    )
    found = found.order_by("-typed_at", "-pk")
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    sent = [entry.response for entry in page.object_list if entry.response]
    names = names_shown(sent, to=request.user)
    return render(
        request,
        "responses/admin/channel_entries.html",
        {
            "consultation": consultation,
            "page": page,
            "rows": [
                {"entry": entry, "name": names.get(entry.response_id, "")}
                for entry in page.object_list
            ],
            "numbers": numbers(consultation),
            "ease": ease_of(consultation),
            "evidence": evidence_of(consultation)[:MOST_LISTED],
        },
    )


@for_consultation
def add(request, consultation):
    form = EntryForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            entry = channels.start_entry(
                consultation=consultation, by=request.user, now=timezone.now(), **form.values
            )
        except channels.NotInTime:
            form.add_error("received_at", NOT_IN_TIME)
        else:
            return redirect("entry", entry.pk)
    return render(
        request,
        "responses/admin/entry_add.html",
        {"consultation": consultation, "form": form},
        status=422 if form.errors else 200,
    )


@require_safe
@for_consultation
def print_form(request, consultation):
    return _sheet(request, consultation, is_for_meeting=False)


@require_safe
@for_consultation
def print_guide(request, consultation):
    return _sheet(request, consultation, is_for_meeting=True)


def _sheet(request, consultation, *, is_for_meeting):
    return render(
        request,
        "responses/sheet.html",
        {
            "consultation": consultation,
            "sheets": sheets(consultation),
            "is_for_meeting": is_for_meeting,
            "printed_at": timezone.now(),
        },
    )
