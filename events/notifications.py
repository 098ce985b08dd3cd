"""Letters to whoever has booked: text out, through the outbox. Each effect has its own key."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from delivery.domain.outbox import NOTHING, Attachment, has_had_enough, queue_letter
from delivery.tasks import deliver_soon
from events.domain.booking_access import make_link_token
from events.domain.booking_places import terms_of
from events.enums import News
from events.exporting.calendars import calendar_of
from events.wording import when_in_words

# What anybody can have sent to an address that is not theirs.
ASKED_FOR = {News.BOOKED, News.WAITING, News.TAKEN_OVER}
# What belongs in a calendar, or has to be taken out of it.
IN_CALENDARS = {News.BOOKED, News.TAKEN_OVER, News.REMINDER, News.CALLED_OFF}
SUBJECTS = {
    News.BOOKED: "You have a place: {title}",
    News.WAITING: "You are on the waiting list: {title}",
    News.OFFERED: "A place is free for you: {title}",
    News.LAPSED: "The place went to the next in line: {title}",
    News.CANCELLED: "Your booking is cancelled: {title}",
    News.CALLED_OFF: "Cancelled: {title}",
    News.TAKEN_OVER: "A place was passed on to you: {title}",
    News.REMINDER: "Coming soon: {title}",
    News.EVALUATION: "How was it? {title}",
}


def queue_news(*, booking, news, at, together=()):
    """One letter for one piece of news, however often it is told. Nobody without an address.

    It names every date of the bookings that the news is about `together`.
    """
    if not booking.email or (
        _may_be_a_prank(booking, news) and has_had_enough(to=booking.email, now=at)
    ):
        return
    session = booking.session
    sessions = [one.session for one in together] or [session]
    body = render_to_string(
        f"emails/events/{news.value}.txt",
        {
            **_about(booking),
            "together": together if len(together) > 1 else (),
            "reminder": _reminder_text(session) if news == News.REMINDER else "",
        },
    )
    queue_letter(
        dedupe_key=f"booking-{booking.pk}-{_key(booking, news, at)}",
        to=booking.email,
        subject=SUBJECTS[news].format(title=session.event.title),
        body=body,
        attachment=_calendar_file(sessions) if news in IN_CALENDARS else NOTHING,
        now=at,
    )
    deliver_soon()


def _may_be_a_prank(booking, news):
    """An editor who takes bookings down for a group writes one address many times."""
    return news in ASKED_FOR and not booking.taken_by_id


def queue_link(*, booking, now):
    """A fresh link to a booking; asked for again within the hour, it is not sent again."""
    queue_letter(
        dedupe_key=f"booking-{booking.pk}-link-{now:%Y%m%d%H}",
        to=booking.email,
        subject=f"Your link to booking {booking.reference}",
        body=render_to_string("emails/events/link.txt", _about(booking)),
        now=now,
    )
    deliver_soon()


def queue_message(*, message, bookings):
    """An editor's message to each of these bookings, those with a place first."""
    for booking in bookings:
        booking.session = message.session
        queue_letter(
            dedupe_key=f"booking-{booking.pk}-message-{message.pk}",
            to=booking.email,
            subject=message.subject,
            body=render_to_string(
                "emails/events/message.txt",
                {"booking": booking, "event": message.session.event, "text": message.body},
            ),
            now=message.sent_at,
        )
    deliver_soon()


def _key(booking, news, at):
    """What happens once to a booking has one key; what may happen again says when."""
    if news == News.REMINDER:
        return f"reminder-{booking.session.starts_at:%Y%m%d%H%M}"
    if news == News.TAKEN_OVER:
        return f"taken-over-{at:%Y%m%d%H%M%S%f}"
    return news.value


def _about(booking):
    path = reverse("bookings:link", args=[booking.reference])
    token = make_link_token(booking=booking)
    session = booking.session
    return {
        "booking": booking,
        "session": session,
        "event": session.event,
        "when": when_in_words(session),
        "event_url": f"{settings.WAGTAILADMIN_BASE_URL}{session.event.relative_url(None) or ''}",
        "link": f"{settings.WAGTAILADMIN_BASE_URL}{path}?token={token}",
    }


def _calendar_file(sessions):
    event = sessions[0].event
    body = calendar_of(sessions, name=event.title, site=f"{settings.WAGTAILADMIN_BASE_URL}/")
    return Attachment(f"{event.slug}.ics"[-80:], "text/calendar", body.decode())


def _reminder_text(session):
    terms = terms_of(session.event)
    return terms.reminder_text if terms else ""
