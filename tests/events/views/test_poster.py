from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from events.exporting.qr import qr_code
from events.models import EventSession
from events.views.poster import DATES_ON_A_SHEET
from tests.factories.events import make_event, make_event_index, make_venue

STARTS_AT = datetime(2099, 7, 15, 14, tzinfo=ZoneInfo("Europe/London"))
HOUR = timedelta(hours=1)


def test_a_poster_says_the_next_dates_and_leads_to_the_page(home, resident):
    index = make_event_index(home)
    sessions = [
        EventSession(starts_at=at, ends_at=at + HOUR, venue=make_venue())
        for at in (STARTS_AT + day * 24 * HOUR for day in range(DATES_ON_A_SHEET + 1))
    ]
    event = make_event(index, sessions=sessions)

    page = resident.get(f"{event.url}poster/").content.decode()

    assert "2pm to 3pm on Wednesday 15 July 2099" in page
    assert page.count("Millbrook Library") == DATES_ON_A_SHEET
    assert "and 1 more date" in page
    assert qr_code(f"http://testserver{event.url}").path in page
    assert resident.get("/events/nothing/poster/").status_code == 404


def test_a_code_has_its_three_finders_and_white_around_it():
    code = qr_code("https://council.example/events/library-drop-in/")

    squares = set(code.path.split("z")[:-1])
    corners = [(4, 4), (code.size - 11, 4), (4, code.size - 11)]
    assert all(f"M{x + 3} {y + 3}h1v1h-1" in squares for x, y in corners)
    assert not any(square.startswith(("M0 ", "M3 ")) for square in squares)
