"""Registers and files of bookings: as many queries for three bookings as for one."""

import pytest
from django.utils import timezone

from events.models import Booking
from tests.factories.bookings import in_days, make_bookable, make_booking

pytestmark = pytest.mark.django_db


def make_each(name):
    """Two bookings for an organisation: one of somebody who came, one of somebody who waits."""
    session = make_bookable(
        places=1, event={"title": f"Event of {name}", "first_published_at": timezone.now()}
    )
    came = make_booking(session, name=name, organisation_name=f"Group {name}", access="A loop")
    make_booking(session, name=f"After{name}", organisation_name=f"Group {name}")
    Booking.objects.filter(pk=came.pk).update(attended=1)
    return session


def read(client, address):
    answer = client.get(address)
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


@pytest.mark.parametrize(
    "address",
    [
        "/admin/bookings/",
        "/admin/bookings/?session__event__kind__exact=training&status__exact=booked",
        "/admin/bookings/?q=Group",
        "/admin/bookings/?export=csv",
        "/admin/attendance/",
        "/admin/attendance/?export=csv",
        "/admin/waiting-list/",
        "/admin/waiting-list/?export=csv",
        "/admin/reports/event-numbers/?year={year}",
        "/admin/",
    ],
)
def test_three_take_as_many_queries_as_one(
    address, events_editor, signed_in, home, django_assert_max_num_queries
):
    client, counts, pages = signed_in(events_editor), [], []
    address = address.format(year=in_days(10).year)
    for names in (["Amina"], ["Ben", "Cleo"]):
        for name in names:
            make_each(name)
        read(client, address)
        with django_assert_max_num_queries(40) as queries:
            pages.append(read(client, address))
        counts.append(len(queries))

    assert counts[0] == counts[1]
    assert len(pages[1]) > len(pages[0])


def test_a_file_of_one_session_takes_as_many_queries_for_three_as_for_one(
    events_editor, signed_in, home, django_assert_max_num_queries
):
    session = make_bookable(places=9)
    client, counts = signed_in(events_editor), []
    address = f"/admin/sessions/{session.pk}/bookings.csv"
    for names in (["Amina"], ["Ben", "Cleo"]):
        for name in names:
            make_booking(session, name=name, organisation_name=f"Group {name}", access="A loop")
        with django_assert_max_num_queries(40) as queries:
            b"".join(client.post(address, {"needs": "1"}).streaming_content)
        counts.append(len(queries))

    assert counts[0] == counts[1]
