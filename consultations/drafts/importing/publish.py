"""An `Outline` becomes an unpublished `DraftPage` with its sections."""

import uuid
from itertools import pairwise

from django.db import transaction
from django.utils.html import escape
from django.utils.text import slugify

from consultations.drafts.enums import PassageKind
from consultations.drafts.models import DraftPage, SectionPage

from .album import Album


@transaction.atomic
def make_draft(outline, *, consultation, title="", user=None):
    """Add the outline below the consultation; nothing is public until the draft is published."""
    draft = DraftPage(
        title=(title or outline.title)[:255],
        slug=_free_slug(consultation, "draft"),  # then draft-2: its address is said aloud
        live=False,
        owner=user,
    )
    consultation.add_child(instance=draft)
    album = Album(consultation, user=user)
    for section in outline.sections:
        page = SectionPage(
            title=section.title[:255],
            slug=_free_slug(draft, section.title),
            body=[_block(passage, album) for passage in section.passages],
            is_front_matter=section.is_front_matter,
            live=False,
            owner=user,
        )
        draft.add_child(instance=page)
        page.save_revision(user=user)
    draft.save_revision(user=user)
    return draft


def _free_slug(parent, title):
    base = _cut(slugify(title)) or "section"
    taken = set(parent.get_children().values_list("slug", flat=True))
    slug, count = base, 1
    while slug in taken:
        count += 1
        slug = f"{base}-{count}"
    return slug


def _cut(slug, longest=60):
    """The slug cut between two words."""
    return slug if len(slug) <= longest else slug[: longest + 1].rpartition("-")[0]


def _block(passage, album=None):
    """`album` takes in the pictures; without one, a figure keeps its words only."""
    kind = PassageKind(passage.kind.value)
    if kind in (PassageKind.HEADING, PassageKind.MARK):
        value = passage.text
    elif kind in (PassageKind.NUMBERED, PassageKind.FOOTNOTE):
        value = {"marker": passage.marker, "text": _html(passage)}
    elif kind == PassageKind.TABLE:
        value = _table(passage.table)
    elif kind == PassageKind.FIGURE:
        value = _figure(passage, album)
    else:
        value = _html(passage)
    return {"type": kind.value, "value": value, "id": str(uuid.uuid4())}


def _table(table):
    rows = [list(row) for row in table.rows]
    head = [cell.text for cell in rows.pop(0)] if table.has_header_row else [""] * len(rows[0])
    kinds = [
        "text" if any(row[column].links for row in rows) else "words" for column in range(len(head))
    ]
    return {
        "table": {
            "columns": [
                {"type": kind, "heading": " ".join(text.split())}
                for kind, text in zip(kinds, head, strict=True)
            ],
            "rows": [
                {
                    "values": [
                        _html(cell) if kind == "text" else cell.text
                        for kind, cell in zip(kinds, row, strict=True)
                    ]
                }
                for row in rows
            ],
            "caption": table.caption,
        },
        "has_header_column": table.has_header_column,
    }


def _figure(passage, album):
    image, alt = None, ""
    if passage.image is not None:
        alt = passage.image.alt
        image = album.add(passage.image) if album is not None else None
    return {
        "image": {"image": image.pk if image else None, "alt_text": alt, "decorative": False},
        "caption": passage.text[:500],
    }


def _html(passage):
    """The text of a passage or a cell, escaped, as one paragraph of rich text."""
    parts, at = [], 0
    for link in passage.links:
        parts.append(_words(passage, at, link.start))
        words = _words(passage, link.start, link.end)
        parts.append(f'<a href="{escape(link.href)}">{words}</a>')
        at = link.end
    parts.append(_words(passage, at, len(passage.text)))
    return f"<p>{''.join(parts)}</p>"


def _words(passage, start, end):
    """A stretch of the text, escaped, with what is bold or in italics in it."""
    emphasis = [span for span in getattr(passage, "emphasis", ()) if span.end > span.start]
    edges = {edge for span in emphasis for edge in (span.start, span.end) if start < edge < end}
    edges = [start, *sorted(edges), end]
    parts = []
    for here, there in pairwise(edges):
        html = escape(passage.text[here:there]).replace("\n", "<br/>")
        for span in emphasis:
            if html and span.start <= here and there <= span.end:
                tag = "b" if span.is_bold else "i"
                html = f"<{tag}>{html}</{tag}>"
        parts.append(html)
    return "".join(parts)
