"""Every kind of page in every state: nothing for axe to find, and no scrolling sideways.

Each test walks its pages once, looks at each in two widths and two schemes of colour (all rules at
the opposite corners, those about colour at all four), and says at its end what is wrong where.
"""

import pytest
from django.template.loader import render_to_string
from django.utils import timezone

from consultations.drafts.domain.errata import add_erratum
from consultations.drafts.importing.publish import make_draft
from consultations.models import ConsultationPage
from consultations.moderation.domain import deciding
from consultations.moderation.domain.appealing import appeal
from consultations.moderation.domain.hiding import find_words, publish_with_hidden_words, texts_of
from consultations.moderation.domain.reporting import report
from consultations.moderation.enums import Reason, ReportKind
from consultations.moderation.models import ModerationDecision, Review
from consultations.responses.domain.attaching import attach
from delivery.models import Job
from events.models import Booking, EventQuestion
from tests.browser.axe import COLOUR_RULES
from tests.browser.town import LONG_WORD, make_town
from tests.factories.bookings import make_bookable, make_booking
from tests.factories.consultations import (
    DAY,
    make_consultation,
    make_outline,
    make_published_draft,
    make_published_version,
    make_response,
    passages_of,
)
from tests.factories.imports import correct, make_import, make_long_text
from tests.factories.people import PASSWORD
from tests.journeys.responding import answer_as_oneself, press

LOOKS = [
    (1280, "light", None),
    (1280, "dark", COLOUR_RULES),
    (320, "light", COLOUR_RULES),
    (320, "dark", None),
]
OPEN_ALL_DETAILS = "document.querySelectorAll('details').forEach(d => { d.open = true })"
# The admin cuts off what is too wide for its `main`, so that one is asked as well.
OVERHANG = """() => Math.max(...[document.documentElement, ...document.querySelectorAll('main')]
  .map(e => e.scrollWidth - e.clientWidth))"""


@pytest.fixture
def inspect(axe):
    """What is wrong with the page as it stands, a line each: `inspect(page)`."""

    def look(page):
        page.evaluate(OPEN_ALL_DETAILS)
        found = []
        for width, scheme, rules in LOOKS:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            lines = axe(page, rules=rules)
            if page.evaluate(OVERHANG) > 0:
                lines.append("scrolls sideways")
            found += [f"{width} {scheme}: {line}" for line in lines]
        return found

    return look


def title_of(page):
    return page.title().split(" – ")[0]


def test_reading_pages(page, inspect):
    found = {}

    for name, address in make_town().items():
        answer = page.goto(address)
        found[name] = inspect(page)
        if answer.status != (404 if name == "page that is not there" else 200):
            found[name].append(f"was answered {answer.status}")

    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.fixture
def passage():
    """A passage of a consultation that is open."""
    return passages_of(make_published_draft(make_consultation(slug="open")))[0]


def write_a_comment(page, passage):
    page.goto(f"/consultations/open/respond/passage/{passage.pk}/")
    page.get_by_label("Disagree", exact=True).check()
    page.get_by_label("What would you change?").fill("Say who decides.\n\nAnd when.")


def close_the_consultation():
    ConsultationPage.objects.update(closes_at=timezone.now() - DAY)


def test_every_step_of_responding(page, inspect, passage):
    respond = "/consultations/open/respond/"
    found = {}

    page.goto(respond)
    found[title_of(page)] = inspect(page)
    page.goto(f"{respond}passage/{passage.pk}/")
    found[title_of(page)] = inspect(page)
    press(page, "Send this now")
    found[title_of(page)] = inspect(page)
    write_a_comment(page, passage)
    press(page, "Send this now")
    found[title_of(page)] = inspect(page)
    press(page, "Continue")
    found[title_of(page)] = inspect(page)
    answer_as_oneself(page)
    found[title_of(page)] = inspect(page)
    page.goto(respond)
    found[title_of(page)] = inspect(page)
    page.goto(f"{respond}delete/")
    found[title_of(page)] = inspect(page)
    page.goto(f"{respond}later/")
    press(page, "Give me a code")
    press(page, "Mail me a link")
    found[title_of(page)] = inspect(page)
    page.goto(f"{respond}resume/")
    press(page, "Open it")
    found["Another response is here"] = inspect(page)
    page.goto(f"{respond}resume/link/?token=x")
    found[title_of(page)] = inspect(page)
    page.goto(f"{respond}check/")
    press(page, "Send my response")
    found[title_of(page)] = inspect(page)

    assert found == {
        "Say what you think": [],
        "Comment on passage 1.1": [],
        "Error: Comment on passage 1.1": [],
        "About you": [],
        "Error: About you": [],
        "Check your response": [],
        "Your response so far": [],
        "Delete this draft": [],
        "Error: Finish it later": [],
        "Another response is here": [],
        "Go on with what you wrote": [],
        "We have your response": [],
    }


