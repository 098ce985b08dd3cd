"""Word files as all of ours begin: A4, in British English, with a title that readers announce."""

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm


def new_document(*, title, author, made_at, margin):
    """`made_at` is a naive datetime, as the format has no zone; `margin` is a length of docx."""
    document = Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, author, ""
    properties.language = "en-GB"
    properties.created = properties.modified = made_at
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    document.styles["Normal"].element.get_or_add_rPr().append(language)
    page = document.sections[0]
    # What is open at first is an American letter.
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = margin
    return document
