"""The Board's members read what came in and decide what is shown."""

import pytest

from consultations.analysis.domain.reconciling import reconcile
from consultations.moderation.enums import ReviewStatus
from consultations.moderation.models import Review
from consultations.responses.models import Comment
from people.models import Organisation
from tests.factories.consultations import (
    make_consultation,
    make_published_draft,
    make_response,
    passages_of,
)
from tests.factories.people import make_membership
from tests.journeys import keyboard
from tests.journeys.editing import said
from tests.journeys.responding import follow, heading, press


@pytest.fixture
def draft():
    return make_published_draft(make_consultation(slug="thriving", title="A thriving sector"))


def send_comments(draft, *texts):
    for passage, text in zip(passages_of(draft), texts, strict=False):
        make_response(passage, text=text)


def shown_on(page, draft):
    """What the public reads of the draft's first section."""
    page.goto(draft.sections().first().url)
    return [text.strip() for text in page.locator(".comment__text").all_inner_texts()]


def propose_to_hold(page, *, reason, note):
    page.get_by_text("Propose to hold it").first.click()
    page.get_by_label(reason).check()
    page.get_by_label("Note for the second person").fill(note)
    press(page, "Propose to hold it")


def test_a_member_lands_on_the_desk_and_reads_one_by_one(page, sign_in, draft, board_member):
    send_comments(draft, "The first.", "The second.")
    sign_in(page, board_member)
    landed_on = heading(page)

    follow(page, "Read one by one")
    first = page.locator(".board-card__text").inner_text().strip()
    press(page, "Publish")
    second = page.locator(".board-card__text").inner_text().strip()
    press(page, "Publish")

    assert (landed_on, first, second) == (
        "2 waiting, about 2 minutes",
        "The first.",
        "The second.",
    )
    assert heading(page) == "Nothing is waiting"
    assert shown_on(page, draft) == ["The second.", "The first."]


def test_a_telephone_without_scripts_shows_the_whole_desk(open_page, sign_in, draft, board_member):
    send_comments(draft, "The first.", "The second.")
    page = open_page(width=320, javascript=False)
    sign_in(page, board_member)

    assert not page.locator("#wagtail-sidebar").is_visible()
    box = page.locator(".board-list").bounding_box()
    assert 0 <= box["x"] < 40
    assert box["x"] + box["width"] <= 320
    follow(page, "Read one by one")
    press(page, "Publish")
    press(page, "Publish")
    assert heading(page) == "Nothing is waiting"
    assert shown_on(page, draft) == ["The second.", "The first."]


def test_several_are_ticked_and_published_with_the_keyboard(page, sign_in, draft, board_member):
    send_comments(draft, "The first.", "The second.", "The third.")
    first, _, third = Comment.objects.order_by("pk").values_list("pk", flat=True)
    sign_in(page, board_member)

    for number, comment in (("1.1", first), ("1.3", third)):
        keyboard.tick(page, f"Passage {number} of “Section 1” (comment {comment})")
    keyboard.enter(page, "Publish the ticked comments")

    assert said(page) == "2 comments published."
    assert shown_on(page, draft) == ["The third.", "The first."]


def test_a_hold_is_proposed_with_a_reason_and_confirmed_by_somebody_else(
    open_page, sign_in, draft, board_member, second_member
):
    send_comments(draft, "My neighbour at number nine is a thief.", "The second.")
    first = open_page()
    sign_in(first, board_member)
    follow(first, "Read one by one")
    propose_to_hold(first, reason="Somebody else’s personal details", note="It names a house.")
    assert said(first) == "Your proposal to hold it waits for a second person."
    follow(first, "Waiting")
    assert heading(first) == "1 waiting, about 1 minute"

    second = open_page()
    sign_in(second, second_member)
    second.get_by_role("link", name="Confirm or decline").click()
    assert "Somebody else’s personal details" in second.locator(".board-panel").inner_text()
    assert "“It names a house.”" in second.locator(".board-panel").inner_text()
    press(second, "Confirm: hold it")

    assert said(second) == "Held. It is not shown, and it is still counted."
    assert shown_on(second, draft) == []
    assert reconcile(draft.consultation).faults == []
    assert reconcile(draft.consultation).counted == 2
    first.goto("/admin/decisions/")
    assert "Somebody else’s personal details" in first.locator(".result-list").inner_text()


