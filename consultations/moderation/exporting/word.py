"""The same pack as a Word file, for members who enlarge it, or have it read aloud."""

from io import BytesIO

from django.utils import timezone
from docx.shared import Cm

from pages.word import new_document

BOX = "☐"


def word_of(contents, *, now) -> bytes:
    document = new_document(
        title=contents["title"],
        author=contents["council"],
        made_at=timezone.make_naive(now),
        margin=Cm(2.5),
    )
    document.sections[0].footer.paragraphs[0].text = contents["secret"]
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


def _add(document, comment):
    """One comment, which breaks across pages inside of what was written or nowhere."""
    document.add_heading(comment["heading"], level=1)
    _kept(document.add_paragraph(comment["about"]))
    if comment["quoted"]:
        _kept(document.add_paragraph(comment["quoted"], style="Quote"))
    if comment["stance"]:
        _kept(document.add_paragraph()).add_run(comment["stance"]).bold = True
    for answer in comment["answers"]:
        _kept(document.add_paragraph()).add_run(answer["label"]).italic = True
        for line in answer["text"].splitlines():
            if line.strip():
                document.add_paragraph(line)
    for note in comment["found"]:
        document.add_paragraph(f"Please look: {note}")
    _kept(document.paragraphs[-1])  # the boxes stand with the last words
    document.add_paragraph(f"{BOX} Publish        {BOX} Hold, because {'.' * 60}")


def _kept(paragraph):
    """On one page with what comes next."""
    paragraph.paragraph_format.keep_with_next = True
    return paragraph
