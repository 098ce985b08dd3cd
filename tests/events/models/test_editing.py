"""An events editor at work in Wagtail's own forms."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from events.models import EventPage
from tests.factories.events import make_event_index


@pytest.fixture
def form_of(home):
    index = make_event_index(home)
    return reverse("wagtailadmin_pages:add", args=("events", "eventpage", index.pk))


def session_on(**changes):
    fields = {"starts_at": "2026-07-15 14:00", "ends_at": "2026-07-15 18:00"}
    return fields | {"venue": "", "status": "scheduled"} | changes


def filled_in(ends_at="2026-07-15 18:00", **changes):
    fields = {
        "title": "Bid-writing basics",
        "slug": "bid-writing-basics",
        "kind": "training",
        "sessions": inline_formset([session_on(ends_at=ends_at)]),
        "documents": inline_formset([]),
        "related_pages": inline_formset([]),
        "booking_terms": inline_formset([]),
        "booking_questions": inline_formset([]),
        "open_to": "anyone",
        "about": rich_text("<p>From blank page to budget.</p>"),
        "how_to_book": rich_text("<p>Just come along.</p>"),
        "body": streamfield([("text", rich_text("<p>Three hours.</p>"))]),
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0},
    }
    return nested_form_data(fields | changes)


def test_an_events_editor_publishes_an_event_at_the_time_given_in_london(
    form_of, events_editor, signed_in
):
    data = filled_in() | {"action-publish": "action-publish"}

    signed_in(events_editor).post(form_of, data)

    event = EventPage.objects.get()
    assert (event.live, event.title) == (True, "Bid-writing basics")
    assert event.starts_at == datetime(2026, 7, 15, 14, tzinfo=ZoneInfo("Europe/London"))
    assert [session.starts_at for session in event.sessions.all()] == [event.starts_at]


def test_the_form_says_what_is_wrong_when_an_event_ends_before_it_starts(
    form_of, events_editor, signed_in
):
    response = signed_in(events_editor).post(form_of, filled_in(ends_at="2026-07-15 13:00"))

    errors = response.context["form"].formsets["sessions"].errors
    assert errors == [{"ends_at": ["It must end after it starts."]}]
    assert not EventPage.objects.exists()


def test_a_stranger_is_not_shown_the_form(form_of, stranger, signed_in):
    response = signed_in(stranger).get(form_of)

    assert response.status_code == 302


def test_a_published_session_is_cancelled_and_not_removed(form_of, events_editor, signed_in):
    editor = signed_in(events_editor)
    editor.post(form_of, filled_in() | {"action-publish": "action-publish"})
    event = EventPage.objects.get()
    session = event.sessions.get()
    rows = inline_formset(
        [session_on(id=session.pk, DELETE="on"), session_on(starts_at="2026-07-15 15:00")],
        initial=1,
    )

    response = editor.post(
        reverse("wagtailadmin_pages:edit", args=[event.pk]),
        filled_in(sessions=rows) | {"action-publish": "action-publish"},
    )

    assert "The session of 15 July 2026 has been published" in response.content.decode()
    assert [each.pk for each in event.sessions.all()] == [session.pk]


def test_a_moved_session_says_by_itself_when_it_was_first_planned_for(
    form_of, events_editor, signed_in
):
    editor = signed_in(events_editor)
    editor.post(form_of, filled_in() | {"action-publish": "action-publish"})
    event = EventPage.objects.get()
    session = event.sessions.get()
    moved = session_on(id=session.pk, starts_at="2026-07-14 14:00", ends_at="2026-07-14 18:00")

    editor.post(
        reverse("wagtailadmin_pages:edit", args=[event.pk]),
        filled_in(sessions=inline_formset([moved], initial=1))
        | {"action-publish": "action-publish"},
    )

    after = event.sessions.get()
    assert (after.pk, after.status, after.sequence) == (session.pk, "rescheduled", 1)
    assert after.previous_starts_at == session.starts_at


def test_an_event_without_a_date_is_given_back(form_of, events_editor, signed_in):
    rows = inline_formset([session_on(starts_at="", ends_at="")])

    response = signed_in(events_editor).post(form_of, filled_in(sessions=rows))

    assert not EventPage.objects.exists()
    assert response.context["form"].formsets["sessions"].errors == [
        {"starts_at": ["This field is required."], "ends_at": ["This field is required."]}
    ]
