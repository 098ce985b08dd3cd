"""Times as people say them, always those of London."""

from datetime import timedelta

from events.domain.calendar import LONDON


def day_in_words(moment):
    """“Sunday 26 September 2027”."""
    local = moment.astimezone(LONDON)
    return f"{local:%A} {local.day} {local:%B %Y}"


def clock_time(moment):
    """“2pm”, “6:30pm”, “midday” or “midnight”."""
    local = moment.astimezone(LONDON)
    if local.minute == 0 and local.hour in (0, 12):
        return "midday" if local.hour else "midnight"
    minutes = f":{local.minute:02}" if local.minute else ""
    return f"{local.hour % 12 or 12}{minutes}{'am' if local.hour < 12 else 'pm'}"


def times_in_words(event):
    """“2pm to 6pm”; both days are named only where the event ends on another than it starts."""
    start, end = clock_time(event.starts_at), clock_time(event.ends_at)
    first, last = _days(event)
    return f"{start} to {end}" if first == last else f"{start} on {first} to {end} on {last}"


def when_in_words(event):
    """“2pm to 6pm on Sunday 26 September 2027”."""
    first, last = _days(event)
    times = times_in_words(event)
    return f"{times} on {first}" if first == last else times


def _days(event):
    """The first and the last day. An end at midnight is that of the day before."""
    last_moment = event.ends_at - timedelta(microseconds=1)
    return day_in_words(event.starts_at), day_in_words(last_moment)


def place_in_words(session):
    """“Millbrook Library”, “online”, “Millbrook Library and online”, or nothing."""
    venue = session.venue.name if session.venue else ""
    return " and ".join(part for part in (venue, "online" if session.online_url else "") if part)


def address_in_words(session):
    """“Millbrook Library, Station Approach”, or nothing."""
    venue = session.venue
    return ", ".join(part for part in (venue.name, venue.address) if part) if venue else ""


def moment_in_words(moment):
    """“11:59pm on Sunday 26 September 2027”."""
    return f"{clock_time(moment)} on {day_in_words(moment)}"
