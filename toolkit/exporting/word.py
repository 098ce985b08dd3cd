"""A plan as a Word file, with real headings and tables whose first row is repeated."""

from datetime import datetime, time
from io import BytesIO

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from toolkit.exporting.paper import Paper

# In centimetres, of the 15.2 that the page leaves.
WIDTHS = {"Day": 3.6, "By": 3.6, "What": 7, "Method": 4.6, "For": 12, "Pounds": 3.2}
OTHERWISE = 7.6
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def word_of(paper: Paper) -> bytes:
    document = Document()
    _describe(document, paper)
    document.add_paragraph(paper.council)
    document.add_heading(paper.title, level=0)
    for fact in paper.facts:
        document.add_paragraph(fact)
    for section in paper.sections:
        _add(document, section)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _describe(document, paper):
    properties = document.core_properties
    properties.title, properties.author, properties.comments = paper.title, paper.council, ""
    properties.language = "en-GB"
    properties.created = properties.modified = datetime.combine(paper.saved_on, time.min)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    defaults = document.styles["Normal"].element.get_or_add_rPr()
    defaults.append(language)


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
    _fill(table.rows[0], section.columns, bold=True)
    repeated = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    for row in section.rows:
        _fill(table.add_row(), row)
    widths = [WIDTHS.get(name, OTHERWISE) for name in section.columns]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        for cell, width, name in zip(row.cells, widths, section.columns, strict=True):
            cell.width = Cm(width)
            if name == "Pounds":
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _fill(row, texts, *, bold=False):
    for cell, text in zip(row.cells, texts, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)
        paragraph.add_run(text).bold = bold
