"""Bookings round today: made with the same functions as everybody's."""

from datetime import timedelta

from django.db import transaction

from demo.content.bookings import BOOKINGS
from events.domain.booking import Details, book
from events.domain.booking_dates import book_all
from events.domain.booking_places import questions_of
from events.domain.booking_register import mark
from events.enums import Asked
from events.models import (
    BookingTerms,
    Evaluation,
    EvaluationAnswer,
    EventPage,
    EventQuestion,
    EventSession,
)
from people.domain.roles import group_for
from people.enums import Role
from people.models import User
from records.domain.references import new_key

BOOKED_BEFORE = timedelta(days=12)
APART = timedelta(hours=5)


@transaction.atomic
def load_bookings(scene):
    by = User.objects.filter(groups=group_for(Role.EVENTS_EDITOR)).first()
    for booked in BOOKINGS:
        page = EventPage.objects.filter(slug=booked.slug).first()
        if page is not None:
            _let_people_book(page, booked)
            session = EventSession.objects.select_related("event").filter(event=page).first()
            _load(session, booked, by=by, now=scene.now)


def _let_people_book(page, booked):
    page.how_to_book = ""
    page.booking_terms = [BookingTerms(**booked.terms)]
    page.booking_questions = [
        EventQuestion(asked=asked, label=label, kind=kind, choices=choices)
        for asked, label, kind, choices in booked.asks
    ]
    page.save_revision().publish()


def _load(session, booked, *, by, now):
    is_over = session.ends_at <= now
    begins = min(session.starts_at, now) - BOOKED_BEFORE
    [*asked] = questions_of(session.event, asked=Asked.BOOKING)
    came = {}
    for number, guest in enumerate(booked.guests):
        made = {"key": new_key(), "at": begins + number * APART}
        made["details"] = Details(
            name=guest.name,
            email=guest.email,
            organisation_name=guest.organisation,
            places=guest.places,
            access=guest.access,
            diet=guest.diet,
            answers=[(one, one.answers()[number % len(one.answers())]) for one in asked],
        )
        if booked.all_dates:
            book_all(event_pk=session.event_id, **made)
            continue
        booking = book(session_pk=session.pk, **made)
        came[booking.pk] = guest.places if guest.came is None else guest.came
    if is_over:
        mark(session_pk=session.pk, came=came, by=by, at=session.ends_at)
        _said_afterwards(session, booked.sheets)


def _said_afterwards(session, sheets):
    questions = questions_of(session.event, asked=Asked.AFTERWARDS)
    for sheet in sheets:
        evaluation = Evaluation.objects.create(session=session)
        EvaluationAnswer.objects.bulk_create(
            EvaluationAnswer(
                evaluation=evaluation,
                question_key=question.key,
                label=question.label,
                kind=question.kind,
                value=value,
            )
            for question, value in zip(questions, sheet, strict=True)
            if value
        )
