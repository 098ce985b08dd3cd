"""An `Outline` becomes an unpublished `DraftPage` with its sections."""

import uuid

from django.db import transaction
from django.utils.html import escape
from django.utils.text import slugify

from consultations.drafts.enums import PassageKind
from consultations.drafts.models import DraftPage, SectionPage


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
    for section in outline.sections:
        page = SectionPage(
            title=section.title[:255],
            slug=_free_slug(draft, section.title),
            body=[_block(passage) for passage in section.passages],
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


def _block(passage):
    kind = PassageKind(passage.kind.value)
    if kind in (PassageKind.HEADING, PassageKind.MARK):
        value = passage.text
    elif kind == PassageKind.NUMBERED:
        value = {"marker": passage.marker, "text": _html(passage)}
    else:
        value = _html(passage)
    return {"type": kind.value, "value": value, "id": str(uuid.uuid4())}


def _html(passage):
    """The passage's text escaped, with its links, as one paragraph of rich text."""
    parts, at = [], 0
    for link in passage.links:
        parts.append(escape(passage.text[at : link.start]))
        parts.append(
            f'<a href="{escape(link.href)}">{escape(passage.text[link.start : link.end])}</a>'
        )
        at = link.end
    parts.append(escape(passage.text[at:]))
    return f"<p>{''.join(parts)}</p>"
