"""A year of events, made in seconds and measured: queries, time and memory of each screen.

    python -m tests.performance.events_year                  500 events, 20,000 bookings
    python -m tests.performance.events_year --events 50      a tenth of it

Run by hand: no test depends on a time. Everything happens in a folder of its own;
BENCH_DATABASE_URL names an empty database to use instead of SQLite.
"""

import argparse
import os
import platform
import random
import statistics
import sys
import tempfile
import time
import tracemalloc
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import django

BOOKINGS_AN_EVENT = 40
ROUNDS = 5
ROOT = Path(__file__).resolve().parents[2]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, default=500)
    events = parser.parse_args().events
    with tempfile.TemporaryDirectory(prefix="events-year-") as folder:
        _set_up(folder)
        start = time.perf_counter()
        session = make_year(events)
        made = time.perf_counter() - start
        print(f"{events} events, {events * BOOKINGS_AN_EVENT:,} bookings, made in {made:.0f} s.")
        print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}\n")
        measure(session)


def _set_up(folder):
    sys.path.insert(0, str(ROOT / "site"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.dev"
    os.environ["VAR_DIR"] = folder
    os.environ["DEBUG"] = "0"
    if "BENCH_DATABASE_URL" in os.environ:
        os.environ["DATABASE_URL"] = os.environ["BENCH_DATABASE_URL"]
    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.DEBUG = False
    settings.ALLOWED_HOSTS = ["testserver", "localhost"]
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("migrate", verbosity=0)


def make_year(events, *, seed=1):
    """Events through a year around today, each with 40 bookings; returns a full session to come."""
    from django.db import transaction
    from django.utils import timezone

    from events.enums import Audience, EventKind
    from pages.domain.tree import ensure_home
    from people.models import Organisation
    from tests.factories.events import make_event_index, make_venue

    draw, now = random.Random(seed), timezone.now()
    with transaction.atomic():
        index = make_event_index(ensure_home())
        venues = [make_venue(f"Hall {number}") for number in range(20)]
        for number in range(events):
            starts_at = now + timedelta(days=-182 + 365 * number / events, hours=1)
            _add_event(
                index,
                title=f"Event {number}",
                kind=draw.choice(EventKind.values),
                open_to=draw.choice(Audience.values),
                venue=draw.choice(venues),
                starts_at=starts_at,
            )
        organisations = Organisation.objects.bulk_create(
            Organisation(name=f"Group {number}") for number in range(200)
        )
        return _add_bookings(draw, organisations, now)


def _add_event(index, *, starts_at, venue, **fields):
    from events.models import BookingTerms, EventSession
    from tests.factories.events import make_event

    session = EventSession(
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        venue=venue,
        places=BOOKINGS_AN_EVENT,
    )
    terms = BookingTerms(gives_certificates=True)
    make_event(
        index,
        sessions=[session],
        booking_terms=[terms],
        summary="A summary.",
        first_published_at=starts_at,
        **fields,
    )


def _add_bookings(draw, organisations, now):
    from events.enums import BookingStatus
    from events.models import Booking, BookingNeeds, EventSession
    from records.domain.references import new_reference

    sessions = list(EventSession.objects.order_by("starts_at"))
    bookings = []
    for session in sessions:
        for number in range(BOOKINGS_AN_EVENT):
            is_over, waits = session.ends_at < now, number >= BOOKINGS_AN_EVENT - 4
            bookings.append(
                Booking(
                    session=session,
                    reference=new_reference(),
                    key_hash=uuid4().hex,
                    code_hash=uuid4().hex,
                    status=BookingStatus.WAITING if waits else BookingStatus.BOOKED,
                    organisation=draw.choice([None, *organisations]) if number % 2 else None,
                    name=f"Person {session.pk} {number}",
                    email=f"person{number}@example.org",
                    made_at=session.starts_at - timedelta(days=20),
                    booked_at=None if waits else session.starts_at - timedelta(days=20),
                    attended=draw.choice([0, 1, 1, 1]) if is_over and not waits else None,
                )
            )
    made = Booking.objects.bulk_create(bookings, batch_size=500)
    BookingNeeds.objects.bulk_create(
        (BookingNeeds(booking=one, access="A loop") for one in made[::5]), batch_size=500
    )
    return next(session for session in sessions if session.starts_at > now)


def measure(session):
    from django.core.cache import cache
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from people.enums import Role
    from tests.factories.people import make_user

    visitor, editor = Client(), Client()
    editor.force_login(make_user("events-editor", Role.EVENTS_EDITOR))
    print(f"| {'what':<48} | queries | ms (median of {ROUNDS}) | KB |")
    print("| --- | --- | --- | --- |")
    for name, client, method, address in _asked(session):
        client = {"visitor": visitor, "editor": editor}[client]
        times = []
        for _ in range(ROUNDS):
            if client is visitor:
                cache.clear()
            start = time.perf_counter()
            answer = getattr(client, method)(address)
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            times.append(time.perf_counter() - start)
        assert answer.status_code == 200, (address, answer.status_code)
        if client is visitor:
            cache.clear()
        with CaptureQueriesContext(connection) as queries:
            answer = getattr(client, method)(address)
            if answer.streaming:
                b"".join(answer.streaming_content)
        ms = 1000 * statistics.median(times)
        print(f"| {name:<48} | {len(queries)} | {ms:,.0f} | {len(body) / 1024:,.0f} |", flush=True)
    _measure_export(editor)


def _measure_export(editor):
    """The file of all bookings: how soon it begins, how long it takes, how much memory it needs."""
    first, seconds, rows = _export(editor)
    tracemalloc.start()
    _export(editor)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    print(
        f"\nAll bookings as CSV: first byte after {first:.2f} s, {rows:,} rows in {seconds:.1f} s,"
    )
    print(f"at most {peak:.0f} MB at once.")


def _export(editor):
    start = time.perf_counter()
    answer = editor.get("/admin/bookings/?export=csv")
    lines = iter(answer.streaming_content)
    next(lines)
    first = time.perf_counter() - start
    rows = sum(part.count(b"\n") for part in lines)
    return first, time.perf_counter() - start, rows


def _asked(session):
    month = f"{session.starts_at:%Y-%m}"
    yield "list of events", "visitor", "get", "/events/"
    yield "its last page", "visitor", "get", "/events/?page=99"
    yield "what is over", "visitor", "get", "/events/?when=past"
    yield "one type", "visitor", "get", "/events/?kind=training"
    yield "a search", "visitor", "get", "/events/?q=event"
    yield "a month", "visitor", "get", f"/events/?month={month}"
    yield "the calendar file of all", "visitor", "get", "/events/calendar.ics"
    yield "the feed", "visitor", "get", "/events/feed.atom"
    yield "the page of one event", "visitor", "get", session.event.url
    yield "home of the admin", "editor", "get", "/admin/"
    yield "register of one session", "editor", "get", f"/admin/sessions/{session.pk}/register/"
    yield "its bookings as CSV", "editor", "post", f"/admin/sessions/{session.pk}/bookings.csv"
    yield "bookings", "editor", "get", "/admin/bookings/"
    yield "bookings, those who wait", "editor", "get", "/admin/bookings/?status__exact=waiting"
    yield (
        "bookings of one type, by date",
        "editor",
        "get",
        "/admin/bookings/?session__event__kind__exact=training&o=5",
    )
    yield "bookings, a search", "editor", "get", "/admin/bookings/?q=Person"
    yield "bookings, the last page", "editor", "get", "/admin/bookings/?p=399"
    yield "attendance", "editor", "get", "/admin/attendance/"
    yield "waiting list", "editor", "get", "/admin/waiting-list/"
    yield "event numbers", "editor", "get", "/admin/reports/event-numbers/"
    yield "event numbers as CSV", "editor", "get", "/admin/reports/event-numbers/?export=csv"


if __name__ == "__main__":
    main()
