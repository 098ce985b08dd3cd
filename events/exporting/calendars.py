"""Sessions as calendar programs read them (RFC 5545, with the names of RFC 7986).

One session is one VEVENT. Its UID lasts for good and names no host, since councils merge; SEQUENCE
and DTSTAMP come from the row, so that the same sessions always make the same file.
"""

from datetime import timedelta
from urllib.parse import urljoin

from icalendar import Calendar, Event, Timezone

from events import wording
from events.domain.calendar import LONDON
from events.enums import EventStatus

PRODUCT = "-//Sounding Board//Events//EN"
HOW_OFTEN = timedelta(hours=6)
# The rules of London's clocks since 1996, for programs that do not know them by the name.
LONDONS_CLOCKS = """\
BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19960331T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:BST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


def calendar_of(sessions, *, name, site):
    """The file, as bytes. `site` is the address that those of pages are added to."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", HOW_OFTEN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    calendar.add_component(Timezone.from_ical(LONDONS_CLOCKS))
    for session in sessions:
        calendar.add_component(_entry(session, site=site))
    return calendar.to_ical()


def _entry(session, *, site):
    event = session.event
    address = urljoin(site, event.url or "")
    changed_at = session.changed_at or event.last_published_at or session.starts_at
    entry = Event()
    entry.add("uid", str(session.uid))
    entry.add("dtstamp", changed_at)
    entry.add("last-modified", changed_at)
    entry.add("sequence", session.sequence)
    entry.add("status", "CANCELLED" if session.is_off else "CONFIRMED")
    entry.add("summary", _title(session))
    entry.add("dtstart", session.starts_at.astimezone(LONDON))
    entry.add("dtend", session.ends_at.astimezone(LONDON))
    entry.add("location", _place(session))
    entry.add("categories", [event.get_kind_display()])
    entry.add("url", address)
    entry.add("description", _description(session, address=address))
    entry.add("transp", "TRANSPARENT" if session.is_off else "OPAQUE")
    return entry


def _title(session):
    """Said in words too: some programs show nothing of the status."""
    title = session.event.title
    return f"{session.get_status_display()}: {title}" if session.is_off else title


def _place(session):
    return wording.address_in_words(session) or ("Online" if session.online_url else "")


def _description(session, *, address):
    event = session.event
    lines = [event.change_note, event.summary, event.audience]
    if session.status == EventStatus.RESCHEDULED:
        lines.append(f"First planned for {wording.day_in_words(session.previous_starts_at)}.")
    if session.online_url and not session.is_off:
        lines.append(f"Join online: {session.online_url}")
    lines.append(address)
    return "\n".join(line for line in lines if line)
