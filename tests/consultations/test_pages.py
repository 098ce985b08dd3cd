"""The reading pages: nothing keeps them out of the page cache, and nothing makes them grow."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from consultations.drafts.importing.publish import make_draft
from consultations.moderation.domain.deciding import publish
from consultations.moderation.domain.queue import waiting_for
from tests.factories.consultations import (
    DAY,
    make_consultation,
    make_outline,
    make_published_draft,
    make_response,
    passages_of,
)

pytestmark = pytest.mark.django_db


def make_shown(passages, board_member):
    """One published comment on each of these passages."""
    for passage in passages:
        make_response(passage)
    reviews = [review.pk for review in waiting_for(board_member)]
    publish(review_ids=reviews, by=board_member, at=timezone.now())


def queries_of(browser, address):
    """How many queries a page takes that has been asked for before."""
    browser.get(address)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        browser.get(address)
    return len(queries)


@pytest.fixture
def draft(board_member):
    draft = make_published_draft(make_consultation(slug="open"), sections=2, passages=3)
    make_shown(passages_of(draft)[:1], board_member)
    return draft


@pytest.mark.parametrize(
    "path",
    ["/", "/consultations/forward-plan/", "", "views/", "draft/", "draft/section-1/"],
)
def test_a_reading_page_holds_no_form_and_sets_no_cookie(resident, draft, path):
    page = resident.get(path if path.startswith("/") else f"/consultations/open/{path}")

    text = page.content.decode()
    assert (page.status_code, "<form" in text, list(page.cookies), page.get("Vary")) == (
        200,
        False,
        [],
        None,
    )


def test_the_list_is_searched_without_a_cookie(resident, draft):
    """Its form only asks for another list, so it needs no token and the page can be kept."""
    page = resident.get("/consultations/")

    text = page.content.decode()
    assert (page.status_code, "method=" in text, list(page.cookies), page.get("Vary")) == (
        200,
        False,
        [],
        None,
    )


def test_a_draft_takes_as_many_queries_for_many_passages_as_for_few(resident, board_member):
    few = make_published_draft(make_consultation(slug="few"), sections=1, passages=1)
    many = make_published_draft(make_consultation(slug="many"), sections=4, passages=9)
    make_shown([*passages_of(few), *passages_of(many)[:12]], board_member)

    assert queries_of(resident, many.url) == queries_of(resident, few.url)


def test_a_section_takes_as_many_queries_for_many_comments_as_for_one(resident, board_member):
    draft = make_published_draft(sections=2, passages=9)
    one, many = draft.sections()
    make_shown([one.passages.first(), *many.passages.all()], board_member)

    assert queries_of(resident, many.url) == queries_of(resident, one.url)


def test_a_passage_can_be_commented_on_while_it_is_open(resident, draft):
    passage = passages_of(draft)[0]

    page = resident.get(passage.section.url).content.decode()

    assert f'href="/consultations/open/respond/passage/{passage.pk}/"' in page


def test_a_passage_cannot_be_commented_on_once_it_has_closed(resident):
    now = timezone.now()
    closed = make_consultation(opens_at=now - 9 * DAY, closes_at=now)
    (passage, *_) = passages_of(make_published_draft(closed))

    page = resident.get(passage.section.url).content.decode()

    assert ("respond/" in page, "Passage 1 of section 1." in page) == (False, True)


def test_an_editor_sees_the_passages_of_a_draft_that_is_not_published(draft):
    """The preview draws them as publishing would freeze them."""
    draft = make_draft(make_outline(sections=2), consultation=draft.consultation)

    page = draft.make_preview_request()

    assert ("Passage 3 of section 2." in page.content.decode(), draft.is_frozen) == (True, False)
