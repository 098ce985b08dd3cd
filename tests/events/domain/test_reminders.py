"""Reminders and the question how it was: once each, however often the job runs."""

import pytest
from django.core.management import call_command
from django.utils import timezone

from delivery.models import OutboxMessage
from events.domain.booking import cancel
from events.domain.evaluating import NotToBeEvaluated, evaluate, results_of
from events.domain.reminders import ask_how_it_was, remind
from events.enums import Asked, EventStatus, QuestionKind
from events.models import Booking, Evaluation, EventQuestion
from tests.factories.bookings import DAY, HOUR, make_bookable, make_booking, set_session

pytestmark = pytest.mark.django_db


def to(subject):
    letters = OutboxMessage.objects.filter(subject__startswith=subject).order_by("pk")
    return list(letters.values_list("to", flat=True))


def test_a_reminder_goes_once_to_those_with_a_place_and_to_nobody_else():
    session = make_bookable(places=2, reminder_days=2, reminder_text="Bring a pen.")
    make_booking(session, name="Amina")
    make_booking(session, name="Waits", places=2)
    gone = make_booking(session, name="Gone")
    cancel(booking_pk=gone.pk, at=timezone.now())
    due = session.starts_at - 2 * DAY

    assert remind(at=due - HOUR / 3600) == 0
    assert [remind(at=due), remind(at=due), remind(at=due + HOUR)] == [1, 0, 0]

    assert to("Coming soon") == ["amina@example.org"]
    letter = OutboxMessage.objects.get(subject__startswith="Coming")
    assert "Bring a pen." in letter.body
    assert "/bookings/" in letter.body
    assert f"UID:{session.uid}" in letter.attachment


def test_what_is_called_off_or_asks_for_none_reminds_nobody():
    session = make_bookable(reminder_days=2)
    quiet = make_bookable(reminder_days=0)
    make_booking(session)
    make_booking(quiet)

    set_session(session, status=EventStatus.CANCELLED)

    assert remind(at=session.starts_at - HOUR) == 0


def test_a_session_that_moved_reminds_again():
    session = make_bookable(reminder_days=2)
    make_booking(session)
    assert remind(at=session.starts_at - DAY) == 1

    moved = session.starts_at + 7 * DAY
    set_session(session, starts_at=moved, ends_at=moved + HOUR)

    assert [remind(at=moved - DAY), remind(at=moved - DAY)] == [1, 0]


def test_whoever_books_when_it_is_soon_already_needs_no_reminder():
    session = make_bookable(reminder_days=20)
    make_booking(session)

    assert remind(at=timezone.now() + HOUR) == 0


def test_those_who_came_are_asked_once_how_it_was_and_answer_once():
    question = EventQuestion(label="How was it?", kind=QuestionKind.SCALE, asked=Asked.AFTERWARDS)
    words = EventQuestion(label="What was missing?", kind="text", asked=Asked.AFTERWARDS)
    session = make_bookable(places=4, questions=[question, words])
    came, other, _ = [make_booking(session, name=name) for name in ("Amina", "Ben", "Cleo")]
    Booking.objects.filter(name="Cleo").update(attended=0)
    over = session.ends_at

    assert ask_how_it_was(at=over - HOUR) == 0
    assert [ask_how_it_was(at=over), ask_how_it_was(at=over + DAY)] == [2, 0]
    assert to("How was it?") == ["amina@example.org", "ben@example.org"]

    scale, missing = session.event.booking_questions.all()
    with pytest.raises(NotToBeEvaluated):
        evaluate(booking_pk=came.pk, answers=[], at=over - HOUR)
    evaluate(booking_pk=came.pk, answers=[(scale, "5"), (missing, "Tea")], at=over)
    evaluate(booking_pk=other.pk, answers=[(scale, "2"), (missing, "")], at=over)
    with pytest.raises(NotToBeEvaluated):
        evaluate(booking_pk=came.pk, answers=[(scale, "1")], at=over)

    first, second = results_of(session.event)
    assert (first.average, [bar.count for bar in first.bars]) == (3.5, [0, 1, 0, 0, 1])
    assert (second.answered, second.words) == (1, ["Tea"])
    assert Evaluation.objects.count() == 2
    assert {field.name for field in Evaluation._meta.get_fields()} == {"id", "session", "answers"}


def test_the_commands_say_what_they_did(capsys):
    for name in ("pass_on_places", "remind_bookers"):
        call_command(name)

    assert capsys.readouterr().out.splitlines() == [
        "0 offers were not answered in time.",
        "0 were reminded, 0 were asked how it was.",
    ]
