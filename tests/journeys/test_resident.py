"""A resident says something and finds it on the public page: the main job, in a real browser."""

import pytest

from consultations.analysis.domain.reconciling import reconcile
from consultations.responses.models import Comment, Response, ResponseDraft
from tests.factories.consultations import make_consultation, make_published_draft, passages_of
from tests.journeys import keyboard
from tests.journeys.responding import (
    answer_as_oneself,
    follow,
    heading,
    press,
    reference,
    write,
    write_all,
)

TITLE = "A thriving sector"


@pytest.fixture
def draft():
    return make_published_draft(make_consultation(slug="thriving", title=TITLE))


@pytest.fixture
def passage(draft):
    return passages_of(draft)[1]


def publish_the_only_comment(page):
    follow(page, "Read one by one")
    press(page, "Publish")


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without script"])
def test_a_comment_on_a_passage_is_public_once_the_board_has_read_it(
    open_page, sign_in, draft, board_member, javascript
):
    resident = open_page(javascript=javascript)
    resident.goto("/")
    follow(resident, TITLE)
    follow(resident, "Read the draft and comment")
    follow(resident, "Section 1")
    follow(resident, "Comment on this passage 1.2")
    write(resident, "Name the small groups.", stance="Disagree")
    answer_as_oneself(resident)
    press(resident, "Send my response")
    assert heading(resident) == "We have your response."
    assert reference(resident) == Response.objects.get().reference
    section = draft.sections().first().url
    resident.goto(section)
    assert resident.get_by_text("Name the small groups.").count() == 0

    member = open_page()
    sign_in(member, board_member)
    publish_the_only_comment(member)

    resident.goto(section)
    assert resident.locator(".comment").inner_text().split("\n")[0] == "Disagree"
    assert resident.get_by_text("Name the small groups.").is_visible()
    assert resident.get_by_role("link", name="1 comment on passage 1.2").is_visible()
    assert reconcile(draft.consultation).faults == []


def test_all_of_it_can_be_done_with_the_keyboard_alone(page, draft):
    page.goto(draft.sections().first().url)

    keyboard.enter(page, "Comment on this passage 1.2")
    keyboard.tick(page, "Strongly agree")
    keyboard.type_into(page, "What would you change? (optional)", "Nothing at all.")
    keyboard.enter(page, "Send this now")
    keyboard.tick(page, "Myself")
    keyboard.tick(page, "Yes, with a name")
    keyboard.type_into(page, "Your name (optional)", "Ada Okafor")
    keyboard.enter(page, "Continue")
    keyboard.enter(page, "Send my response")

    assert heading(page) == "We have your response."
    (comment,) = Comment.objects.all()
    assert [answer.value for answer in comment.answers.all()] == [
        "strongly_agree",
        "Nothing at all.",
    ]
    assert comment.response.respondent.name == "Ada Okafor"


def test_the_first_stop_of_the_keyboard_skips_to_what_a_page_is_about(page, draft):
    page.goto(draft.url)

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"


def test_the_quick_way_can_be_gone_with_the_keyboard_alone(page, draft):
    page.goto("/consultations/thriving/respond/")
    keyboard.tick(page, "Quick: say how far you agree with each section, and add one comment")
    keyboard.enter(page, "Begin")
    keyboard.tick(page, "Strongly agree")
    keyboard.type_into(page, "What would you change? (optional)", "Name the small groups.")
    keyboard.enter(page, "Send this now")
    keyboard.tick(page, "Myself")
    keyboard.tick(page, "Yes, with a name")
    page.keyboard.press("ArrowDown")
    keyboard.enter(page, "Continue")
    keyboard.enter(page, "Send my response")

    assert heading(page) == "We have your response."
    assert [c.place_kind for c in Comment.objects.all()] == ["section", "draft"]


def test_chosen_sections_are_answered_without_script_and_nothing_is_lost_on_the_way(
    open_page, draft
):
    page = open_page(javascript=False)
    page.goto("/consultations/thriving/respond/")
    page.get_by_label("Some sections: choose those that matter to you").check()
    press(page, "Begin")
    page.get_by_label("Section 1").check()
    page.get_by_label("Section 2").check()
    press(page, "Begin")
    page.get_by_label("Agree", exact=True).check()
    press(page, "Comment on more")
    page.goto(draft.sections()[0].url)
    follow(page, "Comment on this passage 1.2")
    assert page.get_by_text("1 comment not sent yet").is_visible()
    follow(page, "See what you wrote")
    assert page.get_by_text("1 of 2 sections").is_visible()
    follow(page, "Comment on the whole draft")
    write(page, "All in all, go on.")
    answer_as_oneself(page)
    press(page, "Send my response")

    assert page.get_by_text("All in all, go on.").is_visible()
    assert Comment.objects.count() == 2


