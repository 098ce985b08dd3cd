"""The same pack as a Word file, for members who enlarge it, or have it read aloud."""

from io import BytesIO

from django.utils import timezone
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

BOX = "☐"


def word_of(contents, *, now) -> bytes:
    document = Document()
    _describe(document, contents, now)
    _lay_out(document.sections[0], contents["secret"])
    document.add_heading(contents["title"], level=0)
    document.add_paragraph(contents["lead"])
    for comment in contents["comments"]:
        _add(document, comment)
    document.add_heading("Reasons for holding a comment", level=1)
    document.add_paragraph(contents["about_reasons"])
    for reason in contents["reasons"]:
        document.add_paragraph(reason, style="List Bullet")
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _describe(document, contents, now):
    properties = document.core_properties
    properties.title, properties.author = contents["title"], contents["council"]
    properties.comments, properties.language = "", "en-GB"
    properties.created = properties.modified = timezone.make_naive(now)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    document.styles["Normal"].element.get_or_add_rPr().append(language)


def _lay_out(page, secret):
    """A4; what is open at first is an American letter."""
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2.5)
    page.footer.paragraphs[0].text = secret


def _add(document, comment):
    document.add_heading(comment["heading"], level=1)
    document.add_paragraph(comment["about"])
    if comment["quoted"]:
        document.add_paragraph(comment["quoted"], style="Quote")
    if comment["stance"]:
        document.add_paragraph().add_run(comment["stance"]).bold = True
    for answer in comment["answers"]:
        label = document.add_paragraph()
        label.add_run(answer["label"]).italic = True
        label.paragraph_format.keep_with_next = True
        for line in answer["text"].splitlines():
            if line.strip():
                document.add_paragraph(line)
    for note in comment["found"]:
        document.add_paragraph(f"Please look: {note}")
    document.add_paragraph(f"{BOX} Publish        {BOX} Hold, because {'.' * 60}")
