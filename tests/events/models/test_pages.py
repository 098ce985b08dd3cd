from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from wagtail.models import Page

from events.enums import EventStatus
from events.models import EventIndexPage, EventPage
from pages.models import HomePage
from tests.factories.events import an_event, make_event, make_event_index

# A page asks the database what kind it is, even one that is not saved.
pytestmark = pytest.mark.django_db

LONDON = ZoneInfo("Europe/London")
STARTS_AT = datetime(2026, 7, 15, 14, tzinfo=LONDON)
ENDS_AT = datetime(2026, 7, 15, 18, tzinfo=LONDON)


@pytest.fixture
def index(home):
    return make_event_index(home)


@pytest.mark.parametrize("ends_at", [STARTS_AT, STARTS_AT - timedelta(seconds=1)])
def test_an_event_is_refused_when_it_does_not_end_after_it_starts(index, ends_at):
    with pytest.raises(ValidationError) as refusal:
        make_event(index, starts_at=STARTS_AT, ends_at=ends_at)

    assert refusal.value.message_dict == {"ends_at": ["It must end after it starts."]}


def test_the_database_refuses_it_too_when_nobody_has_asked_the_form(index):
    event = make_event(index, starts_at=STARTS_AT, ends_at=ENDS_AT)

    with pytest.raises(IntegrityError), transaction.atomic():
        EventPage.objects.filter(pk=event.pk).update(ends_at=STARTS_AT)


def test_an_event_without_a_date_is_not_published(index):
    with pytest.raises(ValidationError) as refusal:
        index.add_child(instance=EventPage(title="Some day"))

    assert refusal.value.messages == ["Give the event a date."]


def test_events_live_in_one_list_under_the_home_page(home):
    assert EventIndexPage.can_create_at(home)

    index = make_event_index(home)

    assert EventIndexPage.allowed_parent_page_models() == [HomePage]
    assert EventIndexPage.allowed_subpage_models() == [EventPage]
    assert EventPage.allowed_parent_page_models() == [EventIndexPage]
    assert EventPage.allowed_subpage_models() == []
    assert not EventIndexPage.can_create_at(Page.objects.get(pk=home.pk).specific)
    assert EventPage.can_create_at(index)


@pytest.mark.parametrize(
    ("status", "is_off"),
    [
        (EventStatus.SCHEDULED, False),
        (EventStatus.RESCHEDULED, False),
        (EventStatus.POSTPONED, True),
        (EventStatus.CANCELLED, True),
    ],
)
def test_an_event_is_off_when_nobody_should_set_out_for_it(status, is_off):
    assert EventPage(status=status).is_off is is_off


def test_the_queryset_leaves_out_what_is_off(index):
    for status in EventStatus:
        make_event(
            index,
            title=status.label,
            starts_at=STARTS_AT,
            ends_at=ENDS_AT,
            status=status,
            previous_starts_at=STARTS_AT - timedelta(days=7),
        )

    titles = set(EventPage.objects.going_ahead().values_list("title", flat=True))

    assert titles == {"Going ahead", "New date"}


def test_a_page_changes_when_its_event_starts_and_ends():
    closes_at = STARTS_AT - timedelta(days=7)
    event = an_event(starts_at=STARTS_AT, ends_at=ENDS_AT, booking_closes_at=closes_at)

    assert event.boundaries() == [STARTS_AT, ENDS_AT, closes_at]


@time_machine.travel(datetime(2026, 7, 15, 15, tzinfo=LONDON), tick=False)
def test_the_list_changes_when_events_of_the_next_day_start_and_end(index):
    on_now = make_event(index, starts_at=STARTS_AT, ends_at=ENDS_AT)
    tonight = make_event(
        index, starts_at=ENDS_AT + timedelta(hours=1), ends_at=ENDS_AT + timedelta(hours=2)
    )
    make_event(index, starts_at=STARTS_AT - timedelta(hours=5), ends_at=STARTS_AT)
    make_event(index, starts_at=STARTS_AT, ends_at=ENDS_AT, live=False)
    make_event(index, starts_at=STARTS_AT + timedelta(days=3), ends_at=ENDS_AT + timedelta(days=3))

    assert set(index.boundaries()) == {
        on_now.starts_at,
        on_now.ends_at,
        tonight.starts_at,
        tonight.ends_at,
    }
