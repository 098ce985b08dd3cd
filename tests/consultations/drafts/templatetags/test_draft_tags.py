"""A draft's passages as they stand on a page."""

import re

import pytest

from consultations.drafts.enums import PassageKind
from consultations.drafts.importing.outline import Kind, Outline, Section
from consultations.drafts.importing.outline import Passage as Read
from consultations.drafts.models import Passage
from consultations.drafts.templatetags.draft_tags import (
    ContentsItem,
    contents,
    draw_passages,
    newest_draft,
    one_to_quote,
    place_among,
)
from tests.factories.consultations import make_consultation, make_published_draft


def make_passage(kind, html="Words", *, position=1, marker=""):
    """A passage that is in no database: drawing asks nothing."""
    return Passage(
        pk=position, number=f"6.{position}", position=position, kind=kind, html=html, marker=marker
    )


def shape_of(html):
    """The tags that open and close, without their attributes."""
    return re.findall(r"</?(?:ul|ol|li|h2|h3|blockquote|div|p)\b", html)


def test_neighbouring_points_stand_in_one_list():
    kinds = ["paragraph", "bullet", "bullet", "numbered", "bullet", "paragraph"]
    passages = [
        make_passage(kind, position=position, marker="1." if kind == "numbered" else "")
        for position, kind in enumerate(kinds, start=1)
    ]

    drawn = shape_of(draw_passages(passages, {}))

    lists = [tag for tag in drawn if tag in {"<ul", "</ul", "<ol", "</ol", "<li"}]
    assert lists == ["<ul", "<li", "<li", "</ul", "<ol", "<li", "</ol", "<ul", "<li", "</ul"]


@pytest.mark.parametrize(
    ("kind", "element"),
    [
        (PassageKind.HEADING, '<h3 class="passage__text">Words</h3>'),
        (PassageKind.PARAGRAPH, '<div class="passage__text"><p>Words</p></div>'),
        (PassageKind.QUOTATION, '<blockquote class="passage__text"><p>Words</p></blockquote>'),
        (PassageKind.BULLET, '<div class="passage__text">Words</div>'),
        (PassageKind.MARK, '<div class="passage__text"><p>Words</p></div>'),
    ],
)
def test_each_kind_has_its_element(kind, element):
    assert element in draw_passages([make_passage(kind)], {}, heading="h3")


def test_a_number_leads_to_its_own_passage():
    drawn = draw_passages([make_passage("paragraph", position=4)], {})

    assert ('id="p6-4"' in drawn, '<a class="passage__number" href="#p6-4">' in drawn) == (
        True,
        True,
    )


def test_a_printed_marker_is_escaped():
    drawn = draw_passages([make_passage("numbered", marker="<1>")], {})

    assert '<span class="passage__marker">&lt;1&gt;</span>' in drawn


def test_braces_in_a_passage_stay_as_they_are():
    assert "<p>{number} {0}</p>" in draw_passages([make_passage("paragraph", "{number} {0}")], {})


def test_a_passage_can_be_commented_on_only_where_there_is_a_form():
    passage = make_passage("paragraph", position=7)

    closed = draw_passages([passage], {})
    opened = draw_passages([passage], {}, comment_url="/consultations/c/respond/passage/")

    assert (
        "Comment on this" in closed,
        'href="/consultations/c/respond/passage/7/"' in opened,
    ) == (
        False,
        True,
    )


def test_a_control_is_named_with_what_is_read_and_which_passage():
    drawn = draw_passages([make_passage("paragraph", position=4)], {4: 2}, comment_url="/c/")

    names = [re.sub("<[^>]+>", "", name) for name in re.findall(r"<a class=[^>]+>(.+?)</a>", drawn)]

    assert names == ["Passage 6.4", "Comment on this passage 6.4", "2 comments on passage 6.4"]


@pytest.mark.parametrize(
    ("link", "is_spelt_out"),
    [
        ('<a href="https://example.org/?a=1&amp;b=2">https://example.org/?a=1&amp;b=2</a>', True),
        ('<a href="https://example.org/">the Compact</a>', False),
        ('<a href="https://example.org/">https://example.org/other/</a>', False),
    ],
)
def test_a_link_that_says_its_address_is_marked_for_paper(link, is_spelt_out):
    drawn = draw_passages([make_passage("paragraph", f"See {link}.")], {})

    assert ('class="spelt-out"' in drawn) == is_spelt_out
    assert f"See {link}." in drawn.replace(' class="spelt-out"', "")


def test_a_passage_shows_its_lasting_address_only_where_there_is_one():
    passages = [make_passage("paragraph", position=4)]

    published = draw_passages(passages, {}, links="https://here.example/c/d/passage/")
    preview = draw_passages(passages, {})

    address = "https://here.example/c/d/passage/6.4/"
    assert f'<a href="{address}">{address}</a>' in published
    assert "passage__link" not in preview


@pytest.mark.parametrize(
    ("kinds", "position"), [(["heading", "bullet", "paragraph"], 3), (["mark", "bullet"], 1)]
)
def test_a_paragraph_shows_how_to_quote(kinds, position):
    passages = [make_passage(kind, position=place) for place, kind in enumerate(kinds, start=1)]

    assert one_to_quote(passages).position == position
    assert one_to_quote([]) is None


def test_a_count_leads_to_what_was_said_of_its_passage():
    passages = [make_passage("paragraph", position=position) for position in (1, 2, 3)]

    drawn = draw_passages(passages, {1: 1, 2: 12}, said={2: "#comment-9"})

    assert re.findall(r'class="passage__count" href="(.+?)">(.+?)<', drawn) == [
        ("#said", "1 comment"),
        ("#comment-9", "12 comments"),
    ]


@pytest.mark.django_db
def test_what_an_author_wrote_is_escaped_when_it_is_frozen_and_drawn():
    outline = Outline(
        "Draft", (Section("One", (Read(Kind.PARAGRAPH, "Fish & <script>chips</script>"),)),)
    )
    draft = make_published_draft(outline=outline)
    (section,) = draft.sections()

    drawn = draw_passages(section.passages.all(), {})

    assert "<p>Fish &amp; &lt;script&gt;chips&lt;/script&gt;</p>" in drawn


@pytest.mark.django_db
def test_the_contents_say_where_one_is_and_how_much_was_said():
    draft = make_published_draft(make_consultation(slug="c"), sections=2, passages=2)
    first, second = draft.sections()
    counts = {first.passages.first().pk: 2, first.passages.last().pk: 1}

    items = contents([first, second], first, counts)

    assert items == [
        ContentsItem(first, "1", "Section 1", first.url, True, "3 comments"),
        ContentsItem(second, "2", "Section 2", second.url, False, ""),
    ]
    timed = contents([first, second], draft=draft)
    assert [item.time for item in timed] == ["1 minute", "1 minute"]
    assert place_among(second, [first, second]) == "Section 2 of 2"


@pytest.mark.django_db
def test_the_newest_draft_is_the_one_published_last():
    consultation = make_consultation()
    make_published_draft(consultation)
    newest = make_published_draft(consultation)

    assert newest_draft(consultation) == newest