def test_every_way_to_answer(page, inspect, passage):
    respond = "/consultations/open/respond/"
    found = {}

    page.goto(respond)
    press(page, "Begin")
    found[title_of(page)] = inspect(page)
    page.goto(f"{respond}quick/")
    press(page, "Send this now")
    found[title_of(page)] = inspect(page)
    page.get_by_role("group", name="Section 1").get_by_label("Agree", exact=True).check()
    press(page, "Comment on more")
    page.goto(f"{respond}choose/")
    press(page, "Begin")
    found[title_of(page)] = inspect(page)
    page.get_by_label("Section 2").check()
    press(page, "Begin")
    found[title_of(page)] = inspect(page)
    page.goto(f"{respond}letter/")
    found["A letter"] = inspect(page)
    page.goto(passage.section.url)
    found["reading with the bar"] = inspect(page)
    assert page.get_by_text("1 comment not sent yet").is_visible()

    assert {name: lines for name, lines in found.items() if lines} == {}
    assert len(found) == 6


def test_every_page_of_a_response_that_was_sent(page, inspect, passage):
    write_a_comment(page, passage)
    press(page, "Send this now")
    page.get_by_label("Myself").check()
    page.get_by_label("Yes, with a name").check()
    page.get_by_label("Your name").fill("Amina")
    press(page, "Continue")
    press(page, "Send my response")
    press(page, "See my response, and follow it")
    trail = page.url
    found = {title_of(page): inspect(page)}

    for step in ("change/1/", "withdraw/", "details/", "link/"):
        page.goto(f"{trail}{step}")
        found[step] = inspect(page)
    press(page, "Open my response")
    found["spent link"] = inspect(page)
    page.goto("/responses/")
    found["find"] = inspect(page)
    press(page, "Open my response")
    found["find with errors"] = inspect(page)
    page.get_by_label("Reference").last.fill("222-222-222")
    press(page, "Mail me a link")
    found["link sent"] = inspect(page)
    close_the_consultation()
    page.goto(f"{trail}change/1/")
    found["closed"] = inspect(page)

    assert {name: lines for name, lines in found.items() if lines} == {}
    assert len(found) == 10


def test_what_is_shown_when_words_cannot_be_taken(page, inspect, passage):
    found = {}

    write_a_comment(page, passage)
    page.context.clear_cookies(name="csrftoken")
    press(page, "Send this now")
    found[title_of(page)] = inspect(page)
    write_a_comment(page, passage)
    page.locator("form.form").evaluate(
        "f => { f.action = '/consultations/open/respond/passage/0/' }"
    )
    press(page, "Send this now")
    found[title_of(page)] = inspect(page)
    write_a_comment(page, passage)
    press(page, "Send this now")
    answer_as_oneself(page)
    close_the_consultation()
    press(page, "Send my response")
    found[title_of(page)] = inspect(page)
    page.goto(f"/consultations/open/respond/passage/{passage.pk}/")
    found[title_of(page)] = inspect(page)
    page.goto("/consultations/open/respond/")
    found[title_of(page)] = inspect(page)

    assert found == {
        "Not saved yet: your words are here": [],
        "Not saved: Nothing to comment on here": [],
        "Not sent: Check your response": [],
        "Not open for comments": [],
        "Your response so far": [],
    }


def stand_in(page, template):
    """Opens a page drawn from this template, at an address of the site that has none."""
    html = render_to_string(template, {"request": None})
    page.route(f"**/{template}", lambda route: route.fulfill(content_type="text/html", body=html))
    page.goto(f"/{template}")


def test_pages_that_only_an_error_shows(page, inspect, home):
    found = {}

    for template in ("403.html", "500.html", "pages/expired_form.html"):
        stand_in(page, template)
        found[page.locator("h1").inner_text()] = inspect(page)

    assert found == {
        "You do not have access to this page.": [],
        "Something has gone wrong at our end.": [],
        "This form has been open for too long.": [],
    }


