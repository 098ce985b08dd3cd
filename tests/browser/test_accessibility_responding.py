"""Every step of responding, of a response that was sent, and of what goes wrong on the way."""

from django.utils import timezone

from consultations.models import ConsultationPage
from tests.browser.inspecting import title_of
from tests.factories.consultations import (
    DAY,
)
from tests.journeys.responding import answer_as_oneself, press


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


def test_what_is_asked_of_those_who_answer_for_others_and_of_children(page, inspect, passage):
    found = {}

    write_a_comment(page, passage)
    press(page, "Send this now")
    page.get_by_label("Somebody else, on their behalf").check()
    page.get_by_label("Yes, with a name").check()
    press(page, "Continue")
    found["on behalf"] = inspect(page)
    page.get_by_label("A councillor or MP").check()
    press(page, "Continue")
    found["elected"] = inspect(page)
    page.get_by_label("Myself").check()
    page.get_by_label("I am under 13").check()
    press(page, "Continue")
    found["named child"] = inspect(page)
    page.get_by_label("Yes, without a name").check()
    press(page, "Continue")
    found[title_of(page)] = inspect(page)
    page.goto("/consultations/open/respond/later/")
    found[title_of(page)] = inspect(page)

    assert found == {
        "on behalf": [],
        "elected": [],
        "named child": [],
        "Check your response": [],
        "Finish it later": [],
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
    press(page, "Put this file in")
    found[title_of(page)] = inspect(page)
    page.get_by_label("What would you like to say about the draft?").fill("Dear council.")
    press(page, "Send this now")
    found[title_of(page)] = inspect(page)
    page.get_by_label("Section 2").check()
    press(page, "Continue")
    found[title_of(page)] = inspect(page)
    press(page, "Continue")
    found[title_of(page)] = inspect(page)
    page.goto(passage.section.url)
    found["reading with the bar"] = inspect(page)
    page.get_by_text("not sent yet").first.wait_for()
    assert "2 comments not sent yet" in page.locator("body").inner_text()

    assert {name: lines for name, lines in found.items() if lines} == {}
    assert len(found) == 10


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
