"""What follows from an event's sessions, whichever road a change takes."""

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
import time_machine

from events.enums import EventStatus
from events.models import EventPage, EventSession
from tests.factories.events import make_event, make_event_index, make_venue

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 7, 1, 12, tzinfo=LONDON)
FIRST = datetime(2026, 7, 15, 14, tzinfo=LONDON)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def at_noon():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


def session(starts_at, **fields):
    return EventSession(**{"starts_at": starts_at, "ends_at": starts_at + HOUR} | fields)


@pytest.fixture
def series(home):
    """A published series of three weekly sessions, given in no order."""
    weeks = (2, 0, 1)
    event = make_event(
        make_event_index(home), sessions=[session(FIRST + week * 7 * DAY) for week in weeks]
    )
    return publish(event)


def publish(event):
    event.save_revision().publish()
    return EventPage.objects.get(pk=event.pk)


def edited(event):
    """The event as the editor shows it: as its latest revision has it."""
    return event.get_latest_revision_as_object()


def sessions_of(event):
    """Its sessions as they can be changed."""
    return event.sessions.get_object_list()


def move_first(event, *, to):
    first = sessions_of(event)[0]
    first.starts_at, first.ends_at = to, to + HOUR


def rows(event):
    return list(EventSession.objects.filter(event=event).order_by("sort_order"))


def test_an_event_lasts_from_its_first_session_to_its_last(series):
    assert [row.starts_at for row in rows(series)] == [FIRST, FIRST + 7 * DAY, FIRST + 14 * DAY]
    assert (series.starts_at, series.ends_at) == (FIRST, FIRST + 14 * DAY + HOUR)
    assert (series.status, series.is_off) == (EventStatus.SCHEDULED, False)


def test_publishing_the_same_again_changes_nothing(series):
    before = EventSession.objects.order_by("pk").values()

    publish(edited(series))

    assert list(EventSession.objects.order_by("pk").values()) == list(before)


def test_a_published_session_that_is_moved_keeps_its_first_date_and_tells_calendars(
    series, at_noon
):
    was = rows(series)[0]
    at_noon.shift(DAY)
    event = edited(series)
    move_first(event, to=FIRST + HOUR / 2)
    publish(event)
    once = EventSession.objects.get(pk=was.pk)
    event = edited(series)
    move_first(event, to=FIRST - DAY)
    publish(event)
    twice = EventSession.objects.get(pk=was.pk)

    assert (once.uid, twice.uid) == (was.uid, was.uid)
    assert (was.sequence, once.sequence, twice.sequence) == (0, 1, 2)
    assert (once.status, once.previous_starts_at) == (EventStatus.RESCHEDULED, FIRST)
    assert (twice.status, twice.previous_starts_at) == (EventStatus.RESCHEDULED, FIRST)
    assert (was.changed_at, once.changed_at) == (NOW, NOW + DAY)
    assert [row.sequence for row in rows(series)[1:]] == [0, 0]
    assert EventPage.objects.get().status == EventStatus.RESCHEDULED


def test_a_session_moved_back_is_as_it_was_planned(series):
    for starts_at in (FIRST - DAY, FIRST):
        event = edited(series)
        move_first(event, to=starts_at)
        publish(event)

    row = rows(series)[0]
    assert (row.status, row.previous_starts_at) == (EventStatus.SCHEDULED, None)
    assert row.sequence == 2


def test_a_postponed_session_with_another_date_goes_ahead(series):
    event = edited(series)
    sessions_of(event)[0].status = EventStatus.POSTPONED
    publish(event)
    event = edited(series)
    move_first(event, to=FIRST + DAY)
    publish(event)

    row = rows(series)[0]
    assert (row.status, row.previous_starts_at) == (EventStatus.RESCHEDULED, FIRST)


def test_a_session_taken_out_of_a_published_event_comes_back_as_cancelled(series):
    event = edited(series)
    event.sessions = sessions_of(event)[:1]
    publish(event)

    kept, *gone = rows(series)
    assert kept.status == EventStatus.SCHEDULED
    assert [(row.status, row.sequence) for row in gone] == [(EventStatus.CANCELLED, 1)] * 2
    assert EventPage.objects.get().ends_at == FIRST + HOUR
    assert len(edited(series).sessions.all()) == 3


def test_a_session_that_is_over_stays_as_it_was_when_it_is_taken_out(series, at_noon):
    at_noon.move_to(FIRST + HOUR)
    event = edited(series)
    event.sessions = sessions_of(event)[1:]
    publish(event)

    assert (rows(series)[0].status, rows(series)[0].sequence) == (EventStatus.SCHEDULED, 0)


def test_a_session_of_a_draft_may_be_taken_out_and_moved(home):
    event = make_event(
        make_event_index(home), live=False, sessions=[session(FIRST), session(FIRST + DAY)]
    )
    event.sessions = sessions_of(event)[1:]
    move_first(event, to=FIRST + DAY / 2)
    event.save()

    [row] = rows(event)
    assert (row.previous_starts_at, row.status) == (None, EventStatus.SCHEDULED)


def test_a_new_session_keeps_its_row_when_it_is_published_again(series):
    event = edited(series)
    event.sessions.add(session(FIRST + 21 * DAY))
    publish(event)
    before = [(row.pk, row.uid) for row in rows(series)]

    publish(edited(series))

    assert [(row.pk, row.uid) for row in rows(series)] == before
    assert len(before) == 4


def test_going_back_to_an_older_revision_deletes_no_session(series):
    first = series.latest_revision
    event = edited(series)
    event.sessions.add(session(FIRST + 21 * DAY))
    publish(event)

    first.publish()

    assert [row.status for row in rows(series)] == [*[EventStatus.SCHEDULED] * 3, "cancelled"]


def test_another_title_tells_calendars_too(series):
    event = edited(series)
    event.title = "Another"
    publish(event)

    assert {row.sequence for row in rows(series)} == {1}


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        (("scheduled", "cancelled", "postponed"), EventStatus.SCHEDULED),
        (("cancelled", "postponed", "cancelled"), EventStatus.POSTPONED),
        (("cancelled", "cancelled", "cancelled"), EventStatus.CANCELLED),
    ],
)
def test_an_event_is_off_only_when_all_its_sessions_are(series, statuses, expected):
    event = edited(series)
    for each, status in zip(sessions_of(event), statuses, strict=True):
        each.status = status
    event = publish(event)

    assert event.status == expected


def test_a_copy_has_sessions_of_its_own(series):
    event = edited(series)
    move_first(event, to=FIRST - DAY)
    publish(event)

    copy = series.copy(update_attrs={"slug": "copy"}, keep_live=False)
    copied = publish(copy.get_latest_revision_as_object())

    assert {row.uid for row in rows(copied)}.isdisjoint({row.uid for row in rows(series)})
    assert [row.starts_at for row in rows(copied)] == [row.starts_at for row in rows(series)]
    assert {(row.status, row.sequence) for row in rows(copied)} == {(EventStatus.SCHEDULED, 0)}
    assert rows(series)[0].previous_starts_at == FIRST


def test_a_revision_that_names_a_deleted_venue_can_be_read(series):
    event = edited(series)
    venue = make_venue("The Old Ropeworks")
    sessions_of(event)[0].venue = venue
    event.save_revision()
    venue.delete()

    assert edited(EventPage.objects.get()).sessions.all()[0].venue is None


def test_an_identifier_is_a_uuid_that_names_no_address(series):
    assert all(isinstance(row.uid, UUID) for row in rows(series))
