"""A corrected file, put into a draft that is not published yet: what stayed keeps its identity.

A passage that says the same keeps its block, with its id and whatever an editor has emphasised in
it; an edited one keeps its id; sections keep their pages, their addresses and their plain words.
"""

import hashlib
import re
from dataclasses import dataclass
from html import unescape

from django.db import transaction
from wagtail.models import Page

from consultations.drafts.enums import PassageKind
from consultations.drafts.models import DraftPage, FrozenDraft, SectionPage
from consultations.drafts.models.freezing import passages_of

from .album import Album
from .correcting import WORDS_ONLY
from .matching import Match, Words, match
from .outline import Kind, Outline
from .publish import _block, _free_slug

HREF = re.compile(r'href="([^"]*)"')
WITHOUT_LINKS = {Kind.HEADING, Kind.MARK}
WITH_MARKER = {"numbered", "footnote"}


class LockedPage(Exception):
    """Somebody is working on a page that would be changed."""

    def __init__(self, title):
        super().__init__(
            f"“{title}” is locked in the editor. Ask whoever locked it to unlock it, and try again."
        )


@dataclass(frozen=True)
class Block:
    """A block of a section as it stands in the draft."""

    words: Words
    stored: dict


@dataclass(frozen=True)
class Comparison:
    """What putting an outline into a draft will do.

    `matches` are by the place of a passage in the whole outline, `pages` by the place of a section.
    """

    draft: DraftPage
    old: list[Block]
    new: list[Words]
    matches: dict[int, Match]
    pages: dict[int, SectionPage]
    gone: list[SectionPage]

    @property
    def unchanged(self):
        return [place for place, found in self.matches.items() if found.is_same]

    @property
    def edited(self):
        """Pairs of how a passage read and how it reads now."""
        return [
            (self.old[found.old].words, self.new[place])
            for place, found in sorted(self.matches.items())
            if not found.is_same
        ]

    @property
    def added(self):
        return [words for place, words in enumerate(self.new) if place not in self.matches]

    @property
    def removed(self):
        kept = {found.old for found in self.matches.values()}
        return [block.words for was, block in enumerate(self.old) if was not in kept]


def compare(draft, outline: Outline) -> Comparison:
    """How the outline differs from the draft as its editors see it now."""
    pages = [page.get_latest_revision_as_object() for page in draft.sections()]
    blocks = {page.pk: _blocks_of(page) for page in pages}
    old = [block for page in pages for block in blocks[page.pk]]
    new = [_words_of(passage) for section in outline.sections for passage in section.passages]
    matches = match([block.words for block in old], new)
    came_from = [page.pk for page in pages for _ in blocks[page.pk]]
    kept = _pages_of(outline, pages, _shared(outline, matches, came_from))
    stay = {page.pk for page in kept.values()}
    gone = [page for page in pages if page.pk not in stay]
    return Comparison(draft, old, new, matches, kept, gone)


def fingerprint(draft):
    """Changes whenever a section of the draft does."""
    rows = draft.sections().values_list("pk", "latest_revision_id")
    return hashlib.sha256(repr(list(rows)).encode()).hexdigest()[:16]


@transaction.atomic
def put_into(*, draft_id, outline, by):
    """Apply the outline; what was changed. Raises FrozenDraft, LockedPage."""
    draft = DraftPage.objects.select_for_update().get(pk=draft_id)
    if draft.is_frozen:
        raise FrozenDraft
    found = compare(draft, outline)
    _refuse_locked([draft, *found.pages.values(), *found.gone], by)
    for page in found.gone:
        SectionPage.objects.get(pk=page.pk).delete(user=by)
    bodies = _bodies(found, outline, Album(draft.consultation, user=by))
    order = [
        _save_section(draft, found.pages.get(place), section, body, by)
        for place, (section, body) in enumerate(zip(outline.sections, bodies, strict=True))
    ]
    _put_in_order(draft, order, by)
    latest = draft.get_latest_revision_as_object()
    if latest.title != outline.title:
        latest.title = outline.title
        latest.save_revision(user=by, log_action=True)
    return found


