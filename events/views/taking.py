"""Bookings that an editor takes down for somebody, by the rules of the public form."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from events.domain import booking as domain
from events.domain import waiting
from events.domain.booking_dates import made_together
from events.domain.booking_numbers import bookings_of
from events.domain.booking_places import (
    booking_state,
    may_still_be_changed,
    questions_of,
    sessions_of,
    taken_by_session,
    terms_of,
)
from events.enums import Asked, BookingState, BookingStatus
from events.forms.booking import ChangeForThemForm, TakeForm
from events.views.booking import book_as_asked
from events.views.looking_after import event_of, for_editors
from events.views.refusals import REFUSALS, sentence_for
from records.domain.references import code_for, code_hash, new_key


@for_editors
def take(request, pk):
    """One form, one booking however often it is sent; then a page to print for whoever booked."""
    now, event = timezone.now(), event_of(request, pk)
    terms = terms_of(event)
    bookable = [
        one
        for one in sessions_of(event)
        if booking_state(one, terms=terms, at=now) == BookingState.OPEN
    ]
    key = request.POST.get("key", "") if request.method == "POST" else new_key()
    if request.method == "POST" and (sent := domain.sent_before(key=key, event=event)):
        return _taken_page(request, event, sent, key)
    if not bookable:
        return render(request, "events/admin/take_closed.html", {"event": event}, status=409)
    form = TakeForm(
        request.POST if request.method == "POST" else None,
        terms=terms,
        sessions=bookable,
        questions=questions_of(event, asked=Asked.BOOKING),
        initial={"session": request.GET.get("session", "")},
    )
    if form.is_bound and form.is_valid() and len(key) >= 20:
        channel = form.cleaned_data["channel"]
        try:
            booking = book_as_asked(form, event, key=key, by=request.user, channel=channel, at=now)
        except REFUSALS as refusal:
            form.add_error(*sentence_for(refusal))
        else:
            return _taken_page(request, event, booking, key)
    taken = taken_by_session(bookable)
    context = {
        "event": event,
        "form": form,
        "key": key if len(key) >= 20 else new_key(),
        "figures": [(one, taken[one.pk]) for one in bookable],
    }
    status = 422 if form.is_bound else 200
    return render(request, "events/admin/take.html", context, status=status)


def _booking(request, pk):
    booking = bookings_of(request.user).filter(pk=pk, forgotten_at__isnull=True).first()
    if booking is None:
        raise Http404
    return booking


@for_editors
def change(request, pk):
    """Changes what a booking says, for somebody who rang: by the rules of their own page."""
    now, booking = timezone.now(), _booking(request, pk)
    event = booking.session.event
    terms = terms_of(event)
    may = booking.is_current and may_still_be_changed(booking.session, at=now)
    if terms is None or not may:
        return _unchangeable(request, booking)
    form = ChangeForThemForm(
        request.POST if request.method == "POST" else None,
        booking=booking,
        terms=terms,
        questions=questions_of(event, asked=Asked.BOOKING),
    )
    if form.is_bound and form.is_valid():
        try:
            domain.change(booking_pk=pk, details=form.details(), at=now, by=request.user)
        except domain.CannotChange:
            return _unchangeable(request, booking)
        except REFUSALS as refusal:
            form.add_error(*sentence_for(refusal))
        else:
            messages.success(request, f"Booking {booking.reference} is changed.")
            return redirect("bookings_register", booking.session_id)
    context = {"event": event, "booking": booking, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "events/admin/change.html", context, status=status)


def _unchangeable(request, booking):
    messages.error(request, "It has started, is called off or was cancelled, so it stays as it is.")
    return redirect("bookings_register", booking.session_id)


@for_editors
@require_POST
def accept(request, pk):
    """Takes the held place for somebody who said so on the telephone."""
    booking = _booking(request, pk)
    try:
        waiting.accept(booking_pk=pk, at=timezone.now(), by=request.user)
    except waiting.OfferGone:
        messages.error(request, "The place was not taken in time, and went to the next in line.")
    else:
        messages.success(request, f"{booking.name} has the place.")
    return redirect("bookings_register", booking.session_id)


def _taken_page(request, event, booking, key):
    code = code_for(key)
    context = {
        "event": event,
        "booking": booking,
        "together": made_together(booking),
        "is_booked": booking.status == BookingStatus.BOOKED,
        "code": code if booking.code_hash == code_hash(code) else "",
        "find_url": request.build_absolute_uri("/bookings/"),
    }
    return render(request, "events/admin/taken.html", context)
