"""What Word shows its reader and writes in its own way."""

import io

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from PIL import Image as Picture

from consultations.drafts.importing import Kind, Link, Passage, read_bytes

from .files import changed, plain_word, repacked, word
from .samples import word_list

PLAIN = [(Kind.PARAGRAPH, "", "We plant trees.")]


def outline_of(fill):
    return read_bytes(word(fill), "draft.docx")


def said(outline):
    return [
        (passage.kind, passage.marker, passage.text)
        for section in outline.sections
        for passage in section.passages
    ]


def picture(kind="PNG"):
    file = io.BytesIO()
    Picture.new("RGB", (8, 8), "green").save(file, kind)
    file.seek(0)
    return file


def xml(inside):
    return parse_xml(f"<w:p {nsdecls('w')}>{inside}</w:p>")


def with_xml(*paragraphs):
    """A document whose last paragraphs are these, as Word writes them."""

    def fill(document):
        document.add_paragraph("We plant trees.")
        for paragraph in paragraphs:
            document.element.body.insert(-1, xml(paragraph))

    return fill


def test_title_headings_and_text_are_told_by_their_styles():
    def fill(document):
        document.add_paragraph("Where we stand.")
        document.add_heading("Streets", level=2)
        document.add_heading("Parks", level=3)
        document.add_paragraph("We plant trees.")
        document.add_heading("Costs", level=1)

    outline = outline_of(fill)

    assert [section.title for section in outline.sections] == ["Aims", "Costs"]
    assert outline.title == "Our plan"
    assert [(p.kind, p.text, p.level) for p in outline.sections[0].passages] == [
        (Kind.PARAGRAPH, "Where we stand.", 0),
        (Kind.HEADING, "Streets", 0),
        (Kind.HEADING, "Parks", 1),
        (Kind.PARAGRAPH, "We plant trees.", 0),
    ]


