"""How a consultation stands, in words, on either side of each of its moments."""

import datetime as dt

import pytest
from time_machine import travel

from consultations.enums import PublicationMode
from consultations.models import ConsultationPage
from consultations.templatetags.consultation_tags import (
    Crumb,
    Tag,
    beside_tag,
    consultations_now,
    crumbs,
    dates_in_words,
    promise_rows,
    sent_thread,
    stage_tag,
    stage_thread,
    why_no_figures,
    why_nothing_is_shown,
)
from tests.factories.consultations import make_consultation, make_published_draft

pytestmark = pytest.mark.django_db

OPENS = dt.datetime(2026, 6, 1, 8, 0, tzinfo=dt.UTC)
CLOSES = dt.datetime(2026, 9, 6, 23, 0, tzinfo=dt.UTC)  # midnight in London
SECOND = dt.timedelta(seconds=1)
DAY = dt.timedelta(days=1)


@pytest.fixture
def consultation():
    return make_consultation(
        slug="strategy",
        opens_at=OPENS,
        closes_at=CLOSES,
        decision_maker="Cabinet",
        decision_on=dt.date(2026, 11, 18),
        reply_by=dt.date(2026, 11, 2),
        open_to_change="The wording\n\nThe length",
        fixed="The sum",
    )


@pytest.mark.parametrize(
    ("now", "tag", "words"),
    [
        (OPENS - SECOND, Tag("Opens soon", "promised"), "Opens at 9am on Monday 1 June"),
        (OPENS, Tag("Open now", "now"), "Closes at 11:59pm on Sunday 6 September"),
        (CLOSES - SECOND, Tag("Open now", "now"), "Closes at 11:59pm on Sunday 6 September"),
        (CLOSES, Tag("Closed, being read", ""), "Closed on Sunday 6 September"),
    ],
)
def test_it_is_said_how_it_stands_at_each_boundary(consultation, now, tag, words):
    with travel(now, tick=False):
        assert (stage_tag(consultation), dates_in_words(consultation)) == (tag, words)


def test_a_standing_consultation_is_open_in_another_way(consultation):
    consultation.closes_at = None

    with travel(CLOSES, tick=False):
        said = (stage_tag(consultation), dates_in_words(consultation))

    assert said == (Tag("Always open", "soon"), "No closing date")


def test_an_answer_is_dated_once_beside_its_tag(consultation):
    consultation.answered_at = CLOSES + 30 * DAY

    with travel(CLOSES + 40 * DAY, tick=False):
        said = (stage_tag(consultation), beside_tag(consultation), dates_in_words(consultation))

    assert said == (
        Tag("Answered", "done"),
        "Wednesday 7 October",
        "Answered on Wednesday 7 October",
    )


def steps_at(consultation, now):
    with travel(now, tick=False):
        return [(step.state, step.label, step.date) for step in stage_thread(consultation)]


def test_the_thread_promises_what_is_ahead_while_it_is_open(consultation):
    assert steps_at(consultation, OPENS) == [
        ("done", "Opened for comments", "Monday 1 June"),
        ("now", "Open for comments", "Until 11:59pm on Sunday 6 September"),
        ("promised", "The Board reads every comment", "As they arrive"),
        ("promised", "The council answers", "Monday 2 November"),
        ("promised", "The decision is taken", "Wednesday 18 November"),
    ]


def test_the_thread_has_only_rings_before_it_opens(consultation):
    assert {state for state, _, _ in steps_at(consultation, OPENS - SECOND)} == {"promised"}


def test_the_board_is_reading_when_it_has_closed(consultation):
    assert steps_at(consultation, CLOSES)[1:3] == [
        ("done", "Closed", "Sunday 6 September"),
        ("now", "The Board reads every comment", "Now"),
    ]


def test_the_thread_is_all_knots_in_the_order_of_time_when_answered(consultation):
    consultation.analysis_signed_off_at = CLOSES + 80 * DAY
    consultation.answered_at = CLOSES + 90 * DAY
    consultation.decision_on = dt.date(2026, 11, 1)

    assert steps_at(consultation, CLOSES + 91 * DAY) == [
        ("done", "Opened for comments", "Monday 1 June"),
        ("done", "Closed", "Sunday 6 September"),
        ("done", "The decision was taken", "Sunday 1 November"),
        ("done", "The Board reported what was said", "Wednesday 25 November"),
        ("done", "The council answered", "Saturday 5 December"),
    ]


def reply_at(consultation, now):
    with travel(now, tick=False):
        (reply,) = [step for step in stage_thread(consultation) if step.key == "reply"]
    return reply.state, reply.text


def test_a_reply_on_the_promised_day_is_in_time(consultation):
    consultation.answered_at = dt.datetime(2026, 11, 2, 23, 30, tzinfo=dt.UTC)

    assert reply_at(consultation, CLOSES + 90 * DAY) == (
        "done",
        "In time: promised by Monday 2 November.",
    )


