"""What has changed and what is coming, for feed readers (Atom, RFC 4287)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid5

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from consultations.models import ConsultationIndexPage, ConsultationPage
from consultations.templatetags.consultation_tags import dates_in_words
from consultations.templatetags.origin_tags import expected_in_words
from consultations.views import coming_consultations, visible_in_lists, visible_index
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
    """One reading of a feed: of which list, by whom, when. A feed itself is shared by all."""

    index: ConsultationIndexPage
    request: HttpRequest
    now: datetime


class ListFeed(Feed):
    """A feed of consultations. An entry keeps its id for good, whatever its address or title."""

    feed_type = Atom

    def get_object(self, request):
        index = visible_index(request)
        keep(request, until=index.boundaries())
        return Reading(index, request, timezone.now())

    def author_name(self, reading):
        return SiteDetails.for_request(reading.request).council_name

    def feed_extra_kwargs(self, reading):
        index = reading.index
        return {"since": index.last_published_at or index.latest_revision_created_at or reading.now}

    def item_title(self, consultation):
        return consultation.title

    def item_guid(self, consultation):
        return consultation.translation_key.urn

    def item_updateddate(self, consultation):
        return consultation.changed_at


class ConsultationsFeed(ListFeed):
    """Every consultation, the one that changed last first."""

    def title(self, reading):
        return reading.index.title

    def subtitle(self, reading):
        return reading.index.summary

    def link(self, reading):
        return reading.index.url

    def feed_guid(self, reading):
        return reading.index.translation_key.urn

    def items(self, reading):
        listed = ConsultationPage.objects.child_of(reading.index).live()
        pages = list(visible_in_lists(listed, reading.request))
        for page in pages:
            page.changed_at = changed_at(page, now=reading.now)
        return sorted(pages, key=lambda page: page.changed_at, reverse=True)[:ENTRIES]

    def item_link(self, consultation):
        return consultation.url

    def item_description(self, consultation):
        return _paragraphs(dates_in_words(consultation), consultation.summary)

    def item_pubdate(self, consultation):
        return consultation.first_published_at


def changed_at(consultation, *, now):
    """When it last became something else: published, opened, closed, reported or answered."""
    moments = (
        consultation.first_published_at,
        consultation.last_published_at,
        consultation.opens_at,
        consultation.closes_at,
        consultation.analysis_signed_off_at,
        consultation.answered_at,
    )
    return max((moment for moment in moments if moment and moment <= now), default=now)


class ForwardPlanFeed(ListFeed):
    """What is yet to open. Of what is not published yet it says no more than the page does."""

    title = "What is coming"
    subtitle = "Consultations that have not opened yet, and when they are expected to."

    def link(self, reading):
        return reverse("consultations:forward_plan")

    def feed_guid(self, reading):
        return uuid5(reading.index.translation_key, "forward plan").urn

    def items(self, reading):
        pages = coming_consultations(reading.index, request=reading.request, now=reading.now)
        for page in pages:
            said = page.last_published_at if page.live else page.latest_revision_created_at
            page.changed_at = said or reading.now
        return pages

    def item_link(self, consultation):
        if consultation.live:
            return consultation.url
        return f"{reverse('consultations:forward_plan')}#coming-{consultation.pk}"

    def item_description(self, consultation):
        return _paragraphs(expected_in_words(consultation), consultation.summary)


def _paragraphs(*texts):
    return "".join(f"<p>{escape(text)}</p>" for text in texts if text)