def test_a_style_based_on_a_heading_is_a_heading():
    def fill(document):
        style = document.styles.add_style("Council heading", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Heading 1"]
        document.add_paragraph("We plant trees.")
        document.add_paragraph("Costs", style="Council heading")
        document.add_paragraph("Little.")

    assert [section.title for section in outline_of(fill).sections] == ["Aims", "Costs"]


def test_a_draft_without_styles_has_sections_by_its_bold_numbered_lines():
    document = docx.Document()
    document.core_properties.title = ""
    document.add_paragraph("Our plan")
    for number, name in enumerate(["Aims", "Costs"], start=1):
        document.add_paragraph().add_run(f"{number}. {name}").bold = True
        document.add_paragraph("We plant trees wherever there is room for them.")
        document.add_paragraph(f"{number}.1 Streets")
        document.add_paragraph("We plant most of them along the streets.")
    file = io.BytesIO()
    document.save(file)

    outline = read_bytes(file.getvalue(), "draft.docx")

    assert [section.title for section in outline.sections] == ["1. Aims", "2. Costs"]
    assert [(p.kind, p.text) for p in outline.sections[0].passages][1] == (
        Kind.HEADING,
        "1.1 Streets",
    )


def test_numbers_that_word_counts_are_printed_as_it_prints_them():
    def fill(document):
        numbering = document.part.numbering_part.element
        first = Passage(Kind.NUMBERED, "", "(3)")
        list_id = word_list(numbering, 901, first, numeral="lowerLetter")
        for text in ("Streets", "Parks", None, "Yards"):
            paragraph = document.add_paragraph(text or "A remark between two points.")
            if text:
                properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
                properties.get_or_add_ilvl().val = 0
                properties.get_or_add_numId().val = list_id

    assert said(outline_of(fill)) == [
        (Kind.NUMBERED, "(c)", "Streets"),
        (Kind.NUMBERED, "(d)", "Parks"),
        (Kind.PARAGRAPH, "", "A remark between two points."),
        (Kind.NUMBERED, "(e)", "Yards"),
    ]


def test_points_inside_points_keep_their_depth():
    levels = "".join(
        f"<w:lvl w:ilvl='{depth}'><w:numFmt w:val='{numeral}'/><w:lvlText w:val='{text}'/></w:lvl>"
        for depth, numeral, text in [
            (0, "decimal", "%1."),
            (1, "decimal", "%1.%2"),
            (2, "bullet", "•"),
        ]
    )
    definition = f"<w:abstractNum {nsdecls('w')} w:abstractNumId='901'>{levels}</w:abstractNum>"

    def fill(document):
        numbering = document.part.numbering_part.element
        numbering.insert(0, parse_xml(definition))
        list_id = numbering.add_num(901).numId
        for text, depth in [("Streets", 0), ("Wide", 1), ("Very", 2), ("Narrow", 1), ("Parks", 0)]:
            paragraph = document.add_paragraph(text)
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = depth
            properties.get_or_add_numId().val = list_id

    assert [(p.marker, p.text, p.level) for p in outline_of(fill).sections[0].passages] == [
        ("1.", "Streets", 0),
        ("1.1", "Wide", 1),
        ("", "Very", 2),
        ("1.2", "Narrow", 1),
        ("2.", "Parks", 0),
    ]


def test_links_lead_to_the_web_and_letters_are_text():
    def fill(document):
        for href in ("https://example.org/a", "javascript:alert(1)", "mailto:us@example.org"):
            relation = document.part.relate_to(
                href, docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, True
            )
            link = OxmlElement("w:hyperlink")
            link.set(qn("r:id"), relation)
            link.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>here</w:t></w:r>"))
            document.add_paragraph("See ")._p.append(link)

    passages = outline_of(fill).sections[0].passages

    assert [(p.text, p.links) for p in passages] == [
        ("See here", (Link(4, 8, "https://example.org/a"),)),
        ("See here", ()),
        ("See here (us@example.org)", ()),
    ]


def test_a_table_has_its_heading_row_and_merged_cells_are_noted():
    def fill(document):
        document.add_paragraph("Costs of trees", style="Caption")
        table = document.add_table(rows=3, cols=3)
        for row, texts in zip(
            table.rows, ["Tree,Price,", "Oak,£5,each", "Ash,£4,each"], strict=True
        ):
            for cell, text in zip(row.cells, texts.split(","), strict=True):
                cell.text = text
        table.cell(0, 1).merge(table.cell(0, 2))
        properties = table.rows[0]._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:tblHeader"))

    outline = outline_of(fill)

    (passage,) = outline.sections[0].passages
    assert passage.kind is Kind.TABLE
    assert passage.table.has_header_row
    assert passage.text == "Costs of trees\nTree · Price\nOak · £5 · each\nAsh · £4 · each"
    assert [len(row) for row in passage.table.rows] == [3, 3, 3]
    assert any("merged cells" in note for note in outline.notes)


def test_a_table_of_one_cell_is_a_box_of_text():
    def fill(document):
        document.add_table(rows=1, cols=1).cell(0, 0).text = "We plant trees."

    assert said(outline_of(fill)) == PLAIN


def test_a_picture_is_kept_with_its_text_and_a_missing_one_is_noted():
    def fill(document):
        document.add_picture(picture())
        document.add_paragraph("Our oak", style="Caption")
        drawing = document.add_paragraph().add_run().add_picture(picture("JPEG"))
        drawing._inline.docPr.set("descr", "A map of the oaks")

    outline = outline_of(fill)

    first, second = outline.sections[0].passages
    assert (first.kind, first.text, first.image.alt) == (Kind.FIGURE, "Our oak", "")
    assert first.image.data.startswith(b"\x89PNG")
    assert second.image.alt == "A map of the oaks"
    assert outline.notes == ("A picture has no alternative text. Describe it before publishing.",)


def test_a_picture_that_no_page_shows_is_noted():
    data = changed(
        word(lambda document: document.add_picture(picture()) and document.add_paragraph("Oak")),
        "word/media/image1.png",
        b"\x89PNG",
        b"\x01\x00\x00\x00",
    )

    outline = read_bytes(data, "draft.docx")

    assert said(outline) == [(Kind.PARAGRAPH, "", "Oak")]
    assert outline.notes == ("A picture in a format that web pages cannot show was left out.",)


RUN = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"


@pytest.mark.parametrize(
    ("written", "read", "note"),
    [
        (
            "<w:ins w:id='1'>" + RUN.format("We dig ") + "</w:ins>"
            "<w:del w:id='2'><w:r><w:delText>never </w:delText></w:r></w:del>" + RUN.format("now."),
            "We dig now.",
            "The file has 2 tracked changes. They were read as accepted.",
        ),
        (
            RUN.format("We dig.")
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Ask Sam first.</w:t></w:r>",
            "We dig.",
            "Hidden text was left out.",
        ),
        (
            RUN.format("See table ")
            + "<w:fldSimple w:instr='SEQ'>"
            + RUN.format("4")
            + "</w:fldSimple>"
            + RUN.format(" for it."),
            "See table 4 for it.",
            None,
        ),
    ],
)
def test_what_the_reader_of_the_page_sees_is_read(written, read, note):
    outline = outline_of(with_xml(written))

    assert said(outline) == [*PLAIN, (Kind.PARAGRAPH, "", read)]
    assert outline.notes == ((note,) if note else ())


def test_the_words_of_a_text_box_are_kept_and_noted():
    box = (
        "<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox>"
        "<w:txbxContent><w:p>" + RUN.format("In the box.") + "</w:p></w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r>"
    )

    outline = outline_of(with_xml(RUN.format("Beside the box.") + box))

    assert [text for *_, text in said(outline)] == [
        "We plant trees.",
        "Beside the box.",
        "In the box.",
    ]
    assert outline.notes[0].startswith("The words of a text box stand where it was anchored")


def test_a_footnote_stands_at_the_end_of_its_section():
    note = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:id='5'><w:p>"
        + RUN.format("Survey of 2009.")
        + "</w:p></w:footnote></w:footnotes>"
    )
    data = word(
        lambda document: [
            with_xml(RUN.format("Oaks live long.") + "<w:r><w:footnoteReference w:id='5'/></w:r>")(
                document
            ),
            document.add_paragraph("The end."),
            document.add_heading("Costs", level=1),
            document.add_paragraph("Little."),
        ]
    )
    outline = read_bytes(repacked(data, {"word/footnotes.xml": note.encode()}), "draft.docx")

    assert [(p.kind, p.marker, p.text) for p in outline.sections[0].passages[-3:]] == [
        (Kind.PARAGRAPH, "", "Oaks live long.[1]"),
        (Kind.PARAGRAPH, "", "The end."),
        (Kind.FOOTNOTE, "[1]", "Survey of 2009."),
    ]


def test_a_contents_list_that_word_made_is_front_matter_without_its_page_numbers():
    def fill(document):
        document.add_paragraph("We plant trees.")
        body = document.element.body
        for text in ("Aims\t3", "Costs\t12"):
            entry = OxmlElement("w:p")
            body.insert(1, entry)
            paragraph = docx.text.paragraph.Paragraph(entry, document._body)
            paragraph.add_run(text)
            style = OxmlElement("w:pStyle")
            style.set(qn("w:val"), "TOC1")
            paragraph._p.get_or_add_pPr().insert(0, style)

    outline = outline_of(fill)

    front, section = outline.sections
    assert front.is_front_matter
    assert sorted(passage.text for passage in front.passages) == ["Aims", "Costs"]
    assert section.title == "Aims"


def test_macros_are_noted_and_never_kept():
    data = repacked(plain_word(), {"word/vbaProject.bin": b"Sub AutoOpen()"})

    outline = read_bytes(data, "draft.docm")

    assert said(outline) == PLAIN
    assert outline.notes == (
        "The file has macros. They were not read, and nothing of them was kept.",
    )
