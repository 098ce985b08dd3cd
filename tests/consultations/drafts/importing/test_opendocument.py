"""What an OpenDocument text shows its reader and writes in its own way."""

import pytest
from odfdo import Element, Frame, Header, List, ListItem, Table
from odfdo import Paragraph as OpenParagraph

from consultations.drafts.importing import Kind, Link, read_bytes

from .files import open_document, repacked
from .test_word import picture

PLAIN = [(Kind.PARAGRAPH, "", "We plant trees.")]


def outline_of(*elements, styles=()):
    def fill(document):
        automatic = document.content.root.get_element("office:automatic-styles")
        for style in styles:
            automatic.append(Element.from_tag(style))
        for element in elements:
            document.body.append(Element.from_tag(element) if isinstance(element, str) else element)

    return read_bytes(open_document(fill), "draft.odt")


def said(outline):
    return [
        (passage.kind, passage.marker, passage.text)
        for section in outline.sections
        for passage in section.passages
    ]


def test_title_headings_and_text_are_told_by_what_they_are():
    outline = outline_of(
        OpenParagraph("Where we stand."),
        Header(2, "Streets"),
        Header(3, "Parks"),
        OpenParagraph("We plant trees."),
        Header(1, "Costs"),
    )

    assert outline.title == "Our plan"
    assert [section.title for section in outline.sections] == ["Aims", "Costs"]
    assert [(p.kind, p.text, p.level) for p in outline.sections[0].passages] == [
        (Kind.PARAGRAPH, "Where we stand.", 0),
        (Kind.HEADING, "Streets", 0),
        (Kind.HEADING, "Parks", 1),
        (Kind.PARAGRAPH, "We plant trees.", 0),
    ]


def test_lists_inside_lists_have_their_numbers_and_depth():
    style = (
        '<text:list-style style:name="N">'
        '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="("'
        ' style:num-suffix=")"/></text:list-style>'
    )
    inner = List(style="N")
    for text in ("wide ones", "narrow ones"):
        item = ListItem()
        item.append(OpenParagraph(text))
        inner.append(item)
    outer = List(style="N")
    for text in ("Streets", "Parks"):
        item = ListItem()
        item.append(OpenParagraph(text))
        if text == "Streets":
            item.append(inner)
        outer.append(item)

    outline = outline_of(outer, styles=[style])

    assert [(p.kind, p.marker, p.text, p.level) for p in outline.sections[0].passages] == [
        (Kind.NUMBERED, "1.", "Streets", 0),
        (Kind.NUMBERED, "(a)", "wide ones", 1),
        (Kind.NUMBERED, "(b)", "narrow ones", 1),
        (Kind.NUMBERED, "2.", "Parks", 0),
    ]


@pytest.mark.parametrize(
    ("written", "text", "links"),
    [
        ("Oak<text:s text:c='3'/>and<text:tab/>ash", "Oak and ash", ()),
        (
            "See <text:a xlink:href='https://example.org/a'>here</text:a>.",
            "See here.",
            (Link(4, 8, "https://example.org/a"),),
        ),
        ("See <text:a xlink:href='javascript:x'>here</text:a>.", "See here.", ()),
        ("Oak<office:annotation><text:p>Really?</text:p></office:annotation>.", "Oak.", ()),
    ],
)
def test_what_stands_in_a_paragraph_is_read(written, text, links):
    (passage,) = outline_of(f"<text:p>{written}</text:p>").sections[0].passages

    assert (passage.text, passage.links) == (text, links)


def test_tracked_changes_are_read_as_accepted():
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        "<text:p>never </text:p></text:deletion></text:changed-region></text:tracked-changes>"
    )

    outline = outline_of(changes, "<text:p>We plant <text:change/>trees.</text:p>")

    assert said(outline) == PLAIN
    assert outline.notes == ("The file has a tracked change. It was read as accepted.",)


def test_a_footnote_stands_at_the_end_of_its_section():
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>Survey of 2009.</text:p></text:note-body></text:note>"
    )

    outline = outline_of(
        f"<text:p>Oaks live long.{note}</text:p>", OpenParagraph("The end."), Header(1, "Costs")
    )

    assert [(p.kind, p.marker, p.text) for p in outline.sections[0].passages] == [
        (Kind.PARAGRAPH, "", "Oaks live long.[1]"),
        (Kind.PARAGRAPH, "", "The end."),
        (Kind.FOOTNOTE, "[1]", "Survey of 2009."),
    ]


def test_a_table_is_one_passage():
    table = Table("Costs", width=2, height=3)
    table.set_values([["Tree", "Price"], ["Oak", "£5"], ["Ash", "£4"]])

    outline = outline_of(table)

    (passage,) = outline.sections[0].passages
    assert passage.text == "Tree · Price\nOak · £5\nAsh · £4"
    assert passage.table.has_header_row
    assert outline.notes == ("The first row of a table was taken for its headings: check it.",)


def test_a_picture_is_kept_with_its_text():
    frame = Frame(name="oak")
    frame.append(Element.from_tag("<draw:image xlink:href='Pictures/oak.png'/>"))
    frame.append(Element.from_tag("<svg:desc>An oak</svg:desc>"))
    paragraph = OpenParagraph("")
    paragraph.append(frame)
    data = open_document(lambda document: document.body.append(paragraph))

    with_picture = repacked(data, {"Pictures/oak.png": picture().read()})
    outline = read_bytes(repacked(with_picture, {}), "draft.odt")

    (passage,) = outline.sections[0].passages
    assert (passage.kind, passage.image.alt, passage.image.name) == (
        Kind.FIGURE,
        "An oak",
        "oak.png",
    )


def test_a_contents_list_is_front_matter():
    contents = (
        "<text:table-of-content><text:index-body>"
        "<text:p>Aims<text:tab/>3</text:p><text:p>Costs<text:tab/>12</text:p>"
        "</text:index-body></text:table-of-content>"
    )

    def fill(document):
        document.body.insert(Element.from_tag(contents), position=1)
        document.body.append(OpenParagraph("We plant trees."))

    outline = read_bytes(open_document(fill), "draft.odt")

    front, section = outline.sections
    assert (front.is_front_matter, section.title) == (True, "Aims")
    assert [passage.text for passage in front.passages] == ["Aims", "Costs"]
