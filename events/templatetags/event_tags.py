"""What pages say about events: which come next, how they stand, when and where they are."""

from dataclasses import dataclass

from django import template
from django.utils import timezone

from events import wording
from events.domain import calendar
from events.enums import EventStatus, Progress, When
from events.models import EventPage
from pages.caching import keep

register = template.Library()
register.filter(wording.day_in_words)
register.filter(wording.when_in_words)


@dataclass(frozen=True)
class Tag:
    label: str
    state: str


@dataclass(frozen=True)
class Fact:
    name: str
    value: str
    url: str = ""


@register.simple_tag(takes_context=True)
def coming_events(context, limit=3):
    """The next events that go ahead and are not over, for the home page.

    A kept page that shows them is forgotten when the first of them ends.
    """
    now = timezone.now()
    events = EventPage.objects.listed().going_ahead().filter(ends_at__gt=now)
    shown = list(calendar.today_and_upcoming(events, now=now)[:limit])
    request = context.get("request")
    if hasattr(request, "kept_until"):
        keep(request, until=[request.kept_until, *(event.ends_at for event in shown)])
    return shown


@register.simple_tag
def event_is_over(event):
    return calendar.progress(event, now=timezone.now()) == Progress.AFTER


@register.simple_tag
def event_tag(event):
    """How an event stands, or None. That it is over is said only while it is still today's."""
    now = timezone.now()
    progress = calendar.progress(event, now=now)
    if event.is_off:
        return Tag(event.get_status_display(), "off")
    if progress == Progress.DURING:
        return Tag(progress.label, "now")
    if progress == Progress.AFTER:
        is_today = calendar.when(event, now=now) == When.TODAY
        return Tag(progress.label, "done") if is_today else None
    if event.status == EventStatus.RESCHEDULED:
        return Tag(event.get_status_display(), "promised")
    return None


@register.simple_tag
def event_line(event, dated=False):
    """“Drop-in, 2pm to 6pm, Millbrook Library”; `dated` where no date stands beside it."""
    times = wording.when_in_words(event) if dated else wording.times_in_words(event)
    place = event.venue_name or ("online" if event.online_url else "")
    return ", ".join(part for part in (event.get_kind_display(), times, place) if part)


@register.simple_tag
def event_facts(event):
    """What someone needs to know before setting out; what is not known is left out."""
    where = ", ".join(part for part in (event.venue_name, event.venue_address) if part)
    facts = [
        Fact("When", wording.when_in_words(event)),
        Fact("Where", where),
        Fact(
            "Online",
            "" if event.is_off or not event.online_url else "Join online",
            event.online_url,
        ),
        Fact("Who it is for", event.audience),
        Fact("Cost", event.cost),
        Fact("Places", f"{event.places:,}" if event.places else ""),
    ]
    return [fact for fact in facts if fact.value]
