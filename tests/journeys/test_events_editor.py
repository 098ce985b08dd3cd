"""An events editor keeps the list of events, and nothing else."""

import pytest

from tests.factories.consultations import make_consultation
from tests.factories.events import make_event_index
from tests.journeys.editing import choose, edit, entitle, field, said
from tests.journeys.responding import follow, heading


@pytest.fixture
def index(home):
    return make_event_index(home)


def entries(page):
    """The events of the public list, as their titles."""
    page.goto("/events/")
    return page.locator(".entry h3").all_inner_texts()


def test_an_event_is_written_published_and_listed(page, sign_in, index, events_editor, allow):
    allow(page, "was answered 400", because="Wagtail may save by itself before all is filled in.")
    before = entries(page)
    sign_in(page, events_editor)
    page.goto(f"/admin/pages/add/events/eventpage/{index.pk}/")
    entitle(page, "Compact training", slug="compact-training")
    field(page, "Starts").fill("2099-05-04 10:00")
    field(page, "Ends").fill("2099-05-04 12:30")
    choose(page, "Publish")
    published = said(page)

    assert before == []
    assert published.startswith("Page 'Compact training' created and published.")
    assert entries(page) == ["Compact training"]
    follow(page, "Compact training")
    assert "10am to 12:30pm on Monday 4 May 2099" in page.locator("main").inner_text()


def test_an_event_that_ends_before_it_starts_is_not_saved(
    page, sign_in, index, events_editor, allow
):
    allow(page, "was answered 400", because="Wagtail saves by itself and is told of the error.")
    sign_in(page, events_editor)
    page.goto(f"/admin/pages/add/events/eventpage/{index.pk}/")
    entitle(page, "Compact training", slug="compact-training")
    field(page, "Starts").fill("2099-05-04 10:00")
    field(page, "Ends").fill("2099-05-04 09:00")
    choose(page, "Publish")

    assert page.get_by_text("It must end after it starts.").is_visible()
    assert entries(page) == []


def test_the_boards_desk_and_other_peoples_pages_are_closed(page, sign_in, index, events_editor):
    consultation = make_consultation()
    sign_in(page, events_editor)
    menu = page.get_by_role("link", name="Board desk").count()

    page.goto("/admin/board/")
    turned_away = said(page)
    edit(page, consultation)

    assert menu == 0
    assert turned_away == said(page) == "Sorry, you do not have permission to access this area."
    assert heading(page) != "Board desk"