def _blocks_of(page):
    stored = page.body.get_prep_value()
    return [
        Block(
            Words(
                passage.kind,
                passage.marker,
                " ".join(passage.text.split()),
                _links_in(passage.html) if passage.kind in WORDS_ONLY else (),
            ),
            {**block, "id": str(passage.block_id)},
        )
        for passage, block in zip(passages_of(page), stored, strict=True)
    ]


def _links_in(html):
    return tuple(unescape(href) for href in HREF.findall(html))


def _words_of(passage):
    """As `passages_of` would tell it, once it is a block. A picture speaks by its alternative."""
    alternative = getattr(getattr(passage, "image", None), "alt", "")
    said = passage.text if alternative == passage.text else f"{alternative} {passage.text}"
    has_links = passage.kind in WORDS_ONLY and passage.kind not in WITHOUT_LINKS
    return Words(
        kind=PassageKind(passage.kind.value),
        marker=passage.marker if passage.kind in WITH_MARKER else "",
        text=" ".join(said.split()),
        links=tuple(link.href for link in passage.links) if has_links else (),
    )


def _shared(outline, matches, came_from):
    """For each section of the outline, how many of its passages come from which page."""
    shared, place = [], 0
    for section in outline.sections:
        counts = {}
        for _ in section.passages:
            if place in matches:
                page = came_from[matches[place].old]
                counts[page] = counts.get(page, 0) + 1
            place += 1
        shared.append(counts)
    return shared


def _pages_of(outline, pages, shared):
    """The page that each section keeps: the one of its title, or else that most of it came from."""
    left = {page.pk: page for page in pages}
    found = {}
    for place, section in enumerate(outline.sections):
        title = section.title.casefold()
        same = next((page for page in left.values() if page.title.casefold() == title), None)
        if same is not None:
            found[place] = left.pop(same.pk)
    most_first = sorted(
        ((count, place, pk) for place, counts in enumerate(shared) for pk, count in counts.items()),
        key=lambda candidate: -candidate[0],
    )
    for _, place, pk in most_first:
        if place not in found and pk in left:
            found[place] = left.pop(pk)
    return found


def _bodies(found, outline, album):
    """Each section's blocks: old ones as they stand, edited ones under their ids, new ones."""
    place = 0
    for section in outline.sections:
        body = []
        for passage in section.passages:
            body.append(_block_for(found, place, passage, album))
            place += 1
        yield body


def _block_for(found, place, passage, album):
    known = found.matches.get(place)
    if known is None:
        return _block(passage, album)
    stored = found.old[known.old].stored
    if known.is_same and passage.kind in WORDS_ONLY:
        return stored
    return {**_block(passage, album), "id": stored["id"]}


def _save_section(draft, page, section, body, by):
    """The section's page, with a new revision if anything in it is new. Returns its key."""
    if page is None:
        page = SectionPage(
            title=section.title[:255],
            slug=_free_slug(draft, section.title),
            body=body,
            is_front_matter=section.is_front_matter,
            live=False,
            owner=by,
        )
        draft.add_child(instance=page)
        page.save_revision(user=by, log_action=True)
        return page.pk
    values = {"title": section.title[:255], "is_front_matter": section.is_front_matter}
    is_changed = any(getattr(page, name) != value for name, value in values.items())
    if is_changed or page.body.get_prep_value() != body:
        for name, value in values.items():
            setattr(page, name, value)
        page.body = body
        page.save_revision(user=by, log_action=True)
    return page.pk


def _put_in_order(draft, order, by):
    """Move pages only where the file has another order than the tree."""
    now = list(draft.sections().values_list("pk", flat=True))
    while now != order:
        at = next(place for place, (a, b) in enumerate(zip(now, order, strict=True)) if a != b)
        sibling = SectionPage.objects.get(pk=now[at])
        SectionPage.objects.get(pk=order[at]).move(sibling, pos="left", user=by)
        now.remove(order[at])
        now.insert(at, order[at])


def _refuse_locked(pages, by):
    for page in pages:
        lock = Page.objects.get(pk=page.pk).specific.get_lock()
        if lock is not None and lock.for_user(by):
            raise LockedPage(page.get_admin_display_title())
