"""The text that is checked, wherever it comes from: an outline, an editor's draft, a frozen one."""

import json
import re
from dataclasses import dataclass
from html import unescape

from django.utils.html import strip_tags
from wagtail.models import Revision

from consultations.domain.readiness import Place
from consultations.drafts.enums import PassageKind
from consultations.drafts.models import Passage as FrozenPassage

PROSE = frozenset(
    {PassageKind.PARAGRAPH, PassageKind.QUOTATION, PassageKind.BULLET, PassageKind.NUMBERED}
)
LIST_ITEMS = frozenset({PassageKind.BULLET, PassageKind.NUMBERED})
ANCHOR = re.compile(r"<a\b[^>]*?\bhref=\"([^\"]*)\"[^>]*>(.*?)</a>", re.IGNORECASE | re.DOTALL)
BLOCK_END = re.compile(r"<br\s*/?>|</(?:p|li|td|th)>", re.IGNORECASE)


@dataclass(frozen=True)
class Link:
    href: str
    text: str


@dataclass(frozen=True)
class Passage:
    """`kind` is one of `PassageKind`; of any other, such as a table, only words and links count."""

    kind: str
    text: str
    marker: str = ""
    links: tuple[Link, ...] = ()
    number: str = ""
    block: str = ""

    @property
    def is_item(self) -> bool:
        return self.kind in LIST_ITEMS

    @property
    def is_heading(self) -> bool:
        return self.kind == PassageKind.HEADING

    @property
    def is_prose(self) -> bool:
        return self.kind in PROSE


@dataclass(frozen=True)
class Section:
    title: str
    passages: tuple[Passage, ...]
    is_front_matter: bool = False
    is_untitled: bool = False
    page: int | None = None

    def place(self, passage: Passage | None = None) -> Place:
        if passage is None:
            return Place(f"“{self.title}”", page=self.page)
        label = f"{passage.number}, in “{self.title}”"
        return Place(label, page=self.page, block=passage.block, number=passage.number)


@dataclass(frozen=True)
class Document:
    title: str
    sections: tuple[Section, ...]

    @property
    def body(self) -> tuple[Section, ...]:
        return tuple(section for section in self.sections if not section.is_front_matter)

    def passages(self):
        """(section, passage) of everything but the front page, in order."""
        for section in self.body:
            for passage in section.passages:
                yield section, passage


def of_outline(outline) -> Document:
    """The document of an `importing.outline.Outline`, whose shape is all that is relied on."""
    sections = []
    number = 0
    for section in outline.sections:
        number += 0 if section.is_front_matter else 1
        head = 0 if section.is_front_matter else number
        sections.append(
            Section(
                section.title,
                tuple(
                    Passage(
                        str(passage.kind.value),
                        passage.text,
                        passage.marker,
                        tuple(
                            Link(link.href, passage.text[link.start : link.end])
                            for link in passage.links
                        ),
                        f"{head}.{position}",
                    )
                    for position, passage in enumerate(section.passages, start=1)
                ),
                section.is_front_matter,
                section.is_untitled,
            )
        )
    return Document(outline.title, tuple(sections))


def of_draft(draft) -> Document:
    """A draft as it would be published now, in the same number of queries whatever its length.

    A frozen draft is read from its passages; any other from the latest revision of each section.
    """
    sections = list(draft.sections().defer("body") if draft.is_frozen else draft.sections())
    read = _frozen(sections) if draft.is_frozen else _latest(sections)
    return Document(draft.title, tuple(read))


def _frozen(sections):
    passages: dict[int, list[Passage]] = {section.pk: [] for section in sections}
    rows = FrozenPassage.objects.filter(section__in=passages).order_by("section", "position")
    for row in rows:
        passages[row.section_id].append(
            Passage(row.kind, row.text, row.marker, _links(row.html), row.number, str(row.block_id))
        )
    for page in sections:
        yield _section(page, page.title, passages[page.pk], page.is_front_matter)


def _latest(sections):
    revisions = Revision.objects.in_bulk(
        [page.latest_revision_id for page in sections if page.latest_revision_id]
    )
    number = 0
    for page in sections:
        revision = revisions.get(page.latest_revision_id)
        content = revision.content if revision else page.serializable_data()
        is_front = content.get("is_front_matter", page.is_front_matter)
        number += 0 if is_front else 1
        blocks = json.loads(content["body"]) if content.get("body") else []
        passages = [
            _of_block(block, f"{0 if is_front else number}.{position}")
            for position, block in enumerate(blocks, start=1)
        ]
        yield _section(page, content.get("title", page.title), passages, is_front)


def _section(page, title, passages, is_front):
    return Section(title, tuple(passages), is_front_matter=is_front, page=page.pk)


def _of_block(block, number) -> Passage:
    """A block as it is stored in a revision: rich text, plain text, or a struct that holds some."""
    value, kind, marker = block["value"], block["type"], ""
    if isinstance(value, dict):
        marker = str(value.get("marker") or "")
        value = value.get("text") or ""
    value = str(value) if isinstance(value, (str, int, float)) else ""
    is_plain = kind in (PassageKind.HEADING, PassageKind.MARK)
    text = value if is_plain else plain(value)
    links = () if is_plain else _links(value)
    return Passage(kind, text, marker, links, number, block.get("id") or "")


def plain(html: str) -> str:
    """Rich text as one line of words."""
    return " ".join(unescape(strip_tags(BLOCK_END.sub(" ", html))).split())


def _links(html: str) -> tuple[Link, ...]:
    return tuple(Link(unescape(href), plain(inner)) for href, inner in ANCHOR.findall(html))
