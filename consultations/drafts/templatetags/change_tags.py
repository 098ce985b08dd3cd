"""Words about versions and what changed between them."""

from django import template

from consultations.drafts.domain.lineage import published_versions
from consultations.drafts.enums import LinkKind

register = template.Library()

COUNTED = {
    LinkKind.EDITED: ("passage changed", "passages changed"),
    LinkKind.SPLIT: ("part of a split passage", "parts of split passages"),
    LinkKind.MERGED: ("merged passage", "merged passages"),
    LinkKind.MOVED: ("passage moved", "passages moved"),
    LinkKind.REMOVED: ("passage taken out", "passages taken out"),
    LinkKind.ADDED: ("passage added", "passages added"),
}


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
def versions_of(consultation):
    """Its published versions that may be read, the oldest first, in one query."""
    return list(published_versions(consultation).live())
