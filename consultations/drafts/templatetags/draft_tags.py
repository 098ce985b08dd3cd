"""What pages say about a draft: its contents, and its passages."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from django import template
from django.db.models import Exists, OuterRef, Q
from django.template.loader import get_template
from django.utils.html import escape, format_html_join
from django.utils.safestring import mark_safe
from django.utils.timezone import localdate
from django.utils.translation import get_language, gettext, ngettext

from consultations import wording
from consultations.drafts.domain import reading
from consultations.drafts.domain.glossary import glossary_for
from consultations.drafts.enums import PassageKind
from consultations.drafts.models import DraftPage, Passage, SectionPage

register = template.Library()

LISTS = {PassageKind.BULLET: "ul", PassageKind.NUMBERED: "ol"}
# A link whose words are its address already; on paper every other one is followed by its own.
SPELT_OUT = re.compile(r'<a href="(https?://[^"<>]+)">\1</a>')
# Their text stands in no paragraph of its own.
BARE = {PassageKind.HEADING, PassageKind.BULLET, PassageKind.TABLE, PassageKind.FIGURE}


@dataclass(frozen=True)
class ContentsItem:
    section: SectionPage
    number: str
    title: str
    url: str
    is_current: bool
    note: str
    time: str = ""


@register.simple_tag
def newest_draft(consultation):
    """The newest published version, or None; it knows whether it `has_others` before it."""
    versions = DraftPage.objects.live().child_of(consultation)
    older = versions.filter(frozen_at__isnull=False).exclude(pk=OuterRef("pk"))
    return versions.annotate(has_others=Exists(older)).order_by("-frozen_at").first()


@register.simple_tag
def contents(sections, current=None, counts=None, draft=None):
    """A draft's sections as `components/contents.html` draws them.

    With `counts` (shown comments by passage) each says how many comments it has; its passages
    then have to be prefetched. With its published `draft` each says how long it takes to read.
    """
    words = reading.words_by_section(draft) if draft else {}
    return [
        ContentsItem(
            section,
            str(section.number or ""),
            section.title,
            section.url,
            current is not None and section.pk == current.pk,
            _said(sum(counts.get(p.pk, 0) for p in section.passages.all())) if counts else "",
            reading.time_in_words(words.get(section.pk, 0)),
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
def reading_time(draft, section=None):
    """How long a published draft, or one section of it, takes to read: “3 minutes”, or nothing."""
    words = reading.words_by_section(draft)
    return reading.time_in_words(words.get(section.pk, 0) if section else sum(words.values()))


@register.simple_tag
def glossary_of(consultation):
    """The words explained in this consultation, for `draw_passages` and `words_used`."""
    return glossary_for(consultation)


@register.simple_tag
def words_used(glossary, *, passages=None, sections=None):
    """The words of the glossary that a section or a whole draft uses, as `components/words.html`
    lists them."""
    if sections is not None:
        return glossary.uses([list(section.shown_passages) for section in sections])
    return glossary.uses([list(passages)])


@register.simple_tag(takes_context=True)
def passage_links(context, draft):
    """The address below which every passage of this published draft has one of its own."""
    request = context.get("request")
    if not draft.is_frozen or request is None:
        return ""
    return request.build_absolute_uri(f"{draft.get_url(request)}passage/")


@register.filter
def all_passages(sections):
    return [passage for section in sections for passage in section.shown_passages]


@register.filter
def one_to_quote(passages):
    """A passage to show how one is quoted: the first paragraph, or else the first of all."""
    paragraphs = [passage for passage in passages if passage.kind == PassageKind.PARAGRAPH]
    return next(iter(paragraphs or passages), None)


@register.simple_tag
def draw_passages(
    passages,
    counts,
    *,
    heading="h2",
    said_url="#said",
    said=None,
    comment_url="",
    glossary=None,
    links="",
    errata=None,
):
    """The passages of a section, neighbouring points of a list in one list.

    `counts` are shown comments by passage; a count leads to the address that `said` gives for its
    passage, or to `said_url`. A passage's own form stands below `comment_url`, once it is open,
    and its permanent address below `links`. The first use of a word in `glossary` is marked.
    `errata` are what was put right, by passage.
    """
    said, errata = said or {}, errata or {}
    passages = list(passages)
    marked = glossary.marked(passages) if glossary else {}
    drawing = get_template("components/passage.html").template
    parts = []
    for name, members in groupby(passages, key=lambda passage: LISTS.get(passage.kind, "")):
        rows = [
            _draw(
                passage,
                drawing,
                html=marked.get(passage.position, passage.html),
                said=_said(counts.get(passage.pk, 0)),
                heading=heading,
                said_url=said.get(passage.pk, said_url),
                comment_url=comment_url,
                links=links,
                errata=errata.get(passage.pk, ()),
            )
            for passage in members
        ]
        parts += [f'<{name} class="passages__list">', *rows, f"</{name}>"] if name else rows
    return mark_safe("\n".join(parts))  # put together from what the template has escaped


def _draw(passage, drawing, *, html, said, heading, said_url, comment_url, links, errata):
    """One passage as `components/passage.html` draws it, with its words filled in.

    A draft holds hundreds of passages in about ten shapes. Drawing the template for each of them
    cost half of a page's time (measured), so each shape is drawn once, with gaps.
    """
    if "<a href=" in html:
        html = SPELT_OUT.sub(r'<a class="spelt-out" href="\1">\1</a>', html)
    has_marker, is_said = bool(passage.marker), bool(said)
    shape = _shape(
        drawing,
        passage.kind,
        heading,
        has_marker,
        is_said,
        bool(comment_url),
        bool(links),
        bool(errata),
    )
    # Safe: a passage's HTML is written once, by `drafts.models.freezing`, which escapes plain text
    # and expands rich text that Wagtail has cleaned; the database refuses every later change. The
    # glossary adds links of its own and leaves everything else as it is.
    is_bare = passage.kind in BARE or html.startswith("<p")
    return shape.format(
        id=passage.anchor,
        number=passage.number,
        html=html if is_bare else f"<p>{html}</p>",
        marker=escape(passage.marker),
        said=said,
        said_url=escape(said_url),
        comment_url=f"{escape(comment_url)}{passage.pk}/",
        link=f"{escape(links)}{passage.number}/",
        errata=_put_right(errata),
    )


def _put_right(errata):
    """Each erratum with its day, in full: it is read in print, too."""
    if not errata:
        return ""
    return format_html_join(
        "",
        '<p class="passage__erratum"><strong>{}</strong> {}</p>',
        (
            (gettext("Put right on %s:") % wording.calendar_day(localdate(one.at)), one.text)
            for one in errata
        ),
    )


@lru_cache(maxsize=256)
def _shape(drawing, kind, heading, has_marker, is_said, is_open, is_linked, is_put_right):
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
        "link": "{link}" if is_linked else "",
        "errata": "{errata}" if is_put_right else "",
    }
    tag = "li" if kind in LISTS else "div"
    lines = drawing.render(
        template.Context({**gaps, "tag": tag, "kind": kind, "heading": heading})
    ).splitlines()
    return "\n".join(line for line in lines if line)


def _said(count):
    return _in_words(count, get_language()) if count else ""


@lru_cache(maxsize=1024)
def _in_words(count, language):
    """Asked for at every passage of a draft; `language` is the one it is put into words in."""
    return ngettext("%(n)d comment", "%(n)d comments", count) % {"n": count}