def test_pages_of_an_account(page, inspect, sign_in, stranger):
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Sign in").click()
    found = {"sign-in with errors": inspect(page)}
    sign_in(page, stranger)

    for name in ("email", "password/change", "2fa", "2fa/totp/activate", "logout"):
        page.goto(f"/accounts/{name}/")
        found[name] = inspect(page)
    page.goto("/accounts/2fa/totp/activate/")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    found["setting up a second factor"] = inspect(page)

    assert {name: lines for name, lines in found.items() if lines} == {}
    assert page.get_by_label("Authenticator code").is_visible()


def hide_and_appeal(passage, *, by, at):
    """A comment with hidden words, an appeal against it, and a reader's report of it."""
    response = make_response(passage, text=f"Ring {LONG_WORD} on 01632 960 000. It is late.")
    review = Review.objects.get(comment__response=response)
    words = find_words("01632 960 000", texts_of(review.comment_id), reason=Reason.PERSONAL_OWN)
    publish_with_hidden_words(review_id=review.pk, hidden=words, by=by, at=at)
    appeal(comment=review.comment, text="It is on our door.", at=at)
    report(review=review, kind=ReportKind.REPORT, text="It names a village.", at=at)
    return review


def test_the_boards_desk(page, inspect, sign_in, board_member, second_member, passage):
    for text in ("The first.", "The second.", "Ring 01632 960 441. It is crap.", "The fourth."):
        make_response(passage, text=text)
    first, second, third, fourth = Review.objects.order_by("pk").values_list("pk", flat=True)
    now = timezone.now()
    deciding.publish(review_ids=[first], by=second_member, at=now)
    deciding.propose_hold(review_id=second, reason=Reason.ABUSE, by=second_member, at=now)
    hidden = hide_and_appeal(passage, by=second_member, at=now)
    sign_in(page, board_member)
    found = {}

    for address in (
        f"/admin/board/?consultation={passage.section.draft.consultation.pk}",
        f"/admin/board/{third}/",
        f"/admin/board/{fourth}/pass/",
        "/admin/board/clean/",
        "/admin/board/bulk/",
        f"/admin/board/{second}/",
        f"/admin/board/{first}/",
        "/admin/board/decided/",
        f"/admin/board/{third}/hide/",
        f"/admin/board/{hidden.pk}/",
        "/admin/board/looks/",
        "/admin/board/appeals/",
        f"/admin/board/appeals/{hidden.appeals.get().pk}/",
        "/admin/board/reports/",
        "/admin/board/blind/",
        "/admin/board/interests/",
        "/admin/decisions/",
        f"/admin/decisions/inspect/{ModerationDecision.objects.last().pk}/",
    ):
        page.goto(address)
        found[address] = inspect(page)
    page.goto(f"/admin/board/{third}/")
    page.get_by_text("Propose to hold it").first.click()
    press(page, "Propose to hold it")
    page.get_by_text("Choose why this comment should be held.").first.wait_for()
    found["hold without a reason"] = inspect(page)

    assert {name: lines for name, lines in found.items() if lines} == {}


def test_where_drafts_stand(page, inspect, sign_in, officer, passage):
    make_consultation(title="Any time", closes_at=None)
    make_response(passage)
    sign_in(page, officer)
    page.goto("/admin/board/routes/")
    assert inspect(page) == []
    page.goto("/admin/reports/where-drafts-stand/")

    assert page.get_by_role("link", name="Any time").is_visible()
    assert inspect(page) == []


def test_the_admin_home_with_our_panel(page, inspect, sign_in, administrator, passage):
    make_response(passage)
    sign_in(page, administrator)
    page.goto("/admin/")

    assert page.get_by_role("link", name="1 comment waiting").is_visible()
    assert inspect(page) == []


