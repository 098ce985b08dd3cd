import datetime as dt

import pytest

from demo.loading.bookings import load_bookings
from demo.loading.events import load_events
from demo.loading.people import load_people
from demo.loading.scene import Scene
from events.domain.booking_places import taken_of
from events.domain.evaluating import results_of
from events.models import EventSession

A_WEDNESDAY = dt.datetime(2026, 6, 10, 11, 0, tzinfo=dt.UTC)


@pytest.mark.django_db
def test_some_events_are_booked_one_is_full_and_two_were_well_attended(home):
    scene = Scene(A_WEDNESDAY)
    load_people(scene)
    load_events(home, today=scene.today)

    load_bookings(scene)

    sessions = {
        session.event.slug: session
        for session in EventSession.objects.select_related("event").exclude(bookings=None)
    }
    figures = {
        slug: (taken.booked, taken.places, taken.in_line, taken.came)
        for slug, taken in ((slug, taken_of(session)) for slug, session in sessions.items())
    }
    assert figures == {
        "compact-essentials-for-council-officers": (14, 20, 0, 0),
        "compact-essentials-for-groups": (25, 25, 3, 0),
        "commissioning-together": (7, 24, 0, 0),
        "understanding-the-compact-2": (24, 24, 0, 22),
        "understanding-the-compact-1": (21, 24, 0, 18),
        "lunchtime-questions-on-the-draft": (3, None, 0, 0),
    }
    results = results_of(sessions["understanding-the-compact-2"].event)
    assert [result.answered for result in results] == [5, 5, 3]
