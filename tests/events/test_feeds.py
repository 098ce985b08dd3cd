from datetime import datetime, timedelta
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest
import time_machine

from events.enums import EventStatus
from tests.factories.events import make_event, make_event_index, make_venue

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 7, 15, 12, tzinfo=LONDON)
DAY = timedelta(days=1)
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def read(home, resident, django_assert_num_queries):
    def entries(queries=None):
        if queries is None:
            feed = resident.get("/events/feed.atom")
        else:
            with django_assert_num_queries(queries):
                feed = resident.get("/events/feed.atom")
        assert feed["Content-Type"] == "application/atom+xml; charset=utf-8"
        return ElementTree.fromstring(feed.content).findall(f"{ATOM}entry")

    return entries


def test_the_feed_holds_what_is_not_over_and_says_what_changed(home, read):
    with time_machine.travel(NOW, tick=False) as clock:
        index = make_event_index(home)
        for title, days, fields in [
            ("Yesterday", -1, {}),
            ("Talk", 1, {"venue": make_venue()}),
            ("Off", 2, {"status": EventStatus.CANCELLED, "change_note": "The trainer is ill."}),
        ]:
            clock.shift(timedelta(minutes=1))
            starts_at = NOW + days * DAY
            ends_at = starts_at + timedelta(hours=1)
            event = make_event(index, title=title, starts_at=starts_at, ends_at=ends_at, **fields)
            event.save_revision().publish()
        entries = read()
        ids = [entry.findtext(f"{ATOM}id") for entry in entries]

        assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["Cancelled: Off", "Talk"]
        assert "<p>The trainer is ill.</p>" in entries[0].findtext(f"{ATOM}summary")
        assert "Millbrook Library" in entries[1].findtext(f"{ATOM}summary")
        assert entries[0].findtext(f"{ATOM}updated") == "2026-07-15T11:03:00+00:00"
        assert all(each.startswith("urn:uuid:") for each in ids)
        make_event(
            index,
            title="More",
            starts_at=NOW + DAY,
            ends_at=NOW + DAY * 2,
            venue=make_venue("Hall"),
        ).save_revision().publish()
        assert len(read(queries=7)) == 3