def test_importing_a_document(page, inspect, sign_in, officer):
    consultation = make_consultation(title="A thriving voluntary sector")
    found = {}
    waiting = make_import(officer, text=make_long_text(2500), consultation=consultation)
    Job.objects.update(next_try_at=timezone.now() + DAY, done=1, total=3, step="Reading the text")
    first = make_import(officer, consultation=consultation, name=f"{LONG_WORD}.txt")
    correct(first, "retitle-section", section=0, title=LONG_WORD)
    draft = make_draft(make_outline(), consultation=consultation, user=officer)
    second = make_import(officer, consultation=consultation, corrects=draft)
    sign_in(page, officer)

    for address in (
        "/admin/imports/",
        f"/admin/imports/{waiting.pk}/",
        f"/admin/imports/{first.pk}/section/1/",
        f"/admin/imports/{first.pk}/discard/",
        f"/admin/imports/{second.pk}/finish/",
    ):
        page.goto(address)
        found[address] = inspect(page)
    page.goto("/admin/imports/new/")
    press(page, "Read the document")
    found["without a file"] = inspect(page)
    page.goto(f"/admin/imports/{first.pk}/")
    correct(first, "retitle", title="In another window")
    press(page, "Save title")
    found["changed in another window"] = inspect(page)

    assert {name: lines for name, lines in found.items() if lines} == {}


def test_screens_of_a_version(page, inspect, sign_in, officer, board_member):
    draft = make_published_draft(sections=2, passages=3)
    make_response(passages_of(draft)[2])
    make_response(passages_of(draft)[1])
    newest = make_published_version(
        draft, by=officer, edit={"1.1": "Reworded."}, drop={"1.2", "1.3"}, add={"2": "Wholly new."}
    )
    comment = Review.objects.order_by("pk").first().comment
    passage = passages_of(newest)[0]
    attach(comment=comment, passage=passage, by=officer, at=timezone.now())
    add_erratum(passage=passage, text="It should say seven.", by=officer, at=timezone.now())
    sign_in(page, officer)
    found = {}

    for address in (
        f"/admin/versions/{newest.pk}/",
        f"/admin/versions/{newest.pk}/links/",
        f"/admin/detached/{draft.consultation.pk}/",
        newest.url,
        draft.url,
    ):
        page.goto(address)
        found[address] = inspect(page)
    page.goto(f"/admin/detached/{draft.consultation.pk}/")
    page.get_by_label("Number of the passage").fill("9.9")
    page.get_by_role("button", name="Put it there").click()
    page.get_by_text("has no passage of that number").wait_for()
    found["number of no passage"] = inspect(page)

    assert {name: lines for name, lines in found.items() if lines} == {}


def test_booking_and_one_s_own_booking(page, inspect, home):
    asked = [EventQuestion(label="Which code?", kind="choice", choices="A\nB")]
    session = make_bookable(places=2, questions=asked, asks_diet=True, gives_certificates=True)
    found = {}

    page.goto(f"{session.event.url}book/")
    found["form"] = inspect(page)
    press(page, "Book")
    found[title_of(page)] = inspect(page)
    page.get_by_label("For myself").check()
    page.get_by_label("Your name").fill(LONG_WORD)
    page.get_by_label("E-mail address").fill("amina@example.org")
    press(page, "Book")
    found[title_of(page)] = inspect(page)
    press(page, "See my booking")
    found["booking"] = inspect(page)
    address = page.url
    for step in ("change/", "substitute/", "cancel/", "link/"):
        page.goto(f"{address}{step}")
        found[step] = inspect(page)
    Booking.objects.update(attended=1)
    page.goto(f"{address}certificate/")
    found["certificate"] = inspect(page)
    page.goto("/bookings/")
    press(page, "Open my booking")
    found["find with errors"] = inspect(page)

    assert {name: lines for name, lines in found.items() if lines} == {}
    assert {"Error: Book: Compact essentials", "You have a place"} <= set(found)


def test_screens_of_whoever_looks_after_bookings(page, inspect, sign_in, events_editor, home):
    session = make_bookable(places=3, fewest_people=9)
    booking = make_booking(session, name=LONG_WORD, places=2, access="A loop")
    make_booking(session, name="Ben")
    make_booking(session, name="Waits")
    sign_in(page, events_editor)
    found = {}

    for address in (
        "/admin/",
        f"/admin/sessions/{session.pk}/register/?needs=1",
        f"/admin/sessions/{session.pk}/message/",
        f"/admin/bookings/{booking.pk}/cancel/",
        f"/admin/events/{session.event_id}/evaluation/",
        "/admin/bookings/",
        f"/admin/bookings/inspect/{booking.pk}/",
        "/admin/waiting-list/",
        "/admin/reports/event-numbers/",
    ):
        page.goto(address)
        found[address] = inspect(page)

    assert {name: lines for name, lines in found.items() if lines} == {}
