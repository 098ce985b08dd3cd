"""The dates of a plan as an iCalendar file (RFC 5545): a day each, without times or alarms."""

from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from toolkit.domain.planning import Moment

CONTENT_TYPE = "text/calendar; charset=utf-8"
PRODUCT = "-//Sounding Board//Plan//EN"


def calendar_of(moments: tuple[Moment, ...], *, title: str, key: str, saved_at: datetime) -> bytes:
    """`key` makes the entries the same ones when the file is taken into a calendar again."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    for number, moment in enumerate(moments, start=1):
        what = f"{moment.label}: {moment.part}" if moment.part else moment.label
        event = Event()
        event.add("uid", f"{key}-{number}@sounding-board")
        event.add("dtstamp", saved_at.astimezone(UTC))
        event.add("dtstart", moment.on)
        event.add("dtend", moment.on + timedelta(days=1))
        event.add("summary", " ".join(f"{title}: {what}".split()))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return calendar.to_ical()
