"""Events and their sessions as lists ask for them."""

from django.db import models
from django.db.models import Exists, OuterRef
from wagtail.models import PageQuerySet

from events.enums import EventStatus
from pages.models.searching import matching_ids, plain_words

# The text of an event, which no list shows.
TEXTS = ("body", "about", "how_to_book", "schedule")


class EventQuerySet(PageQuerySet):
    def going_ahead(self):
        return self.filter(status__in=EventStatus.going_ahead())

    def for_everybody(self):
        """Without those that are not published, or behind a password or a group."""
        return self.live().public()

    def matching(self, words):
        """Those with all of these words in their title or in what is said about them."""
        return self.filter(pk__in=matching_ids(self.model, plain_words(words)))


class SessionQuerySet(models.QuerySet):
    def of(self, events):
        """Those of these events as far as everybody may see them, with what a list shows."""
        return (
            self.filter(Exists(events.for_everybody().order_by().filter(pk=OuterRef("event"))))
            .select_related("event", "venue")
            .defer(*(f"event__{name}" for name in TEXTS))
        )

    def going_ahead(self):
        return self.filter(status__in=EventStatus.going_ahead())
