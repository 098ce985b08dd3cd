"""Fifty people at the same moment: real threads and transactions, on whichever database runs.

They give no address: it is the places that are tested, and not how fast letters go out.
"""

import threading

import pytest
from django.db import connection
from django.utils import timezone

from events.domain.booking import Details, cancel
from events.domain.booking_dates import DatesFull, book_all
from events.domain.booking_places import taken_of
from events.models import Booking
from tests.factories.bookings import make_bookable, make_booking, make_dated


def at_once(work, arguments):
    """Runs `work` for each argument in threads that start together; what went wrong is returned."""
    start = threading.Barrier(len(arguments))
    errors = []

    def run(argument):
        try:
            start.wait()
            work(argument)
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[argument]) for argument in arguments]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return errors


@pytest.mark.django_db(transaction=True)
def test_fifty_who_book_at_once_are_as_many_as_there_are_places_and_a_waiting_list():
    session = make_bookable(places=7)

    errors = at_once(lambda n: make_booking(session, name=f"Person{n}", email=""), list(range(50)))

    assert errors == []
    statuses = list(Booking.objects.order_by("pk").values_list("status", flat=True))
    assert statuses == ["booked"] * 7 + ["waiting"] * 43

    booked = list(Booking.objects.filter(status="booked").values_list("pk", flat=True))
    work = [("cancel", pk) for pk in booked[:5]] + [("book", n) for n in range(5)]

    def either(what):
        if what[0] == "cancel":
            cancel(booking_pk=what[1], at=timezone.now())
        else:
            make_booking(session, name=f"Late{what[1]}", email="")

    assert at_once(either, work) == []
    in_order = list(
        Booking.objects.exclude(status__in=["booked", "cancelled"])
        .order_by("pk")
        .values_list("status", flat=True)
    )
    assert in_order == ["offered"] * 5 + ["waiting"] * 43
    assert (taken_of(session).held, taken_of(session).left) == (7, 0)


@pytest.mark.django_db(transaction=True)
def test_one_form_sent_ten_times_at_once_is_one_booking():
    session = make_bookable(places=7)

    errors = at_once(lambda n: make_booking(session, key="k" * 40, email=""), list(range(10)))

    assert errors == []
    assert Booking.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_all_dates_and_single_ones_booked_at_once_overbook_none_and_never_lock_for_good():
    sessions = make_dated(15, 8, 1, places=4)
    refused = []

    def either(number):
        if number % 2:
            make_booking(sessions[number % 3], name=f"Person{number}", email="")
            return
        try:
            book_all(
                event_pk=sessions[0].event_id,
                key=f"{number}" * 20,
                details=Details(name=f"Person{number}"),
                at=timezone.now(),
            )
        except DatesFull:
            refused.append(number)

    assert at_once(either, list(range(20))) == []

    together = Booking.objects.filter(together__isnull=False)
    assert together.count() == 3 * (10 - len(refused))
    assert together.exclude(status="booked").count() == 0
    assert all(taken_of(session).held <= 4 for session in sessions)
