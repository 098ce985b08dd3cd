"""Freezing a version: the sections go live and every block becomes a `Passage`.

It lives beside the models because `DraftPage.save()` is the one path that every road to publishing
shares (the editor, a workflow, bulk publishing, the schedule).
"""

import hashlib

from django.utils import timezone
from wagtail.models import Revision

from consultations.drafts.enums import PassageKind
from consultations.drafts.signals import draft_frozen

from .drawing import drawn
from .passages import Passage


class FrozenDraft(Exception):
    """A published version cannot be changed, moved, unpublished or deleted."""

    def __init__(self, message="This version has been published and stays as it is."):
        super().__init__(message)


class NothingToFreeze(Exception):
    """A draft without any text cannot be put to the public."""

    def __init__(self, message="Add at least one section with text before publishing this draft."):
        super().__init__(message)


def freeze_sections(draft, sections):
    """Make each section's latest text live and write its passages, in three writes a section.

    `sections` are SectionPage objects in tree order. Front matter is number 0, the rest count
    from 1. Returns the passages.
    """
    passages = []
    now = timezone.now()
    for section in numbered(sections):
        section.live = True
        section.frozen = True
        section.has_unpublished_changes = False
        section.go_live_at = section.expire_at = None
        section.first_published_at = section.first_published_at or now
        section.last_published_at = now
        section.save(freezing=True)
        passages += passages_of(section)
    if not passages:
        raise NothingToFreeze
    Revision.objects.filter(
        base_content_type=sections[0].get_base_content_type(),
        object_id__in=[str(page.pk) for page in sections],
        approved_go_live_at__isnull=False,
    ).update(approved_go_live_at=None)
    passages = Passage.objects.bulk_create(passages)
    draft_frozen.send(sender=type(draft), draft=draft, passages=passages)
    return passages


def numbered(sections):
    """The latest text of each section, with the number it gets when the draft is frozen."""
    number = 0
    for page in sections:
        section = page.get_latest_revision_as_object()
        number += 0 if section.is_front_matter else 1
        section.number = 0 if section.is_front_matter else number
        yield section


def passages_of(section):
    """One passage for every block of the section's text, not saved yet."""
    result = []
    for position, block in enumerate(section.body, start=1):
        said = drawn(block)
        result.append(
            Passage(
                section=section,
                block_id=block.id,
                position=position,
                number=f"{section.number or 0}.{position}",
                kind=PassageKind(block.block_type),
                marker=said.marker,
                text=said.text,
                html=said.html,
                hash=hashlib.sha256(f"{said.marker} {said.html}".encode()).hexdigest(),
            )
        )
    return result
