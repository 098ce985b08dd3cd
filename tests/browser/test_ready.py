"""“Ready to publish?” and what the public reads of it: nothing for axe to find, either width."""

from django.utils import timezone

from consultations.models import PromiseChange
from tests.factories.consultations import DAY, make_consultation
from tests.journeys.editing import choose, edit


def unready():
    now = timezone.now()
    return make_consultation(
        slug="parking",
        title="Parking at the station",
        opens_at=now + 7 * DAY,
        closes_at=now + 21 * DAY,
        why_proposed="",
        live=False,
    )


def give(page, reason):
    """Say why it does not say why it is proposed; its form has been opened."""
    page.get_by_role("textbox", name="It does not say why it is proposed").fill(reason)
    with page.expect_navigation():
        page.locator("#reasons").get_by_role("button", name="Record why not").click()


def test_an_officer_learns_what_is_missing_and_says_why_not(
    page,
    inspect,
    sign_in,
    officer,
):
    consultation = unready()
    consultation.save_revision()
    found = {}
    sign_in(page, officer)
    edit(page, consultation)
    choose(page, "Publish")
    refused = page.locator(".messages").inner_text()

    page.locator(".messages").get_by_role("link", name="Ready to publish?").click()
    page.wait_for_url("**/ready/")
    found["in the way"] = inspect(page)
    give(page, "No time.")
    found["too short"] = inspect(page)
    give(page, "The reasons are in the law, and everybody knows them.")
    found["recorded"] = inspect(page)
    recorded = page.locator("#reasons").inner_text()

    assert "“Parking at the station” is not public yet." in refused
    assert "Say why you propose this. (Field: Why we propose this.)" in refused
    assert "Not met, reason on record" in recorded
    assert found == {"in the way": [], "too short": [], "recorded": []}


def test_a_page_with_everything_in_its_promise_box(page, inspect):
    now = timezone.now()
    consultation = make_consultation(
        slug="late",
        read_within=5,
        opens_at=now - 120 * DAY,
        closes_at=now - 100 * DAY,
        decision_on=timezone.localdate(now) - 30 * DAY,
        reply_by=timezone.localdate(now) - 40 * DAY,
    )
    PromiseChange.objects.create(
        consultation=consultation,
        field="reply_by",
        was="2026-01-01",
        became=consultation.reply_by.isoformat(),
        at=now,
    )

    page.goto("/consultations/late/")

    assert inspect(page) == []
    text = page.locator(".promise").inner_text()
    assert text.count("Overdue") == 2
    assert "Shorter than four weeks, because:" in text
    assert "What has been moved" in text
