"""What pages say about a draft: its contents, and its passages."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from django import template
from django.db.models import Q
from django.template.loader import get_template
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import ngettext

from consultations.drafts.enums import PassageKind
from consultations.drafts.models import DraftPage, Passage

register = template.Library()

LISTS = {PassageKind.BULLET: "ul", PassageKind.NUMBERED: "ol"}
BARE = {PassageKind.HEADING, PassageKind.BULLET}  # their text stands in no paragraph of its own


@dataclass(frozen=True)
class ContentsItem:
    number: str
    title: str
    url: str
    is_current: bool
    note: str


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


@dataclass(frozen=True)
class InformedPlace:
    """A section or a passage that a paper informed, and where it stands."""

    label: str
    url: str


@register.simple_tag
def informed_places(draft, places):
    """Where these numbers and ids of blocks stand in this draft, by number or id, in two queries.

    A place that this version does not have is not in it.
    """
    if draft is None or not places:
        return {}
    sections = {page.pk: page for page in draft.sections().live().only("number", "url_path")}
    blocks = [place for place in places if "-" in place]
    found = {str(page.number): page for page in sections.values() if page.number}
    known = {
        number: InformedPlace(f"section {number}", page.url)
        for number, page in found.items()
        if number in places
    }
    passages = Passage.objects.filter(section__in=sections).only("number", "block_id", "section_id")
    for passage in passages.filter(Q(number__in=places) | Q(block_id__in=blocks)):
        url = f"{sections[passage.section_id].url}#{passage.anchor}"
        place = InformedPlace(f"passage {passage.number}", url)
        known[passage.number] = known[str(passage.block_id)] = place
    return known


@register.filter
def among(places, known):
    """The places that are known of these numbers and ids, in the order they were given in."""
    return [known[place] for place in places if place in known]


@register.filter
def place_among(section, sections):
    """“Section 3 of 6”; front matter has no number and is in no count."""
    total = sum(1 for other in sections if other.number)
    return f"Section {section.number} of {total}" if section.number else "Before the sections"


@register.simple_tag
def draw_passages(passages, counts, *, heading="h2", said_url="#said", said=None, comment_url=""):
    """The passages of a section, neighbouring points of a list in one list.

    `counts` are shown comments by passage; a count leads to the address that `said` gives for its
    passage, or to `said_url`. A passage's own form stands below `comment_url`, once it is open.
    """
    said = said or {}
    drawing = get_template("components/passage.html").template
    parts = []
    for name, members in groupby(passages, key=lambda passage: LISTS.get(passage.kind, "")):
        rows = [
            _draw(
                passage,
                drawing,
                count=counts.get(passage.pk, 0),
                heading=heading,
                said_url=said.get(passage.pk, said_url),
                comment_url=comment_url,
            )
            for passage in members
        ]
        parts += [f'<{name} class="passages__list">', *rows, f"</{name}>"] if name else rows
    return mark_safe("\n".join(parts))  # put together from what the template has escaped


def _draw(passage, drawing, *, count, heading, said_url, comment_url):
    """One passage as `components/passage.html` draws it, with its words filled in.

    A draft holds hundreds of passages in about ten shapes. Drawing the template for each of them
    cost half of a page's time (measured), so each shape is drawn once, with gaps.
    """
    shape = _shape(
        drawing, passage.kind, heading, bool(passage.marker), bool(count), bool(comment_url)
    )
    # Safe: a passage's HTML is written once, by `drafts.models.freezing`, which escapes plain text
    # and expands rich text that Wagtail has cleaned; the database refuses every later change.
    html = passage.html
    is_bare = passage.kind in BARE or html.startswith("<p")
    return shape.format(
        id=passage.anchor,
        number=passage.number,
        html=html if is_bare else f"<p>{html}</p>",
        marker=escape(passage.marker),
        said=_said(count),
        said_url=escape(said_url),
        comment_url=f"{escape(comment_url)}{passage.pk}/",
    )


@lru_cache(maxsize=256)
def _shape(drawing, kind, heading, has_marker, is_said, is_open):
    """The template drawn with gaps for `str.format`. `drawing` is in the key, so that an edited
    template is drawn anew."""
    gaps = {
        "id": "{id}",
        "number": "{number}",
        "html": "{html}",
        "marker": "{marker}" if has_marker else "",
        "said": "{said}" if is_said else "",
        "said_url": "{said_url}",
        "comment_url": "{comment_url}" if is_open else "",
    }
    tag = "li" if kind in LISTS else "div"
    lines = drawing.render(
        template.Context({**gaps, "tag": tag, "kind": kind, "heading": heading})
    ).splitlines()
    return "\n".join(line for line in lines if line)


def _said(count):
    return ngettext("%(n)d comment", "%(n)d comments", count) % {"n": count} if count else ""
