"""Rich text as plain values: no mark is lost, and nothing dangerous is passed on."""

import pytest

from consultations.drafts.exporting.pdf.rich_text import blocks_of


def runs(html, **options):
    (block,) = blocks_of(html, **options)
    return block["runs"]


def test_marks_nest():
    assert runs('a <b>b <i>c</i></b> <span lang="cy">ch</span>') == [
        {"text": "a "},
        {"text": "b ", "bold": True},
        {"text": "c", "bold": True, "italic": True},
        {"text": " "},
        {"text": "ch", "lang": "cy"},
    ]


def test_paragraphs_and_points_are_blocks():
    blocks = blocks_of("<p>One</p>\n<ul><li>two</li><li>three</li></ul><p> </p><p>four</p>")

    assert [(b["point"], b["runs"][0]["text"]) for b in blocks] == [
        (False, "One"),
        (True, "two"),
        (True, "three"),
        (False, "four"),
    ]


def test_a_break_in_the_line_is_kept():
    assert [run["text"] for run in runs("one<br/> two")] == ["one", "\n", "two"]


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://example.org/?a=1&amp;b=2", "https://example.org/?a=1&b=2"),
        ("/page/", "https://here.example/page/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("#p1-1", None),
        ("", None),
    ],
)
def test_only_addresses_that_lead_somewhere_are_links(href, kept):
    (run,) = runs(f'<a href="{href}">x</a>', base="https://here.example")

    assert run.get("href") == kept


@pytest.mark.parametrize("language", ["xx", "cy; evil", "", "en-GB"])
def test_a_language_that_is_not_on_the_list_is_left_out(language):
    assert runs(f'<span lang="{language}">x</span>') == [{"text": "x"}]


def test_characters_that_no_font_has_are_left_out():
    assert runs("a\x07b\ufeffc&#7;d") == [{"text": "abcd"}]
