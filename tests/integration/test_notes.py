"""Notes of an event's tables become responses of its consultation: once, in time, by an officer."""

import datetime as dt
import json

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from consultations.analysis.domain.reconciling import reconcile
from consultations.models import ConsultationPage
from consultations.responses.domain.numbers import numbers
from consultations.responses.models import Answer, Comment, Questionnaire, Response
from events.domain.tables import Said
from events.enums import EventStatus
from integration.notes import CannotHandOver, Hindrance, hand_over, standing
from records.models import LogEntry
from tests.factories.bookings import HOUR, set_session
from tests.factories.consultations import DAY
from tests.factories.questions import Asked, make_form
from tests.factories.tables import make_event_about, make_table

TICK = dt.timedelta(microseconds=1)


@pytest.fixture
def session(usual_draft):
    return make_event_about(usual_draft.consultation)


def give(session, by, *, now=None):
    return hand_over(session_pk=session.pk, by=by, now=now or timezone.now())


def ask_instead(*asked):
    """Another form for everything that has none of its own."""
    Questionnaire.objects.update(is_default=False)
    make_form(*asked)


def test_each_table_becomes_one_group_of_its_number_however_often_it_is_pressed(
    usual_draft, session, officer
):
    section = usual_draft.sections().first()
    first = make_table(
        session,
        by=officer,
        headcount=8,
        who="Carers",
        may_be_shown=True,
        notes=[
            Said(about=section.pk, agreed="Three years.", some="Five years."),
            Said(most="Plain words."),
            Said(about=section.pk, most="Start now."),
        ],
    )
    second = make_table(session, by=officer, name="Table 2", headcount=5)
    empty = make_table(session, by=officer, name="Table 3", notes=[])

    handed = give(session, officer)
    again = give(session, officer)

    assert ([table.pk for table, _ in handed], again) == ([first.pk, second.pk], [])
    for table in (first, second, empty):
        table.refresh_from_db()
    one, two = Response.objects.order_by("pk")
    assert (first.reference, second.reference) == (one.reference, two.reference)
    assert (first.handed_over_by, empty.reference) == (officer, "")
    assert (one.capacity, one.channel, one.headcount) == ("meeting", "meeting", 8)
    assert (one.publish, two.publish) == ("without_name", "no")
    assert one.received_at == session.ends_at
    found = numbers(usual_draft.consultation)
    assert (found.people, found.meetings, found.at_meetings) == (0, 2, 13)
    assert reconcile(usual_draft.consultation).adds_up
    comments = Comment.objects.filter(response=one).order_by("position")
    assert [comment.section_id for comment in comments] == [section.pk, None]
    words = Answer.objects.get(comment=comments[0]).value
    for said in ("a group of 8 people (Carers)", "Three years.", "Start now.", "Five years."):
        assert said in words
    assert LogEntry.objects.filter(action="tables.handed-over", by=officer).count() == 2


def test_a_form_that_asks_for_a_record_of_a_group_gets_one(usual_draft, session, officer):
    ask_instead(Asked("c", "comment", "What else?"), Asked("r", "group_record", "What did it say?"))
    make_table(session, by=officer, headcount=8, led_by="Amina", notes=[Said(agreed="Yes.")])

    give(session, officer)

    assert json.loads(Answer.objects.get().value) == {
        "headcount": "8",
        "led_by": "Amina",
        "agreed": "Yes.",
    }


def test_a_form_that_takes_no_notes_leaves_everything_as_it_was(usual_draft, session, officer):
    ask_instead(Asked("n", "number", "How many?"))
    table = make_table(session, by=officer)

    with pytest.raises(CannotHandOver) as refusal:
        give(session, officer)

    assert "“Record of a group”" in refusal.value.sentence
    table.refresh_from_db()
    assert (table.reference, Response.objects.count()) == ("", 0)


def test_only_what_was_said_while_it_was_open_counts(usual_draft, session, officer):
    make_table(session, by=officer)
    now = timezone.now()
    consultation = ConsultationPage.objects.filter(pk=usual_draft.consultation.pk)

    for opens_at, closes_at, hindrance in (
        (session.ends_at + TICK, now + DAY, Hindrance.NOT_OPEN),
        (now - DAY, session.ends_at, Hindrance.NOT_OPEN),
        (session.ends_at, session.ends_at + TICK, None),
    ):
        consultation.update(opens_at=opens_at, closes_at=closes_at)
        assert standing(session, user=officer, now=now).hindrance == hindrance
        if hindrance:
            with pytest.raises(CannotHandOver):
                give(session, officer)
    assert len(give(session, officer)) == 1


def test_it_waits_until_the_session_is_over(usual_draft, session, officer):
    make_table(session, by=officer)

    with pytest.raises(CannotHandOver) as refusal:
        give(session, officer, now=session.ends_at - TICK)

    assert refusal.value.sentence == Hindrance.NOT_OVER
    assert len(give(session, officer, now=session.ends_at)) == 1


def test_what_is_off_unlinked_not_public_or_signed_off_takes_nothing(usual_draft, officer):
    consultation = usual_draft.consultation
    session = make_event_about(consultation)
    page = ConsultationPage.objects.filter(pk=consultation.pk)

    def hindrance():
        session.refresh_from_db()
        return standing(session, user=officer, now=timezone.now()).hindrance

    set_session(session, status=EventStatus.CANCELLED)
    assert hindrance() == Hindrance.CALLED_OFF
    set_session(session, status=EventStatus.SCHEDULED)
    page.update(analysis_signed_off_at=timezone.now())
    assert hindrance() == Hindrance.FIXED
    page.update(analysis_signed_off_at=None, live=False)
    assert hindrance() == Hindrance.NOT_PUBLIC
    page.update(live=True)
    assert hindrance() is None
    type(session.event).objects.update(consultation=None)
    session.event.refresh_from_db()
    assert hindrance() == Hindrance.NO_CONSULTATION


def test_whoever_may_not_type_in_responses_hands_nothing_over(
    usual_draft, session, events_editor, board_member, stranger
):
    make_table(session, by=events_editor)

    for person in (events_editor, board_member, stranger):
        with pytest.raises(PermissionDenied):
            give(session, person)
    assert not Response.objects.exists()


def test_notes_about_an_older_version_ask_for_another_section(usual_draft, session, officer):
    other = make_event_about(usual_draft.consultation, ended=3 * HOUR)
    make_table(other, by=officer, notes=[Said(about=usual_draft.consultation.pk, most="Yes.")])

    with pytest.raises(CannotHandOver) as refusal:
        give(other, officer)

    assert "Table 1" in refusal.value.sentence
