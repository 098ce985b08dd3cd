"""The dates of a plan as an iCalendar file (RFC 5545): a day each, without times or alarms."""

from datetime import UTC, datetime, timedelta

from toolkit.domain.planning import Moment

CONTENT_TYPE = "text/calendar; charset=utf-8"
LONGEST_LINE = 75  # octets, the line break not counted


def calendar_of(moments: tuple[Moment, ...], *, title: str, key: str, saved_at: datetime) -> bytes:
    """`key` makes the entries the same ones when the file is taken into a calendar again."""
    stamp = f"{saved_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sounding Board//Plan//EN"]
    for number, moment in enumerate(moments, start=1):
        what = f"{moment.label}: {moment.part}" if moment.part else moment.label
        lines += [
            "BEGIN:VEVENT",
            f"UID:{key}-{number}@sounding-board",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{moment.on:%Y%m%d}",
            f"DTEND;VALUE=DATE:{moment.on + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(f'{title}: {what}')}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _escaped(text):
    text = " ".join(text.split()).replace("\\", "\\\\")
    return text.replace(";", "\\;").replace(",", "\\,")


def _folded(line):
    """Cut where a line would be longer than 75 octets, never within a character."""
    parts, part, size = [], "", 0
    for sign in line:
        width = len(sign.encode())
        if size + width > LONGEST_LINE:
            parts.append(part)
            part, size = "", 1  # the blank that continues it
        part += sign
        size += width
    return "\r\n ".join([*parts, part])
