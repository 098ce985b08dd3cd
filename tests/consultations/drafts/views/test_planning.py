"""Before the next version is published: what will become of each passage, and correcting it."""

import pytest
from django.urls import reverse
from django.utils import timezone

from consultations.drafts.domain import planning
from consultations.drafts.domain.versions import start_next_version
from consultations.drafts.importing.publish import make_draft
from consultations.drafts.models import FrozenDraft, LinkPlan, PassageLink
from tests.factories.consultations import (
    make_consultation,
    make_outline,
    passages_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(usual_draft):
    return usual_draft


@pytest.fixture
def begun(draft, officer):
    """The next version: 1.2 reworded beyond recognition under a new id, 2.3 taken out."""
    begun = start_next_version(draft=draft, by=officer, at=timezone.now())
    one, two = begun.sections()
    blocks = [dict(block) for block in one.body.raw_data]
    blocks[1] = {"type": "paragraph", "value": "<p>Of boats.</p>"}
    one.body = blocks
    one.save_revision(user=officer)
    two.body = [dict(block) for block in two.body.raw_data][:2]
    two.save_revision(user=officer)
    return begun


@pytest.fixture
def browser(officer, signed_in):
    return signed_in(officer)


def address_of(begun):
    return reverse("version_plan", args=[begun.pk])


def text(answer):
    return answer.content.decode()


def lines(begun):
    return [
        (line.old and line.old.number, [new.number for new in line.news], line.link_kind)
        for line in planning.planned_lines(begun)
        if line.link_kind != "same"
    ]


def say(browser, begun, passage, **given):
    """Send the form as a browser would, with what is given for one published passage."""
    form = browser.get(address_of(begun)).context["form"]
    seen = {name: form[name].initial or "" for name in form.fields}
    typed = {f"{name}-{passage.pk}": value for name, value in given.items()}
    hidden = {f"initial-{name}": value for name, value in seen.items()}
    return browser.post(address_of(begun), {**hidden, **seen, **typed}, follow=True)


def links_to(draft):
    return [
        (link.old and link.old.number, link.new and link.new.number, link.kind, link.reason)
        for link in PassageLink.objects.filter(draft=draft).select_related("old", "new")
        if link.kind != "same"
    ]


def test_it_shows_what_would_be_recorded_now(browser, begun):
    assert lines(begun) == [
        ("1.2", [], "removed"),
        ("2.3", [], "removed"),
        (None, ["1.2"], "added"),
    ]
    page = text(browser.get(address_of(begun)))
    assert "Of boats." in page
    assert "if it were published now" in page


def test_what_was_said_before_stands_when_it_is_published(browser, draft, begun, officer):
    _, second, *_, last = passages_of(draft)

    answer = say(browser, begun, second, to="1.2", reason="Boats matter more.")
    say(browser, begun, last, reason="Nobody needed it.")
    assert "1 saved." in text(answer)
    assert lines(begun) == [("1.2", ["1.2"], "edited"), ("2.3", [], "removed")]
    begun.get_latest_revision().publish()

    assert links_to(begun) == [
        ("1.2", "1.2", "edited", "Boats matter more."),
        ("2.3", None, "removed", "Nobody needed it."),
    ]
    assert PassageLink.objects.get(draft=begun, old=second).corrected_by == officer
    assert not LinkPlan.objects.exists()


def test_the_reason_of_a_new_passage_is_kept_too(browser, begun):
    form = browser.get(address_of(begun)).context["form"]
    (name,) = [name for name in form.fields if name.startswith("reason-new-")]

    browser.post(address_of(begun), {name: "Groups asked.", f"initial-{name}": ""})
    begun.get_latest_revision().publish()

    assert (None, "1.2", "added", "Groups asked.") in links_to(begun)


def test_a_plan_for_a_block_that_was_deleted_afterwards_is_let_go(browser, draft, begun, officer):
    second = passages_of(draft)[1]
    say(browser, begun, second, to="1.2")
    one = begun.sections()[0].get_latest_revision_as_object()
    one.body = [block for n, block in enumerate(one.body.raw_data) if n != 1]
    one.save_revision(user=officer)

    begun.get_latest_revision().publish()

    assert links_to(begun) == [("1.2", None, "removed", ""), ("2.3", None, "removed", "")]


def test_a_wrong_number_saves_nothing_and_keeps_what_was_typed(browser, draft, begun):
    answer = say(browser, begun, passages_of(draft)[1], to="7.7", reason="Typed with care.")

    assert answer.status_code == 422
    assert "Typed with care." in text(answer)
    assert not LinkPlan.objects.exists()


def test_after_publishing_links_are_corrected_instead(browser, begun, officer):
    line = planning.planned_lines(begun)[0]
    begun.get_latest_revision().publish()
    begun.refresh_from_db()

    answer = browser.get(address_of(begun))

    assert answer.url == reverse("version_links", args=[begun.pk])
    said = [planning.Planned(line, (), "")]
    with pytest.raises(FrozenDraft):
        planning.plan(draft=begun, said=said, by=officer, at=timezone.now())


def test_a_first_version_has_nothing_to_plan(browser):
    alone = make_draft(make_outline(), consultation=make_consultation())

    assert browser.get(address_of(alone)).status_code == 404


@pytest.mark.parametrize("who", ["events_editor", "board_member"])
def test_nobody_else_sees_it(request, signed_in, begun, who):
    answer = signed_in(request.getfixturevalue(who)).get(address_of(begun))

    assert answer.status_code == 404


def test_the_button_stands_above_the_next_version(browser, draft, begun):
    page = text(browser.get(reverse("wagtailadmin_explore", args=[begun.pk])))
    overview = text(browser.get(reverse("version", args=[draft.pk])))

    assert address_of(begun) in page
    assert address_of(begun) in overview


def test_deleting_the_next_version_takes_its_plans_along(browser, draft, begun):
    say(browser, begun, passages_of(draft)[1], to="1.2")

    begun.delete()

    assert not LinkPlan.objects.exists()
