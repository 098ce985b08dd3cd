"""In the admin: dates for a series, a copy with other dates, calling an event off."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access
from wagtail.admin.widgets import Button

from events import wording
from events.domain import series
from events.domain.booking_messages import untold
from events.domain.booking_numbers import MAY_WRITE
from events.domain.calendar import today_of
from events.enums import EventStatus
from events.forms.series import CallOffForm, CopyForm, SeriesForm
from events.models import EventIndexPage, EventPage


def urls():
    return [
        path("events/<int:pk>/dates/", dates, name="event_dates"),
        path("events/<int:pk>/copy/", copy, name="event_copy"),
        path("events/<int:pk>/call-off/", call_off, name="event_call_off"),
    ]


def buttons(page, user, view_name=None, next_url=None):
    """On an event, and on the list the way to a copy of the last one."""
    if issubclass(page.specific_class, EventPage):
        may = page.permissions_for_user(user)
        if may.can_edit():
            yield Button("Add dates", reverse("event_dates", args=[page.pk]), icon_name="date")
        if page.get_parent().permissions_for_user(user).can_add_subpage():
            yield Button("Copy with other dates", _copy_url(page), icon_name="copy")
        if page.live and may.can_publish():
            url = reverse("event_call_off", args=[page.pk])
            yield Button("Call it off", url, icon_name="warning")
    elif issubclass(page.specific_class, EventIndexPage):
        last = EventPage.objects.child_of(page).order_by("-latest_revision_created_at").first()
        if last and page.permissions_for_user(user).can_add_subpage():
            yield Button("Copy the last event", _copy_url(last), icon_name="copy", priority=5)


def _copy_url(page):
    return reverse("event_copy", args=[page.pk])


@require_admin_access
def dates(request, pk):
    event = _event(request, pk, lambda may: may.can_edit())
    sessions = event.get_latest_revision_as_object().sessions.get_object_list()
    last = max(sessions, key=lambda session: session.starts_at, default=None)
    if last is None:
        messages.error(request, "Give the event its first date; the others can follow it.")
        return redirect("wagtailadmin_pages:edit", event.pk)
    form = SeriesForm(request.POST or None, last_day=today_of(last.starts_at))
    if form.is_valid():
        days = form.cleaned_data["days"]
        number, public = series.add_sessions(event=event, days=days, by=request.user)
        how = "They are public." if public else "They are in its draft: publish it to show them."
        word = "session was" if number == 1 else "sessions were"
        messages.success(request, f"{number} {word} added to “{event.title}”. {how}")
        return redirect("wagtailadmin_pages:edit", event.pk)
    return _page(request, event, form, heading="Add dates", verb="Add the dates", last=last)


@require_admin_access
def copy(request, pk):
    event = get_object_or_404(EventPage, pk=pk)
    may = event.permissions_for_user(request.user)
    if not (
        may.can_edit() and event.get_parent().permissions_for_user(request.user).can_add_subpage()
    ):
        raise PermissionDenied
    form = CopyForm(request.POST or None, initial={"title": event.title})
    if form.is_valid():
        new = series.copy_event(event=event, by=request.user, **form.cleaned_data)
        messages.success(request, "This is the copy. Nobody sees it until you publish it.")
        return redirect("wagtailadmin_pages:edit", new.pk)
    return _page(request, event, form, heading="Copy with other dates", verb="Make the copy")


@require_admin_access
def call_off(request, pk):
    event = _event(request, pk, lambda may: may.can_edit() and may.can_publish())
    if not event.live:
        messages.error(request, "It is not public, so nobody has to be told that it is off.")
        return redirect("wagtailadmin_pages:edit", event.pk)
    form = CallOffForm(request.POST or None)
    if form.is_valid():
        status = EventStatus(form.cleaned_data["status"])
        number = series.call_off(
            event=event,
            status=status,
            note=form.cleaned_data["note"],
            by=request.user,
            now=timezone.now(),
        )
        word = "session is" if number == 1 else "sessions are"
        messages.success(
            request, f"{number} {word} {status.label.lower()}. The page says so from now on."
        )
        may_tell = request.user.has_perm(MAY_WRITE) and untold(event, now=timezone.now())
        return redirect("bookings_tell" if may_tell else "wagtailadmin_pages:edit", event.pk)
    return _page(request, event, form, heading="Call it off", verb="Call it off")


def _event(request, pk, allows):
    event = get_object_or_404(EventPage, pk=pk)
    may = event.permissions_for_user(request.user)
    if not allows(may) or may.page_locked():
        raise PermissionDenied
    return event


def _page(request, event, form, *, heading, verb, last=None):
    context = {
        "event": event,
        "form": form,
        "heading": heading,
        "verb": verb,
        "last": last and wording.when_in_words(last),
    }
    status = 422 if form.errors else 200
    return render(request, "events/admin/series.html", context, status=status)
