"""Words about versions and what changed between them."""

from dataclasses import dataclass

from django import template

from consultations.drafts.domain.errata import errata_by_passage
from consultations.drafts.enums import LinkKind
from consultations.drafts.models import DraftPage

register = template.Library()

COUNTED = {
    LinkKind.EDITED: ("passage changed", "passages changed"),
    LinkKind.SPLIT: ("part of a split passage", "parts of split passages"),
    LinkKind.MERGED: ("merged passage", "merged passages"),
    LinkKind.MOVED: ("passage moved", "passages moved"),
    LinkKind.REMOVED: ("passage taken out", "passages taken out"),
    LinkKind.ADDED: ("passage added", "passages added"),
}


@dataclass(frozen=True)
class Standing:
    """Where a version stands among the others: `newer` is the newest one, where it is another."""

    newer: DraftPage | None = None
    has_others: bool = False


@register.filter
def version_name(draft):
    """What people call a version: its label, or its title."""
    return f"“{draft.version_label or draft.title}”"


@register.filter
def in_a_sentence(counts):
    """“5 passages changed, 1 passage added.”"""
    parts = [
        f"{count} {COUNTED[kind][count != 1]}" for kind, count in counts.items() if kind in COUNTED
    ]
    return f"{', '.join(parts)}." if parts else "nothing."


@register.simple_tag
def standing_among_versions(draft, sections):
    """Asked of its sections, which know the first and the newest version already.

    One query where there is a newer version, none otherwise; of a draft in a preview, nothing.
    """
    known = next((one for one in sections if hasattr(one, "newest_version")), None)
    if known is None or known.newest_version is None or not draft.is_frozen:
        return Standing()
    is_newest = known.newest_version == draft.pk
    newer = None if is_newest else DraftPage.objects.get(pk=known.newest_version)
    return Standing(newer, known.first_version != known.newest_version)


@register.simple_tag
def errata_of(sections, only=None):
    """What was put right in these sections, or in `only` one of them, for `draw_passages`."""
    return errata_by_passage([one for one in sections if only is None or one.pk == only.pk])
