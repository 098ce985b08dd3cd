"""What a published version says about itself: what was put right, and that there is a newer one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from consultations.drafts.domain.errata import add_erratum, withdraw_erratum
from tests.factories.consultations import (
    make_published_version,
    passages_of,
)

pytestmark = pytest.mark.django_db

SAID = "It should say “National Indicator 7” & nothing {else}."
SEEN = "It should say “National Indicator 7” &amp; nothing {else}."


@pytest.fixture
def draft(usual_draft):
    return usual_draft


def text(browser, address):
    return browser.get(address).content.decode()


def queries_of(browser, address):
    browser.get(address)
    with CaptureQueriesContext(connection) as queries:
        browser.get(address)
    return len(queries)


def put_right(passage, officer):
    return add_erratum(passage=passage, text=SAID, by=officer, at=timezone.now())


class TestErrata:
    def test_stand_beside_their_passage_until_they_are_taken_back(self, resident, draft, officer):
        one, two = draft.sections()
        erratum = put_right(one.passages.all()[1], officer)

        pages = [text(resident, page.url) for page in (draft, one, two)]
        withdraw_erratum(erratum=erratum, by=officer, at=timezone.now())
        afterwards = [text(resident, page.url) for page in (draft, one)]

        assert [page.count(SEEN) for page in pages] == [1, 1, 0]
        assert "Put right on" in pages[1].split('id="p1-2"')[1].split('id="p1-3"')[0]
        assert [SEEN in page for page in afterwards] == [False, False]

    def test_cost_one_query_a_page_however_many(self, resident, draft, officer):
        one = draft.sections().first()
        pages = (draft.url, one.url)
        without = [queries_of(resident, page) for page in pages]
        put_right(passages_of(draft)[0], officer)
        with_one = [queries_of(resident, page) for page in pages]
        for passage in passages_of(draft)[1:]:
            put_right(passage, officer)
        with_six = [queries_of(resident, page) for page in pages]

        assert with_one == with_six == [count + 1 for count in without]


class TestAnOlderVersion:
    def test_leads_to_the_newest_and_takes_no_comments(self, resident, draft, officer):
        newest = make_published_version(draft, by=officer, edit={"1.1": "Reworded."})

        pages = [text(resident, page.url) for page in (draft, draft.sections()[0])]

        for page in pages:
            assert "A newer version has been published." in page
            assert f'href="{newest.url}"' in page
            assert 'href="/consultations/open/changes/draft/draft-2/"' in page
            assert "respond/" not in page

    def test_is_named_by_the_newest_one(self, resident, draft, officer):
        alone = [text(resident, page) for page in (draft.url, "/consultations/open/")]
        newest = make_published_version(draft, by=officer, edit={"1.1": "Reworded."})

        pages = [text(resident, page) for page in (newest.url, "/consultations/open/")]

        link = 'href="/consultations/open/changes/"'
        assert [link in page for page in alone] == [False, False]
        assert [link in page for page in pages] == [True, True]
        assert "A newer version" not in pages[0]
        assert "respond/" in pages[0]

    def test_one_being_written_is_not_spoken_of(self, resident, draft, officer):
        draft.copy(recursive=True, update_attrs={"slug": "secret"}, keep_live=False, user=officer)

        page = text(resident, draft.url)

        assert ("A newer version" in page, "What changed" in page) == (False, False)
