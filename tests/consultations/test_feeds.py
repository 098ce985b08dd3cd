"""Feeds and the forward plan: valid Atom, ids for good, and nothing said before its time."""

import datetime as dt
from xml.etree import ElementTree

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from time_machine import travel

from consultations.domain.stages import record_answered
from consultations.models import ConsultationPage
from tests.factories.consultations import DAY, make_consultation, make_index

pytestmark = pytest.mark.django_db

ATOM = {"a": "http://www.w3.org/2005/Atom"}
FEEDS = ["/consultations/feed.atom", "/consultations/forward-plan.atom"]
PLAN = "/consultations/forward-plan/"


def read(browser, address):
    answer = browser.get(address)
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(answer.content)


def entries(feed):
    """{title: (id, updated, address, summary)}"""
    return {
        entry.findtext("a:title", namespaces=ATOM): (
            entry.findtext("a:id", namespaces=ATOM),
            dt.datetime.fromisoformat(entry.findtext("a:updated", namespaces=ATOM)),
            entry.find("a:link", ATOM).get("href"),
            entry.findtext("a:summary", namespaces=ATOM),
        )
        for entry in feed.findall("a:entry", ATOM)
    }


@pytest.mark.parametrize("address", FEEDS)
def test_a_feed_has_all_that_atom_asks_for(resident, address):
    """RFC 4287: an id, a title and a time for the feed and each entry; an author; a link."""
    make_consultation(title="Trees & <hedges>")
    make_consultation(title="Later", opens_at=timezone.now() + DAY, closes_at=None)

    feed = read(resident, address)

    things = [feed, *feed.findall("a:entry", ATOM)]
    assert len(things) > 1
    for thing in things:
        for name in ("id", "title", "updated"):
            assert len(thing.findall(f"a:{name}", ATOM)) == 1
        assert thing.findtext("a:id", namespaces=ATOM).startswith("urn:uuid:")
        assert dt.datetime.fromisoformat(thing.findtext("a:updated", namespaces=ATOM)).tzinfo
        assert thing.find("a:link[@rel='alternate']", ATOM).get("href").startswith("http://")
    assert feed.find("a:link[@rel='self']", ATOM).get("href") == f"http://testserver{address}"
    assert feed.findtext("a:author/a:name", namespaces=ATOM)
    ids = [thing.findtext("a:id", namespaces=ATOM) for thing in things]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("address", FEEDS)
def test_an_empty_feed_says_the_same_whenever_it_is_read(resident, address):
    index = make_index()
    index.save_revision().publish()

    first = resident.get(address).content
    with travel(timezone.now() + DAY):
        second = resident.get(address).content

    assert first == second


def test_an_entry_keeps_its_id_when_its_title_and_address_change(resident):
    page = make_consultation(title="Before", slug="before")
    ((first, *_),) = entries(read(resident, FEEDS[0])).values()

    page.title, page.slug = "After", "after"
    page.save()
    ((second, _, address, _),) = entries(read(resident, FEEDS[0])).values()

    assert (second, address) == (first, "http://testserver/consultations/after/")


def test_an_entry_is_new_again_when_something_became_of_it(resident):
    now = timezone.now().replace(microsecond=0)
    closed = make_consultation(title="Closed", opens_at=now - 9 * DAY, closes_at=now - 2 * DAY)
    open_since = make_consultation(title="Open", opens_at=now - 3 * DAY, closes_at=now + 3 * DAY)
    ConsultationPage.objects.update(first_published_at=now - 20 * DAY)

    before = entries(read(resident, FEEDS[0]))
    record_answered(consultation=closed, at=now - DAY)
    after = entries(read(resident, FEEDS[0]))

    assert [before["Closed"][1], before["Open"][1]] == [closed.closes_at, open_since.opens_at]
    assert (list(before), list(after)) == (["Closed", "Open"], ["Closed", "Open"])
    assert after["Closed"][1] == now - DAY
    assert "Answered on" in after["Closed"][3]


