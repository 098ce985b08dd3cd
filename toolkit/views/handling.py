"""Disputes in the admin: read and answered by the people named for it, and shown to nobody else."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access
from wagtail.admin.menu import MenuItem

from toolkit.domain import disputes
from toolkit.domain.clocks import clock_of
from toolkit.enums import DisputeState
from toolkit.forms.disputes import StepForm
from toolkit.notifications import queue_moved_on

PER_PAGE = 25
MOVED = {
    DisputeState.LOOKED_INTO: "%s is being looked into, and its raiser can read so.",
    DisputeState.ANSWERED: "%s is answered.",
}
ALREADY = "Somebody else has moved this on. It is shown here as it stands now."


def urls():
    return [
        path("disputes/", listing, name="disputes_list"),
        path("disputes/<int:pk>/", read, name="dispute_read"),
        path("disputes/<int:pk>/move-on/", move_on, name="dispute_move_on"),
    ]


class DisputesMenuItem(MenuItem):
    def is_shown(self, request):
        return disputes.may_handle(request.user)


def menu_item():
    return DisputesMenuItem("Disputes", reverse("disputes_list"), icon_name="lock", order=260)


def for_handlers(view):
    """Only people named as handlers: a superuser who is not named is refused like anybody."""

    @never_cache
    @require_admin_access
    def wrapper(request, *args, **kwargs):
        if not disputes.may_handle(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return wrapper


@for_handlers
def listing(request):
    """What is not answered stands first, by the day it is due; then the newest answers."""
    now = timezone.now()
    found = disputes.visible_to(request.user).select_related("code")
    waiting = found.filter(answered_at=None)
    page = Paginator(found.exclude(answered_at=None).order_by("-answered_at", "-pk"), PER_PAGE)
    page = page.get_page(request.GET.get("page"))
    return render(
        request,
        "toolkit/admin/disputes.html",
        {
            "waiting": [(dispute, clock_of(dispute, now=now)) for dispute in waiting],
            "answered": [(dispute, clock_of(dispute, now=now)) for dispute in page],
            "page": page,
        },
    )


@for_handlers
def read(request, pk, form=None, status=200):
    now = timezone.now()
    dispute = _dispute(request, pk)
    if request.method == "GET":
        disputes.note_reading(dispute=dispute, by=request.user, at=now)
    return render(
        request,
        "toolkit/admin/dispute.html",
        {
            "dispute": dispute,
            "clock": clock_of(dispute, now=now),
            "steps": dispute.steps.select_related("by"),
            "form": form or StepForm(),
            "next": disputes.NEXT.get(dispute.state),
        },
        status=status,
    )


@for_handlers
@require_POST
def move_on(request, pk):
    dispute = _dispute(request, pk)
    form = StepForm(request.POST)
    if not form.is_valid():
        return read(request, pk, form=form, status=422)
    try:
        moved = _move(request, dispute, words=form.cleaned_data["words"])
    except disputes.WrongState:
        messages.warning(request, ALREADY)
        return read(request, pk, form=form, status=409)
    messages.success(request, MOVED[moved.state] % moved.reference)
    return redirect("dispute_read", pk)


@transaction.atomic
def _move(request, dispute, *, words):
    now = timezone.now()
    moved = disputes.move_on(
        dispute=dispute, to=request.POST.get("to"), words=words, by=request.user, at=now
    )
    queue_moved_on(dispute=moved, now=now)
    return moved


def _dispute(request, pk):
    return get_object_or_404(disputes.visible_to(request.user).select_related("code"), pk=pk)
