"""The database says the same of every consultation as `stage_at`, at every moment."""

import datetime as dt

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from consultations.enums import Stage, Standing
from consultations.models import CLOSES_SOON, ConsultationPage
from people.enums import AreaKind
from tests.factories.consultations import DAY, make_consultation
from tests.factories.people import make_area

NOW = dt.datetime(2026, 6, 10, 11, 0, tzinfo=dt.UTC)
TICK = dt.timedelta(microseconds=1)
# Around now, and around the moment from which something closes soon.
MOMENTS = st.sampled_from(
    [
        NOW + day + tick
        for day in (-30 * DAY, 0 * DAY, CLOSES_SOON, 30 * DAY)
        for tick in (-TICK, 0 * TICK, TICK)
    ]
)
STAGES = {
    Standing.CLOSING: Stage.OPEN,
    Standing.OPEN: Stage.OPEN,
    Standing.PLANNED: Stage.PLANNED,
    Standing.CLOSED: Stage.CLOSED,
    Standing.ANALYSED: Stage.ANALYSED,
    Standing.ANSWERED: Stage.ANSWERED,
}


class TestStanding(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_consultation()

    @settings(max_examples=60, deadline=None)
    @given(
        opens_at=MOMENTS,
        closes_at=st.none() | MOMENTS,
        signed_off=st.none() | MOMENTS,
        answered_at=st.none() | MOMENTS,
    )
    def test_is_the_stage_with_those_that_close_soon_set_apart(
        self, opens_at, closes_at, signed_off, answered_at
    ):
        if closes_at is not None and closes_at <= opens_at:
            opens_at, closes_at = closes_at - TICK, opens_at
        ConsultationPage.objects.filter(pk=self.page.pk).update(
            opens_at=opens_at,
            closes_at=closes_at,
            analysis_signed_off_at=signed_off,
            answered_at=answered_at,
        )

        page = ConsultationPage.objects.with_standing(NOW).get(pk=self.page.pk)

        standing = Standing(page.standing)
        closes_soon = closes_at is not None and closes_at <= NOW + CLOSES_SOON
        assert STAGES[standing] == page.stage_at(NOW)
        if page.stage_at(NOW) == Stage.OPEN:
            assert (standing == Standing.CLOSING) is closes_soon


@pytest.mark.django_db
class TestOrder:
    def test_is_what_can_be_done_now_then_what_comes_then_the_past(self):
        now = timezone.now()
        make_consultation(title="never closes", opens_at=now - 90 * DAY, closes_at=None)
        make_consultation(title="closes later", closes_at=now + 60 * DAY)
        make_consultation(title="closes in a week", closes_at=now + 7 * DAY)
        make_consultation(title="closes tomorrow", closes_at=now + DAY)
        make_consultation(title="opens later", opens_at=now + 9 * DAY, closes_at=None)
        make_consultation(title="opens tomorrow", opens_at=now + DAY, closes_at=now + 2 * DAY)
        for days in (40, 5):
            make_consultation(
                title=f"closed {days} days ago",
                opens_at=now - 99 * DAY,
                closes_at=now - days * DAY,
            )
        make_consultation(
            title="answered", opens_at=now - 9 * DAY, closes_at=None, answered_at=now - DAY
        )

        assert [page.title for page in ConsultationPage.objects.in_order(now)] == [
            "closes tomorrow",
            "closes in a week",
            "closes later",
            "never closes",
            "opens tomorrow",
            "opens later",
            "closed 5 days ago",
            "closed 40 days ago",
            "answered",
        ]


@pytest.mark.django_db
class TestNarrowing:
    def test_by_area_keeps_those_that_concern_the_whole_borough(self):
        ward, other = make_area("Millbrook"), make_area("Northway", kind=AreaKind.WARD)
        here = make_consultation(title="here")
        here.areas = [ward]
        here.save()
        there = make_consultation(title="there")
        there.areas = [other]
        there.save()
        make_consultation(title="everywhere")

        found = ConsultationPage.objects.concerning({ward.pk})

        assert sorted(page.title for page in found) == ["everywhere", "here"]

    @pytest.mark.usefixtures("indexes")
    @pytest.mark.parametrize(
        ("words", "is_found"),
        [
            ("grants", True),
            ("grant", True),
            ("small grants", True),
            ("allotments", True),
            ("grants zebra", False),
            ("<script>", False),
            ('"', False),
        ],
    )
    def test_by_words_looks_at_title_summary_and_introduction(self, words, is_found):
        make_consultation(
            title="What should grants achieve?",
            summary="A small paper.",
            introduction="<p>For allotments too.</p>",
        )

        assert ConsultationPage.objects.matching(words).exists() is is_found
