"""Booking a place: one page, one form, one booking however often it is sent."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from events.domain import booking as domain
from events.domain.booking_dates import book_all, made_together
from events.domain.booking_places import (
    booking_state,
    questions_of,
    sessions_of,
    taken_by_session,
    terms_of,
)
from events.domain.booking_quotas import shares_by_session
from events.enums import Asked, BookingState, BookingStatus
from events.forms.booking import BookingForm
from events.forms.known import FIELD, unpack
from events.views.giving_back import gives_back
from events.views.refusals import REFUSALS, sentence_for
from events.views.visible import visible_event
from records.domain.references import code_for, code_hash, new_key


@gives_back
def book(request, slug):
    """The form, and by POST the booking; what only says who somebody is fills the form in."""
    is_sent = request.method == "POST" and FIELD not in request.POST
    now = timezone.now()
    event = visible_event(request, slug)
    terms = terms_of(event)
    states = {
        session: booking_state(session, terms=terms, at=now) for session in sessions_of(event)
    }
    bookable = [session for session, state in states.items() if state == BookingState.OPEN]
    key = request.POST.get("key", "") if is_sent else new_key()
    if is_sent and (sent := domain.sent_before(key=key, event=event)):
        return _booked_page(request, sent, key)
    if not bookable:
        return _not_open_page(request, event, terms, states.values())
    form = BookingForm(
        request.POST if is_sent else None,
        terms=terms,
        sessions=bookable,
        questions=questions_of(event, asked=Asked.BOOKING),
        initial=_known_of(request.user) | unpack(request.POST.get(FIELD, "")),
    )
    if form.is_bound and form.is_valid() and len(key) >= 20:
        user = request.user if request.user.is_authenticated else None
        try:
            booking = book_as_asked(form, event, key=key, user=user, at=now)
        except REFUSALS as refusal:
            form.add_error(*sentence_for(refusal))
        else:
            return _booked_page(request, booking, key)
    return render(
        request,
        "events/booking/book.html",
        {
            "event": event,
            "form": form,
            "terms": terms,
            "key": key if len(key) >= 20 else new_key(),
            "left": _left(bookable, terms),
        },
        status=422 if form.is_bound else 200,
    )


def book_as_asked(form, event, **options):
    """Book the date that a form names, or all of them; the booking, or the earliest of them.

    Raises one of REFUSALS.
    """
    details = form.details()
    if form.takes_all_dates:
        return book_all(event_pk=event.pk, details=details, **options)[0]
    return domain.book(session_pk=form.session_chosen().pk, details=details, **options)


def _booked_page(request, booking, key):
    code = code_for(key)
    return render(
        request,
        "events/booking/booked.html",
        {
            "booking": booking,
            "event": booking.session.event,
            "session": booking.session,
            "together": made_together(booking),
            "is_booked": booking.status == BookingStatus.BOOKED,
            "code": code if booking.code_hash == code_hash(code) else "",
        },
    )


def _not_open_page(request, event, terms, states):
    if terms is None:
        raise Http404("This event is not booked here.")
    is_ahead = BookingState.NOT_YET in states
    context = {"event": event, "terms": terms, "is_ahead": is_ahead}
    return render(request, "events/booking/not_open.html", context, status=409)


def _left(sessions, terms):
    """(session, its figures, its quotas) for those whose places are limited."""
    taken, shares = taken_by_session(sessions), shares_by_session(sessions, terms)
    return [
        (one, taken[one.pk], shares[one.pk])
        for one in sessions
        if one.places is not None or shares[one.pk]
    ]


def _known_of(user):
    if not user.is_authenticated:
        return {}
    return {"name": user.get_full_name(), "email": user.email}
