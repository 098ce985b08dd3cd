"""The site's own search, and what search engines are told."""

import xml.etree.ElementTree as ET

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from consultations.drafts.importing.outline import Kind, Outline, Passage, Section
from consultations.responses.enums import Publish
from tests.factories.consultations import (
    DAY,
    make_consultation,
    make_published_draft,
    make_published_version,
    make_response,
    passages_of,
)
from tests.factories.events import make_event, make_event_index

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("indexes")]


@pytest.fixture
def draft(home, django_capture_on_commit_callbacks):
    """A published draft that the index knows."""
    words = ("Courgettes are for everybody.", "A shed is not a house.", "Water is free.")
    section = Section("Growing", tuple(Passage(Kind.PARAGRAPH, text) for text in words))
    consultation = make_consultation(slug="open", title="Allotments for all")
    with django_capture_on_commit_callbacks(execute=True):
        return make_published_draft(consultation, outline=Outline("A strategy", (section,)))


def found(client, words, **asked):
    """(heading, title, address) of each page listed."""
    answer = client.get("/search/", {"q": words, **asked})
    return [
        (group.title, one.title, one.url)
        for group, _, pages in answer.context["groups"]
        for one in pages
    ]


def test_a_passage_is_found_at_its_own_address(client, draft):
    passage = passages_of(draft)[1]

    answer = client.get("/search/", {"q": passage.text})

    [(group, _, [one])] = answer.context["groups"]
    assert group.title == "In drafts"
    assert one.url == f"{passage.section.url}#{passage.anchor}"
    assert (one.text, one.note) == (f"{passage.number} {passage.text}", "Allotments for all")


def test_only_the_newest_version_is_found(
    client, draft, officer, django_capture_on_commit_callbacks
):
    first, second, _ = passages_of(draft)
    with django_capture_on_commit_callbacks(execute=True):
        newest = make_published_version(
            draft, by=officer, edit={first.number: "Marrows and pumpkins."}
        )

    section = newest.sections().get()
    assert found(client, "courgettes") == []
    assert [url for *_, url in found(client, "pumpkins")] == [f"{section.url}#{first.anchor}"]
    assert [url for *_, url in found(client, "shed")] == [f"{section.url}#{second.anchor}"]


def test_what_is_private_or_unpublished_or_said_by_people_is_not_found(
    client, draft, django_capture_on_commit_callbacks
):
    consultation = draft.consultation
    make_response(passages_of(draft)[0], text="Rhubarb for everybody.", publish=Publish.NO)
    with django_capture_on_commit_callbacks(execute=True):
        make_consultation(slug="later", title="Allotments tomorrow", live=False)
    public = found(client, "allotments")
    PageViewRestriction.objects.create(page=consultation, restriction_type="login")

    assert public == [("Consultations", "Allotments for all", consultation.url)]
    assert found(client, "allotments") == []
    assert found(client, "shed") == []
    assert found(client, "rhubarb") == []


def test_kinds_stand_in_groups_and_a_long_group_has_pages(
    client, draft, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        index = make_event_index(draft.get_site().root_page)
        for number in range(6):
            starts_at = timezone.now() + number * DAY
            make_event(
                index,
                title=f"Allotments, part {number}",
                starts_at=starts_at,
                ends_at=starts_at + DAY / 24,
            )

    both = client.get("/search/", {"q": "allotments"})
    events = client.get("/search/", {"q": "allotments", "in": "events"})

    assert [(g.title, len(listed), len(g.pages)) for g, _, listed in both.context["groups"]] == [
        ("Consultations", 1, 1),
        ("Events", 5, 6),
    ]
    assert "7 pages have these words." in both.content.decode()
    assert both.context["groups"][0][2][0].note == "Open"
    assert 'href="?q=allotments&amp;in=events"' in both.content.decode()
    assert [len(listed) for *_, listed in events.context["groups"]] == [6]


@pytest.mark.parametrize(
    "asked",
    ["", "   ", "' OR 1=1 --", '"unclosed', "zz*", "(", "\U0001f600", "NEAR AND NOT", "x" * 5000],
)
def test_any_question_is_answered(client, draft, asked):
    answer = client.get("/search/", {"q": asked, "in": "nothing", "page": "zz"})

    assert answer.status_code == 200
    assert answer.context["groups"] == []


@pytest.mark.parametrize("drafts", [1, 3])
def test_three_results_ask_as_much_as_one(
    client, home, drafts, django_assert_num_queries, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        made = [make_published_draft(sections=1, passages=1) for _ in range(drafts)]
    assert made
    client.get("/search/", {"q": "passage"})

    with django_assert_num_queries(29):
        listed = found(client, "passage")

    assert len(listed) == drafts


def test_engines_are_told_what_to_leave_alone_and_where_the_pages_are(client, draft):
    robots = client.get("/robots.txt")
    sitemap = client.get("/sitemap.xml")

    lines = robots.content.decode().splitlines()
    assert robots["Content-Type"] == "text/plain; charset=utf-8"
    assert {"Disallow: /admin/", "Disallow: /responses/"} <= set(lines)
    assert lines[-1] == "Sitemap: http://testserver/sitemap.xml"
    addresses = {loc.text for loc in ET.fromstring(sitemap.content).iter() if "loc" in loc.tag}
    assert draft.full_url in addresses


def test_a_private_page_is_in_no_sitemap(client, draft):
    PageViewRestriction.objects.create(page=draft.consultation, restriction_type="login")

    assert draft.consultation.slug not in client.get("/sitemap.xml").content.decode()
