"""A plan as a Word file, with real headings and tables whose first row is repeated."""

from datetime import datetime, time
from io import BytesIO

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt

from pages.word import new_document
from toolkit.exporting.paper import Paper

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MARGIN = Cm(2.4)
# Of each kind of column; together they are the width between the margins.
WIDTHS = {
    "Day": Cm(5),
    "By": Cm(5),
    "What": Cm(7.8),
    "Method": Cm(3.4),
    "For": Cm(13.2),
    "Pounds": Cm(3),
    "If": Cm(8.1),
    "Then": Cm(8.1),
}


def word_of(paper: Paper) -> bytes:
    document = new_document(
        title=paper.title,
        author=paper.council,
        made_at=datetime.combine(paper.saved_on, time.min),
        margin=MARGIN,
    )
    document.add_paragraph(paper.council)
    document.add_heading(paper.title, level=0)
    for fact in paper.facts:
        document.add_paragraph(fact)
    for section in paper.sections:
        _add(document, section)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _add(document, section):
    document.add_heading(section.title, level=1)
    for text in section.paragraphs:
        document.add_paragraph(text)
    for text in section.points:
        document.add_paragraph(text, style="List Bullet")
    if section.columns:
        _add_table(document, section)


def _add_table(document, section):
    table = document.add_table(rows=1, cols=len(section.columns), style="Table Grid")
    table.autofit = False
    for column, name in zip(table.columns, section.columns, strict=True):
        column.width = WIDTHS[name]
    _fill(table.rows[0], section.columns, section)
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    _mark(table.rows[0], "w:tblHeader")
    for row in section.rows:
        _fill(table.add_row(), row, section)
    for row in table.rows:
        _mark(row, "w:cantSplit")


def _fill(row, texts, section):
    for cell, text, name in zip(row.cells, texts, section.columns, strict=True):
        cell.text, cell.width = text, WIDTHS[name]
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)
        if name == "Pounds":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _mark(row, name):
    row._tr.get_or_add_trPr().append(OxmlElement(name))