class TestForwardPlan:
    @pytest.fixture
    def hidden(self):
        """Being written, and not published."""
        opens_at = timezone.now() + 30 * DAY
        return make_consultation(
            title="Canary", summary="A secret.", opens_at=opens_at, closes_at=None, live=False
        )

    def everything(self, browser):
        return "".join(browser.get(address).content.decode() for address in (PLAN, *FEEDS))

    def test_holds_what_was_published_early_with_its_day(self, resident):
        opens_at = dt.datetime(2031, 1, 6, 9, 0, tzinfo=dt.UTC)
        make_consultation(title="Early", slug="early", opens_at=opens_at, closes_at=None)

        text = resident.get(PLAN).content.decode()

        assert 'href="/consultations/early/"' in text
        assert "Opens at 9am on Monday 6 January 2031" in text

    def test_says_nothing_of_what_is_not_published(self, resident, hidden):
        said = self.everything(resident)

        assert ("Canary" in said, "secret" in said) == (False, False)

    def test_says_what_an_editor_chose_and_leads_to_no_hidden_page(self, resident, hidden):
        hidden.show_in_forward_plan = True
        hidden.save()

        text = resident.get(PLAN).content.decode()
        (_, _, address, summary) = entries(read(resident, FEEDS[1]))["Canary"]

        assert "Expected to open on" in text
        assert (hidden.slug in text, "Cabinet" in text) == (False, False)
        assert address == f"http://testserver{PLAN}#coming-{hidden.pk}"
        assert f'id="coming-{hidden.pk}"' in text
        assert "A secret." in summary
        assert "Canary" not in resident.get(FEEDS[0]).content.decode()
        assert resident.get(f"/consultations/{hidden.slug}/").status_code == 404

    def test_lets_go_of_it_the_moment_it_opens(self, resident):
        opens_at = timezone.now() + DAY
        make_consultation(title="Early", opens_at=opens_at, closes_at=None)

        with travel(opens_at - dt.timedelta(seconds=1), tick=False):
            assert "Early" in resident.get(PLAN).content.decode()
        with travel(opens_at, tick=False):
            assert "Early" not in resident.get(PLAN).content.decode()
            assert "Nothing is planned at the moment." in resident.get(PLAN).content.decode()

    @pytest.mark.parametrize("address", [PLAN, FEEDS[1]])
    def test_asks_as_much_for_three_as_for_one(self, resident, address, django_assert_num_queries):
        later = timezone.now() + DAY
        make_consultation(opens_at=later, closes_at=None)
        resident.get(address)
        with CaptureQueriesContext(connection) as for_one:
            resident.get(address)
        for _ in range(2):
            make_consultation(opens_at=later, closes_at=None)

        with django_assert_num_queries(len(for_one)):
            resident.get(address)

    def test_keeps_its_address_free_of_consultations(self):
        page = make_consultation()
        page.slug = "forward-plan"

        with pytest.raises(ValidationError, match="kept for the site itself"):
            page.full_clean()


class TestThePageCache:
    @pytest.fixture(autouse=True)
    def kept(self, settings):
        settings.PAGE_CACHE_ENABLED = True

    @pytest.mark.parametrize("address", [PLAN, *FEEDS])
    def test_keeps_it_until_an_editor_changes_the_plan(
        self, resident, address, django_assert_num_queries, django_capture_on_commit_callbacks
    ):
        page = make_consultation(
            title="Canary", opens_at=timezone.now() + DAY, closes_at=None, live=False
        )
        resident.get(address)

        with django_assert_num_queries(0):
            resident.get(address)
        with django_capture_on_commit_callbacks(execute=True):
            page.show_in_forward_plan = True
            page.save()
        after = resident.get(address).content.decode()

        assert ("Canary" in after) is (address != FEEDS[0])
