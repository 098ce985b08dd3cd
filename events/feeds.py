"""Events as a feed reader follows them (Atom, RFC 4287): new ones, new dates, cancellations."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.syndication.views import Feed
from django.db.models import Max
from django.http import HttpRequest
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from events import wording
from events.domain import calendar
from events.models import EventIndexPage, EventPage
from events.views.visible import visible_index
from pages.caching import keep
from pages.models import SiteDetails

ENTRIES = 50


class Atom(Atom1Feed):
    """Says of an empty feed when it could first have been empty, not that it changed just now."""

    def latest_post_date(self):
        moments = [item["updateddate"] for item in self.items]
        return max(moments, default=self.feed["since"])


@dataclass(frozen=True)
class Reading:
    """One reading of the feed: of which list, by whom, when. The feed itself is shared by all."""

    index: EventIndexPage
    request: HttpRequest
    now: datetime


class EventsFeed(Feed):
    """What is not over, the event that changed last first. An entry keeps its id for good."""

    feed_type = Atom

    def get_object(self, request):
        index = visible_index(request)
        keep(request)
        return Reading(index, request, timezone.now())

    def title(self, reading):
        return reading.index.title

    def subtitle(self, reading):
        return reading.index.summary

    def link(self, reading):
        return reading.index.url

    def feed_guid(self, reading):
        return reading.index.translation_key.urn

    def author_name(self, reading):
        return SiteDetails.for_request(reading.request).council_name

    def feed_extra_kwargs(self, reading):
        index = reading.index
        return {"since": index.last_published_at or index.latest_revision_created_at or reading.now}

    def items(self, reading):
        begins, _ = calendar.day_of(reading.now)
        events = EventPage.objects.child_of(reading.index).for_everybody()
        return (
            events.filter(ends_at__gt=begins)
            .annotate(session_changed_at=Max("sessions__changed_at"))
            .order_by("-last_published_at", "-pk")
            .prefetch_related("sessions__venue")[:ENTRIES]
        )

    def item_title(self, event):
        if event.is_off:
            return f"{event.get_status_display()}: {event.title}"
        return event.title

    def item_guid(self, event):
        return event.translation_key.urn

    def item_link(self, event):
        return event.url

    def item_pubdate(self, event):
        return event.first_published_at

    def item_updateddate(self, event):
        moments = (event.last_published_at, event.session_changed_at, event.first_published_at)
        return max(moment for moment in moments if moment)

    def item_description(self, event):
        lines = [event.change_note, *(_line(each) for each in event.sessions.all()), event.summary]
        return "".join(f"<p>{escape(line)}</p>" for line in lines if line)


def _line(session):
    parts = (wording.when_in_words(session), wording.place_in_words(session))
    said = ", ".join(part for part in parts if part)
    off = f"{session.get_status_display()}: " if session.is_off else ""
    return f"{off}{said}"