def test_what_is_typed_is_kept_when_its_box_is_left_and_the_page_is_closed(open_page, passage):
    page = open_page()
    address = f"/consultations/thriving/respond/passage/{passage.pk}/"
    page.goto(address)
    page.get_by_label("What would you change?").fill("Half a thought")
    page.get_by_label("What would you change?").blur()
    page.get_by_text("What you wrote is kept on our server, not sent.").wait_for()

    other = page.context.new_page()
    page.close()
    other.goto(passage.section.url)
    assert other.get_by_text("not sent yet").count() == 0
    other.goto(address)

    assert other.get_by_label("What would you change?").input_value() == "Half a thought"
    other.goto(passage.section.url)
    assert other.get_by_text("1 comment not sent yet").is_visible()


def test_what_is_missing_is_said_at_once_and_leads_to_its_place(page, passage):
    page.goto(f"/consultations/thriving/respond/passage/{passage.pk}/")
    write(page, "Name the small groups.")
    press(page, "Continue")

    focused = page.evaluate("document.activeElement.className")
    follow(page, "Choose whether we may show what you say.")
    led_to = page.evaluate("document.activeElement.name")

    assert (focused, led_to) == ("errors", "publish")
    assert page.title().startswith("Error: ")


def test_a_double_click_on_send_is_one_response(page, passage):
    write_all(page, passage, "Once is enough.")

    page.get_by_role("button", name="Send my response").dblclick()
    page.get_by_role("heading", name="We have your response.").wait_for()

    assert Response.objects.count() == 1
    assert reference(page) == Response.objects.get().reference


def test_sending_again_from_a_page_left_open_is_the_same_response(page, passage):
    write_all(page, passage, "Once is enough.")
    left_open = page.context.new_page()
    left_open.goto(page.url)
    press(page, "Send my response")

    press(left_open, "Send my response")

    assert Response.objects.count() == 1
    assert reference(left_open) == reference(page)


def test_going_back_after_sending_shows_an_empty_basket_and_keeps_the_receipt(page, passage):
    write_all(page, passage, "Once is enough.")
    press(page, "Send my response")
    sent = reference(page)

    page.go_back()
    after_going_back = heading(page)
    page.goto("/consultations/thriving/respond/sent/")

    assert after_going_back == "Say what you think."
    assert reference(page) == sent
    assert Response.objects.count() == 1


def test_a_group_writes_over_several_visits_changes_its_mind_and_is_named(
    open_page, sign_in, draft, board_member
):
    first, second = passages_of(draft)[:2]
    page = open_page()
    page.goto(f"/consultations/thriving/respond/passage/{first.pk}/")
    write(page, "Our first thought.")
    page.close()

    page = page.context.new_page()
    page.goto("/consultations/thriving/respond/")
    follow(page, "Change: Passage 1.1 of “Section 1”")
    write(page, "Our second thought.")
    page.goto(f"/consultations/thriving/respond/passage/{second.pk}/")
    write(page, "A word too many.")
    page.get_by_label("A group or organisation").check()
    page.get_by_label("Name of the group or organisation").fill("Riverside Carers")
    page.get_by_label("Yes, with a name").check()
    press(page, "Continue")
    page.get_by_label("Whom do you speak for?").fill("60 carers")
    press(page, "Continue")
    press(page, "Remove: Passage 1.2 of “Section 1”")
    follow(page, "Continue")
    press(page, "Send my response")
    member = open_page()
    sign_in(member, board_member)
    publish_the_only_comment(member)

    page.goto(draft.sections().first().url)
    authors = page.locator(".comment__by").all_inner_texts()
    assert [words.partition(" Report this")[0] for words in authors] == ["Riverside Carers"]
    assert page.get_by_text("Our second thought.").is_visible()
    assert ResponseDraft.objects.count() == 0
