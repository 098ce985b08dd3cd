"""An events editor adds dates, copies an event and calls one off; others may not."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import transaction
from django.urls import reverse

from events.enums import EventStatus
from events.models import EventPage, EventSession, PublishedEventKept
from tests.factories.events import make_event, make_event_index, make_venue

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 3, 1, 12, tzinfo=LONDON)
TUESDAY = datetime(2026, 3, 24, 18, 30, tzinfo=LONDON)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def at_noon():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def event(home):
    sessions = [
        EventSession(starts_at=at, ends_at=at + 2 * HOUR, venue=make_venue(), places=12)
        for at in (datetime(2026, 2, 10, 10, tzinfo=LONDON), TUESDAY)
    ]
    page = make_event(
        make_event_index(home),
        title="Forum",
        sessions=sessions,
        booking_closes_at=datetime(2026, 3, 20, 17, tzinfo=LONDON),
    )
    page.save_revision().publish()
    return EventPage.objects.get()


@pytest.fixture
def editor(signed_in, events_editor):
    return signed_in(events_editor)


def rows(event):
    return list(EventSession.objects.filter(event=event).order_by("starts_at"))


def test_dates_by_a_rule_keep_their_time_when_clocks_change(event, editor):
    fields = {"repeats": "weekly", "until": "2026-04-14", "without": "31/3/2026", "pasted": ""}

    answer = editor.post(reverse("event_dates", args=[event.pk]), fields)

    assert answer["Location"] == reverse("wagtailadmin_pages:edit", args=[event.pk])
    new = [row for row in rows(event) if row.starts_at > TUESDAY]
    assert [row.starts_at for row in new] == [
        datetime(2026, 4, day, 18, 30, tzinfo=LONDON) for day in (7, 14)
    ]
    assert {(row.venue.name, row.places) for row in new} == {("Millbrook Library", 12)}
    assert {row.ends_at - row.starts_at for row in new} == {2 * HOUR}


def test_dates_are_added_once_and_a_wrong_one_is_given_back(event, editor):
    address = reverse("event_dates", args=[event.pk])
    pasted = {"repeats": "", "until": "", "without": ""}
    editor.post(address, pasted | {"pasted": "24/3/2026\n1 May 2026"})

    wrong = editor.post(address, pasted | {"pasted": "2 May 2026\nsoon"})
    nothing = editor.post(address, pasted | {"pasted": ""})
    endless = editor.post(address, {"repeats": "weekly", "until": "", "without": "", "pasted": ""})

    assert [row.starts_at.date() for row in rows(event)] == [
        date(2026, 2, 10),
        date(2026, 3, 24),
        date(2026, 5, 1),
    ]
    assert (wrong.status_code, nothing.status_code, endless.status_code) == (422, 422, 422)
    assert "“soon” is no day." in wrong.content.decode()
    assert "2 May 2026\nsoon" in wrong.content.decode().replace("\r", "")


def test_dates_of_an_event_that_is_being_edited_wait_in_its_draft(event, editor):
    event.title = "Another title"
    event.save_revision()

    editor.post(
        reverse("event_dates", args=[event.pk]),
        {"repeats": "", "until": "", "without": "", "pasted": "1 May 2026"},
    )

    assert len(rows(event)) == 2
    draft = EventPage.objects.get().get_latest_revision_as_object()
    assert (draft.title, len(draft.sessions.all())) == ("Another title", 3)


def test_a_copy_starts_then_and_keeps_its_distances_and_nothing_of_what_changed(event, editor):
    event.change_note = "Moved"
    event.sessions.get_object_list()[1].status = EventStatus.CANCELLED
    event.save_revision().publish()

    editor.post(
        reverse("event_copy", args=[event.pk]),
        {"title": "Forum again", "starts_at": "2026-09-15 10:00"},
    )

    copy = EventPage.objects.exclude(pk=event.pk).get()
    assert (copy.title, copy.slug, copy.live, copy.change_note) == (
        "Forum again",
        "forum-again",
        False,
        "",
    )
    assert [row.starts_at for row in rows(copy)] == [
        datetime(2026, 9, 15, 10, tzinfo=LONDON),
        datetime(2026, 10, 27, 18, 30, tzinfo=LONDON),
    ]
    assert {row.status for row in rows(copy)} == {EventStatus.SCHEDULED}
    assert copy.booking_closes_at == datetime(2026, 10, 23, 17, tzinfo=LONDON)
    assert {row.uid for row in rows(copy)}.isdisjoint(row.uid for row in rows(event))


def test_calling_off_cancels_what_is_ahead_and_says_why(event, editor, resident):
    editor.post(
        reverse("event_call_off", args=[event.pk]),
        {"status": "cancelled", "note": "The trainer is ill."},
    )

    assert [row.status for row in rows(event)] == [EventStatus.SCHEDULED, EventStatus.CANCELLED]
    page = resident.get("/events/forum/").content.decode()
    assert "The trainer is ill." in page
    assert "STATUS:CANCELLED" in resident.get("/events/forum/event.ics").content.decode()


@pytest.mark.parametrize("name", ["event_dates", "event_copy", "event_call_off"])
def test_whoever_may_not_edit_events_is_turned_away(event, signed_in, officer, stranger, name):
    address = reverse(name, args=[event.pk])

    for user in (officer, stranger):
        assert signed_in(user).get(address).status_code in (302, 403)
        assert signed_in(user).post(address, {}).status_code in (302, 403)
    assert len(rows(event)) == 2


def test_the_editor_is_offered_them_and_publishing_comes_first(event, editor):
    page = editor.get(reverse("wagtailadmin_pages:edit", args=[event.pk])).content.decode()
    above = event.get_parent()
    new = editor.get(
        reverse("wagtailadmin_pages:add", args=["events", "eventpage", above.pk])
    ).content.decode()
    listed = editor.get(reverse("wagtailadmin_explore", args=[above.pk])).content.decode()

    for label in ("Add dates", "Copy with other dates", "Call it off"):
        assert label in page
    assert "Copy the last event" in listed
    for form in (page, new):
        assert form.index('name="action-publish"') < form.index("Save draft")
        assert ">New date</option>" not in form


def test_a_published_event_is_not_deleted_by_any_road(event, signed_in, administrator):
    browser = signed_in(administrator)
    above = event.get_parent()
    one = browser.post(reverse("wagtailadmin_pages:delete", args=[event.pk]), follow=True)
    whole = browser.post(reverse("wagtailadmin_pages:delete", args=[above.pk]), follow=True)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    several = browser.post(f"{bulk}?id={event.pk}&next=/admin/", follow=True)

    for answer in (one, whole, several):
        assert "has been published, so it is not deleted" in answer.content.decode()
    for page in (event, above.specific):
        with pytest.raises(PublishedEventKept), transaction.atomic():
            page.delete()
    assert EventPage.objects.count() == 1
