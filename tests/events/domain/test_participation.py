"""The table of a consultation's report: who took part at its events."""

import pytest
from django.utils import timezone

from events.domain.participation import participation
from events.enums import EventStatus
from events.models import Booking
from events.templatetags.participation_tags import participation_table
from tests.factories.bookings import HOUR, make_bookable, make_booking, set_session
from tests.factories.consultations import make_consultation
from tests.factories.outcomes import make_outcome
from tests.factories.tables import make_event_about, make_table

pytestmark = pytest.mark.django_db


def over(session, *, since=HOUR):
    now = timezone.now()
    return set_session(session, starts_at=now - since - 2 * HOUR, ends_at=now - since)


def make_held(consultation, *names, **fields):
    """A session that is over, to which these people came."""
    session = make_event_about(consultation, ended=-50 * HOUR, **fields)
    for name in names:
        make_booking(session, name=name, organisation_name=f"Friends of {name}")
    Booking.objects.filter(session=session).update(attended=1)
    return over(session)


def test_people_organisations_and_tables_of_what_took_place(officer):
    consultation = make_consultation()
    forum = make_held(consultation, "Amina", "Ben")
    make_booking(
        set_session(forum, starts_at=timezone.now() + HOUR, ends_at=timezone.now() + 2 * HOUR),
        name="Absent",
    )
    over(forum)
    make_table(forum, by=officer, headcount=8)
    make_table(forum, by=officer, headcount=5)
    drop_in = over(
        make_event_about(consultation, title="Drop-in", ended=-50 * HOUR), since=2 * HOUR
    )
    called_off = make_held(consultation, "Cleo")
    set_session(called_off, status=EventStatus.CANCELLED)
    make_event_about(consultation, ended=-HOUR)
    over(make_bookable(event={"title": "Of no consultation"}))

    found = participation(consultation.pk, now=timezone.now())

    figures = [
        (held.session.pk, held.came, held.organisations, held.tables, held.at_tables)
        for held in found.sessions
    ]
    assert figures == [(drop_in.pk, None, 0, 0, 0), (forum.pk, 2, 2, 2, 13)]
    assert (found.came, found.tables, found.at_tables) == (2, 2, 13)


def test_a_session_is_in_it_from_its_end_on():
    consultation = make_consultation()
    session = make_held(consultation)

    before = participation(consultation.pk, now=session.ends_at - HOUR / 3600)
    after = participation(consultation.pk, now=session.ends_at)

    assert (len(before.sessions), len(after.sessions)) == (0, 1)


def test_it_takes_as_many_queries_for_three_as_for_one(django_assert_num_queries):
    consultation = make_consultation()
    for number in (1, 2):
        for _ in range(number):
            make_held(consultation, "Amina")
        with django_assert_num_queries(4):
            [
                str(held.session.event)
                for held in participation(consultation.pk, now=timezone.now()).sessions
            ]


def test_the_outcome_shows_it(resident):
    outcome = make_outcome()
    make_held(outcome.get_parent(), "Amina", title="Forum in the hall")
    outcome.live = True
    type(outcome).objects.filter(pk=outcome.pk).update(live=True)

    page = resident.get(outcome.get_parent().url + "outcome/").content.decode()

    assert "Who took part at events" in page
    assert "Forum in the hall" in page
    drop_in = over(make_event_about(outcome.get_parent(), title="Drop-in", ended=-50 * HOUR))
    table = participation_table(outcome.get_parent())
    assert [row[1:] for row in table.rows] == [[1, 1, "–"], ["–", "–", "–"], [1, "", "–"]]
    assert drop_in.event.title in table.rows[1][0]
