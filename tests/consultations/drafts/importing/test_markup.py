"""Markdown and HTML as people and programs write them."""

import base64

import pytest

from consultations.drafts.importing import Emphasis, Kind, Link, read_bytes

from .test_word import picture

PAGE = "<h1>Our plan</h1><h2>Aims</h2>{}<h2>Costs</h2><p>Little.</p>"


def of_html(body):
    return read_bytes(PAGE.format(body).encode(), "draft.html")


def of_markdown(text):
    return read_bytes(f"# Our plan\n\n## Aims\n\n{text}\n\n## Costs\n\nLittle.".encode(), "d.md")


def said(outline):
    return [(p.kind, p.marker, p.text, p.level) for p in outline.sections[0].passages]


@pytest.mark.parametrize(
    ("settings", "title", "notes"),
    [
        ("title: Our plan\n", "Our plan", ()),
        (
            'title: "Our plan"\nlayout: page\ntags:\n  - a\n',
            "Our plan",
            ("The settings at the top of the file were left out: layout, tags.",),
        ),
    ],
)
def test_settings_at_the_top_give_the_title(settings, title, notes):
    data = f"---\n{settings}---\n\n## Aims\n\nWe plant.\n\n## Costs\n\nLittle."

    outline = read_bytes(data.encode(), "draft.md")

    assert (outline.title, outline.is_untitled, outline.notes) == (title, True, notes)
    assert [section.title for section in outline.sections] == ["Aims", "Costs"]


def test_rules_around_text_are_no_settings():
    outline = read_bytes(b"---\nWe plant trees here.\n---\n\nThey give shade to us.", "our-plan.md")

    assert outline.title == "We plant trees here."


def test_a_file_without_a_title_is_named_after_itself():
    outline = read_bytes(b"We plant trees here, and they give shade.\n\nMore.", "our_plan-2.md")

    assert (outline.title, outline.is_untitled) == ("our plan 2", True)
    assert outline.sections[0].title == "our plan 2"
    assert outline.notes == ("No title was found in the file, so its name was taken.",)


def test_lists_keep_how_they_count_and_what_lies_inside():
    text = "3) Streets\n   - wide\n     1. very\n4) Parks\n\n   More on parks."

    assert said(of_markdown(text)) == [
        (Kind.NUMBERED, "3)", "Streets", 0),
        (Kind.BULLET, "", "wide", 1),
        (Kind.NUMBERED, "1.", "very", 2),
        (Kind.NUMBERED, "4)", "Parks", 0),
        (Kind.PARAGRAPH, "", "More on parks.", 0),
    ]


def test_emphasis_and_links_are_kept_and_other_addresses_are_words():
    outline = of_markdown("We **plant *many*** [trees](https://example.org/a), [here](/x) and now.")

    (passage,) = outline.sections[0].passages
    assert passage.text == "We plant many trees, here and now."
    assert passage.emphasis == (Emphasis(3, 13, True), Emphasis(9, 13, False))
    assert passage.links == (Link(14, 19, "https://example.org/a"),)
    assert outline.notes == ("A link that leads to no page of the web was kept as its words.",)


def test_footnotes_stand_at_the_end_of_the_section_that_points_to_them():
    text = "Oaks[^oak] and ash.\n\n[^oak]: They live\n    long.\n\nThe end[^none]."

    assert said(of_markdown(text)) == [
        (Kind.PARAGRAPH, "", "Oaks[1] and ash.", 0),
        (Kind.PARAGRAPH, "", "The end[^none].", 0),
        (Kind.FOOTNOTE, "[1]", "They live long.", 0),
    ]


def test_a_table_in_markdown_has_its_headings_and_links():
    text = "| Tree | Price |\n|---|---|\n| [Oak](https://example.org) | £5 |\n| Ash | |"

    (passage,) = of_markdown(text).sections[0].passages

    assert passage.text == "Tree · Price\nOak · £5\nAsh"
    assert passage.table.has_header_row
    assert passage.table.rows[1][0].links == (Link(0, 3, "https://example.org"),)


def test_a_table_with_row_headings_and_spans():
    table = (
        "<table><caption>Trees</caption><tr><th>Kind<th>2009<th>2010</tr>"
        "<tr><th>Oak<td rowspan=2>£5<td>£6</tr><tr><th>Ash<td>£7</tr>"
        "<tr><th>Elm<td colspan=2>none</tr></table>"
    )

    (passage,) = of_html(table).sections[0].passages

    assert passage.table.caption == "Trees"
    assert (passage.table.has_header_row, passage.table.has_header_column) == (True, True)
    assert [[cell.text for cell in row] for row in passage.table.rows] == [
        ["Kind", "2009", "2010"],
        ["Oak", "£5", "£6"],
        ["Ash", "", "£7"],
        ["Elm", "none", ""],
    ]


def test_a_table_that_only_arranges_is_read_as_text():
    table = (
        "<table><tr><td><h3>Streets</h3><p>Wide.</p></td>"
        "<td><p>Parks are green.</p></td></tr></table>"
    )

    assert [text for _, _, text, _ in said(of_html(table))] == [
        "Streets",
        "Wide.",
        "Parks are green.",
    ]


def test_what_stands_around_the_text_of_a_page_is_left_out():
    page = (
        "<title>Our plan</title><body><header>Council</header><nav><a href='/x'>Home</a></nav>"
        f"<main>{PAGE.format('<p>We plant.</p>')}</main><footer>Privacy</footer></body>"
    )
    outline = read_bytes(page.encode(), "draft.html")

    assert outline.title == "Our plan"
    assert said(outline) == [(Kind.PARAGRAPH, "", "We plant.", 0)]


def test_a_contents_list_of_the_page_is_front_matter():
    page = (
        "<h1>Our plan</h1><nav><ul><li><a href='#a'>Aims</a></li><li><a href='#c'>Costs</a></li>"
        "</ul></nav><h2 id=a>Aims</h2><p>We plant.</p><h2 id=c>Costs</h2><p>Little.</p>"
    )

    front, *sections = read_bytes(page.encode(), "draft.html").sections

    assert front.is_front_matter
    assert [passage.text for passage in front.passages] == ["Aims", "Costs"]
    assert [section.title for section in sections] == ["Aims", "Costs"]


def test_pictures_in_the_page_are_kept_and_others_are_not_fetched():
    inside = base64.b64encode(picture().read()).decode()
    outline = of_html(
        f"<figure><img alt='An oak' src='data:image/png;base64,{inside}'>"
        "<figcaption>Our oak</figcaption></figure><p>Far: <img src='https://example.org/x.png'></p>"
    )

    figure, paragraph = outline.sections[0].passages
    assert (figure.kind, figure.text, figure.image.alt) == (Kind.FIGURE, "Our oak", "An oak")
    assert paragraph.text == "Far:"
    assert outline.notes == ("A picture is not in the file but elsewhere, and was not fetched.",)