def test_a_reply_on_the_day_after_is_late(consultation):
    consultation.answered_at = dt.datetime(2026, 11, 3, 0, 30, tzinfo=dt.UTC)

    assert reply_at(consultation, CLOSES + 90 * DAY) == (
        "done",
        "Late: promised by Monday 2 November.",
    )


def test_a_promise_is_not_called_late_on_its_last_day(consultation):
    _, text = reply_at(consultation, dt.datetime(2026, 11, 2, 23, 59, tzinfo=dt.UTC))

    assert text == "The Board writes what was said; the council writes what it will do."


def test_a_promise_that_has_passed_stays_a_ring_and_says_so(consultation):
    state, text = reply_at(consultation, dt.datetime(2026, 11, 3, 0, 0, tzinfo=dt.UTC))

    assert (state, text[:60]) == (
        "promised",
        "This date has passed and nothing is on record yet. The Board",
    )


@pytest.mark.parametrize(
    ("now", "text"),
    [
        (CLOSES - 21 * DAY, "20 days left."),
        (CLOSES - DAY - SECOND, "Closes tomorrow."),
        (CLOSES - DAY, "Closes today."),
    ],
)
def test_days_left_are_days_of_the_calendar(consultation, now, text):
    with travel(now, tick=False):
        assert stage_thread(consultation)[1].text == text


def test_the_promise_leaves_out_what_nobody_wrote(consultation):
    with travel(OPENS, tick=False):
        rows = [(row.name, row.value or row.points, row.kind) for row in promise_rows(consultation)]

    assert rows == [
        ("Who decides", "Cabinet", ""),
        ("Open to change", ("The wording", "The length"), "open"),
        ("Fixed", ("The sum",), "fixed"),
        ("How far it goes", "Consultation: level 2 of 5 in the Board’s Principles", ""),
        (
            "What is shown",
            "Comments are shown as they come in, once the Board has read them.",
            "",
        ),
    ]


def test_a_response_is_followed_by_what_is_still_ahead(consultation):
    received_at = dt.datetime(2026, 6, 10, 15, 12, tzinfo=dt.UTC)

    with travel(received_at, tick=False):
        shown = [
            (step.state, step.label, step.date) for step in sent_thread(consultation, received_at)
        ]

    assert shown == [
        ("done", "We have your response", "4:12pm on Wednesday 10 June"),
        ("promised", "The Board reads every comment", "As they arrive"),
        ("promised", "The council answers", "Monday 2 November"),
        ("promised", "The decision is taken", "Wednesday 18 November"),
    ]


@pytest.mark.parametrize(
    ("mode", "now", "sentence"),
    [
        (PublicationMode.DURING, OPENS, "No comment is shown here yet."),
        (PublicationMode.DURING, OPENS - SECOND, "It has not opened yet."),
        (
            PublicationMode.AFTER_CLOSE,
            CLOSES - SECOND,
            "Comments are shown here after it closes at 11:59pm on Sunday 6 September, "
            "once the Board has read them.",
        ),
        (PublicationMode.AFTER_CLOSE, CLOSES, "No comment is shown here yet."),
        (
            PublicationMode.NEVER,
            CLOSES,
            "Comments on this consultation are read and counted. They are not shown here.",
        ),
    ],
)
def test_it_is_said_why_nothing_is_shown(consultation, mode, now, sentence):
    consultation.publication_mode = mode

    with travel(now, tick=False):
        assert why_nothing_is_shown(consultation) == sentence


def test_it_is_said_when_figures_will_be_shown(consultation):
    with travel(OPENS, tick=False):
        assert why_no_figures(consultation).endswith("closes at 11:59pm on Sunday 6 September.")


def test_open_ones_come_first_and_those_that_never_close_below_them():
    with travel(OPENS, tick=False):
        standing = make_consultation(title="Standing", opens_at=OPENS - 90 * DAY, closes_at=None)
        later = make_consultation(title="Later", opens_at=OPENS - DAY, closes_at=CLOSES)
        sooner = make_consultation(title="Sooner", opens_at=OPENS, closes_at=CLOSES - DAY)
        planned = make_consultation(title="Planned", opens_at=OPENS + SECOND, closes_at=CLOSES)

        listed = consultations_now({})

    assert ([page.title for page in listed["open"]], listed["planned"]) == (
        [sooner.title, later.title, standing.title],
        [planned],
    )


def test_a_page_shows_the_way_home(consultation):
    draft = make_published_draft(consultation)

    assert crumbs(draft) == [
        Crumb("Home", "/"),
        Crumb("Consultations", "/consultations/"),
        Crumb("A thriving sector", "/consultations/strategy/"),
        Crumb("Draft strategy", "/consultations/strategy/draft/"),
    ]


def test_a_step_below_a_consultation_has_no_address(consultation):
    page = ConsultationPage.objects.get(pk=consultation.pk)

    assert crumbs(page, "What people said")[-2:] == [
        Crumb("A thriving sector", "/consultations/strategy/"),
        Crumb("What people said", ""),
    ]
