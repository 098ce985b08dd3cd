"""A stage is never typed: it follows from the clock and from what is on record, to the second."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from consultations.domain.stages import (
    accepts_responses,
    comments_are_public,
    figures_are_public,
    record_answered,
)
from consultations.enums import PublicationMode, Stage
from consultations.models import ConsultationPage
from tests.factories.consultations import make_consultation

# A page asks the database what kind it is, even one that is not saved.
pytestmark = pytest.mark.django_db

# The clocks go back in London on this night: one wall-clock hour happens twice.
OPENS = dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC)
CLOSES = dt.datetime(2026, 10, 25, 1, 30, tzinfo=dt.UTC)
TICK = dt.timedelta(microseconds=1)
LATER = CLOSES + dt.timedelta(days=30)


def consultation(**fields):
    return ConsultationPage(**{"title": "C", "opens_at": OPENS, "closes_at": CLOSES, **fields})


@pytest.mark.parametrize(
    ("moment", "stage"),
    [
        (OPENS - TICK, Stage.PLANNED),
        (OPENS, Stage.OPEN),
        (OPENS + TICK, Stage.OPEN),
        (CLOSES - TICK, Stage.OPEN),
        (CLOSES, Stage.CLOSED),
        (CLOSES + TICK, Stage.CLOSED),
    ],
)
def test_the_clock_decides_to_the_microsecond(moment, stage):
    page = consultation()

    assert page.stage_at(moment) == stage
    assert accepts_responses(page, received_at=moment) is (stage == Stage.OPEN)


def test_a_standing_consultation_never_closes():
    assert consultation(closes_at=None).stage_at(LATER) == Stage.OPEN


def test_the_record_moves_it_on():
    page = consultation(analysis_signed_off_at=CLOSES)
    answered = consultation(answered_at=LATER)

    assert page.stage_at(LATER) == Stage.ANALYSED
    assert answered.stage_at(LATER - TICK) == Stage.CLOSED
    assert answered.stage_at(LATER) == Stage.ANSWERED


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        (PublicationMode.DURING, [False, True, True, True]),
        (PublicationMode.AFTER_CLOSE, [False, False, False, True]),
        (PublicationMode.NEVER, [False, False, False, False]),
    ],
)
def test_comments_are_public_when_the_mode_says_so(mode, expected):
    page = consultation(publication_mode=mode)
    moments = [OPENS - TICK, OPENS, CLOSES - TICK, CLOSES]

    assert [comments_are_public(page, now=moment) for moment in moments] == expected


@pytest.mark.parametrize(
    ("show_counts", "expected"),
    [(False, [False, False, False, True]), (True, [False, True, True, True])],
)
def test_figures_wait_for_the_closing_unless_an_officer_shows_them(show_counts, expected):
    page = consultation(show_counts=show_counts)
    moments = [OPENS - TICK, OPENS, CLOSES - TICK, CLOSES]

    assert [figures_are_public(page, now=moment) for moment in moments] == expected


def test_a_standing_consultations_comments_are_not_public_after_a_close_that_never_comes():
    page = consultation(closes_at=None, publication_mode=PublicationMode.AFTER_CLOSE)

    assert not comments_are_public(page, now=LATER)


@pytest.mark.django_db
class TestTheRecord:
    def test_is_kept_once(self):
        page = make_consultation()

        record_answered(consultation=page, at=CLOSES)
        record_answered(consultation=page, at=LATER)

        assert ConsultationPage.objects.get(pk=page.pk).answered_at == CLOSES

    def test_is_not_unsaid_by_a_stale_copy(self):
        page = make_consultation()
        stale = ConsultationPage.objects.get(pk=page.pk)
        record_answered(consultation=page, at=CLOSES)

        stale.title = "New title"
        stale.save()

        stored = ConsultationPage.objects.get(pk=page.pk)
        assert (stored.title, stored.answered_at) == ("New title", CLOSES)

    def test_of_times_the_wrong_way_round_is_refused_by_the_database(self):
        page = make_consultation()

        with pytest.raises(IntegrityError), transaction.atomic():
            ConsultationPage.objects.filter(pk=page.pk).update(opens_at=LATER, closes_at=CLOSES)


@pytest.mark.django_db
def test_the_list_has_the_open_ones_that_close_soonest_first(resident):
    now = dt.datetime.now(dt.UTC)
    day = dt.timedelta(days=1)
    make_consultation(title="Closed", opens_at=now - 9 * day, closes_at=now - 2 * day)
    make_consultation(title="Later", opens_at=now - day, closes_at=now + 9 * day)
    make_consultation(title="Sooner", opens_at=now - day, closes_at=now + day)
    make_consultation(title="Planned", opens_at=now + day, closes_at=now + 2 * day)

    listed = resident.get("/consultations/").context["consultations"]

    assert [page.title for page in listed] == ["Sooner", "Later", "Planned", "Closed"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("stage", "titles"), [("open", ["Open"]), ("planned", ["Planned"]), ("nonsense", None)]
)
def test_the_list_is_filtered_by_stage(resident, stage, titles):
    now = dt.datetime.now(dt.UTC)
    day = dt.timedelta(days=1)
    make_consultation(title="Open")
    make_consultation(title="Planned", opens_at=now + day, closes_at=now + 2 * day)

    listed = resident.get(f"/consultations/?stage={stage}").context["consultations"]

    assert [page.title for page in listed] == (titles or ["Open", "Planned"])


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_much_for_three_as_for_one(resident, count, django_assert_num_queries):
    for _ in range(count):
        make_consultation()
    resident.get("/consultations/")

    with django_assert_num_queries(11):
        resident.get("/consultations/")
