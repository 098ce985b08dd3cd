"""What pages say about a draft: its contents, and its passages ready to be drawn."""

from dataclasses import dataclass

from django import template
from django.utils.safestring import mark_safe
from django.utils.translation import ngettext

from consultations.drafts.enums import PassageKind
from consultations.drafts.models import DraftPage

register = template.Library()

LISTS = {PassageKind.BULLET: "ul", PassageKind.NUMBERED: "ol"}


@dataclass(frozen=True)
class ContentsItem:
    number: str
    title: str
    url: str
    is_current: bool
    note: str


@dataclass(slots=True)
class PassageRow:
    """One passage with what has to be drawn around it; `opens` and `closes` are lists."""

    pk: int
    anchor: str
    number: str
    kind: str
    marker: str
    html: str
    is_block: bool
    said: str
    said_at: str
    tag: str = "div"
    opens: str = ""
    closes: str = ""


@register.simple_tag
def newest_draft(consultation):
    """The newest published version, or None."""
    return DraftPage.objects.live().child_of(consultation).order_by("-frozen_at").first()


@register.simple_tag
def contents(sections, current=None, counts=None):
    """A draft's sections as `components/contents.html` draws them.

    With `counts` (shown comments by passage) each says how many comments it has; its passages
    then have to be prefetched.
    """
    return [
        ContentsItem(
            str(section.number or ""),
            section.title,
            section.url,
            current is not None and section.pk == current.pk,
            _said(sum(counts.get(p.pk, 0) for p in section.passages.all())) if counts else "",
        )
        for section in sections
    ]


@register.filter
def place_among(section, sections):
    """“Section 3 of 6”; front matter has no number and is in no count."""
    total = sum(1 for other in sections if other.number)
    return f"Section {section.number} of {total}" if section.number else "Before the sections"


@register.simple_tag
def passage_rows(passages, counts, said_at="#said", first_said=None):
    """Passages ready to be drawn, neighbouring points of a list put into one list.

    `counts` are shown comments by passage; a count leads to `said_at`, or to the comment that
    `first_said` names for its passage.
    """
    first_said = first_said or {}
    rows = []
    open_list = ""
    for passage in passages:
        row = _row(passage, counts.get(passage.pk, 0), first_said.get(passage.pk, said_at))
        wanted = LISTS.get(passage.kind, "")
        if wanted != open_list:
            if open_list:
                rows[-1].closes = open_list
            row.opens = open_list = wanted
        row.tag = "li" if wanted else "div"
        rows.append(row)
    if open_list:
        rows[-1].closes = open_list
    return rows


def _row(passage, count, said_at):
    # Safe: a passage's HTML is written once, by `drafts.models.freezing`, which escapes plain text
    # and expands rich text that Wagtail has cleaned; the database refuses every later change.
    html = mark_safe(passage.html)
    return PassageRow(
        pk=passage.pk,
        anchor=passage.anchor,
        number=passage.number,
        kind=passage.kind,
        marker=passage.marker,
        html=html,
        is_block=passage.html.startswith("<p"),
        said=_said(count),
        said_at=said_at,
    )


def _said(count):
    return ngettext("%(n)d comment", "%(n)d comments", count) % {"n": count} if count else ""