def test_a_hold_without_a_reason_is_refused_and_the_note_is_kept(
    page, sign_in, draft, board_member
):
    send_comments(draft, "Nobody should pay for this.")
    sign_in(page, board_member)
    follow(page, "Read one by one")

    page.get_by_text("Propose to hold it").first.click()
    page.get_by_label("Note for the second person").fill("I do not like it.")
    press(page, "Propose to hold it")

    assert page.title().startswith("Error: ")
    assert page.locator(":focus").inner_text() == "Choose why this comment should be held."
    assert page.get_by_label("Note for the second person").input_value() == "I do not like it."
    assert Review.objects.get().status == ReviewStatus.WAITING


def test_a_comment_of_ones_own_organisation_is_not_on_the_desk(
    open_page, sign_in, draft, board_member, second_member
):
    make_response(passages_of(draft)[0], text="We do good work.", organisation="Riverside Carers")
    make_membership(board_member, Organisation.objects.get())
    member, other = open_page(), open_page()

    sign_in(member, board_member)
    sign_in(other, second_member)

    assert heading(member) == "Nothing is waiting"
    assert heading(other) == "1 waiting, about 1 minute"
    answer = member.goto(f"/admin/board/{Review.objects.get().pk}/")
    assert answer.status == 404


def test_a_decision_is_taken_back(page, sign_in, draft, board_member):
    send_comments(draft, "The first.")
    sign_in(page, board_member)
    follow(page, "Read one by one")
    press(page, "Publish")
    shown = shown_on(page, draft)

    page.goto("/admin/board/decided/")
    page.get_by_role("link", name="Passage 1.1 of “Section 1”").click()
    press(page, "Take it back and look again")

    assert said(page) == "Taken back. It is not shown and waits to be read again."
    assert (shown, shown_on(page, draft)) == (["The first."], [])


def presses(page, key):
    """One key, with nothing in focus that takes text; the page that comes of it."""
    with page.expect_navigation():
        page.keyboard.press(key)


def test_a_member_reads_twenty_comments_with_single_keys(
    open_page, sign_in, board_member, second_member
):
    draft = make_published_draft(sections=4, passages=5)
    texts = [f"Comment number {number}." for number in range(1, 20)]
    texts.insert(7, "Ring me on 01632 960 441 about it.")
    send_comments(draft, *texts)
    page, other = open_page(), open_page()
    sign_in(page, board_member)
    sign_in(other, second_member)
    assert heading(page) == "20 waiting, about 17 minutes"
    opened = []

    presses(page, "r")
    for _ in range(20):
        opened.append(page.locator(".board-card__text").inner_text().strip())
        if "01632" in opened[-1]:
            assert page.locator("mark").inner_text() == "01632 960 441"
            page.keyboard.press("h")
            page.keyboard.press("1")
            assert page.locator(":focus").inner_text() == "Propose to hold it"
            presses(page, "Enter")
        elif "number 4." in opened[-1]:  # the other one is quicker
            other.goto(page.url)
            assert "has this open at the moment" in other.locator(".board-claimed").inner_text()
            presses(other, "p")
            presses(page, "p")
            assert "Changed by Second member while you were reading: publish" in said(page)
            presses(page, "r")
        else:
            presses(page, "p")

    assert opened == texts
    assert heading(page) == "Nothing is waiting"
    assert Review.objects.published().count() == 19
    other.goto("/admin/board/")
    other.get_by_role("button", name="Single keys are on: turn off").click()
    other.keyboard.press("r")
    assert other.url.endswith("/admin/board/")
