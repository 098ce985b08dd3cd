"""What stands on the paper: a version, or one section of it, as values that can be hashed."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.utils.timezone import localdate
from wagtail.rich_text import expand_db_html

from consultations import wording
from consultations.drafts.domain.errata import errata_by_passage
from consultations.drafts.domain.glossary import glossary_for
from consultations.drafts.enums import PassageKind

from .rich_text import blocks_of, plain_block, printable
from .setting import RECIPE

# Kinds whose HTML is running text. Of any other the plain text is set, so that no word is lost.
RUNNING = {
    PassageKind.PARAGRAPH,
    PassageKind.QUOTATION,
    PassageKind.BULLET,
    PassageKind.NUMBERED,
}
LISTS = {PassageKind.BULLET, PassageKind.NUMBERED}


@dataclass(frozen=True)
class Paper:
    """The data of one PDF and the hash of everything that its bytes depend on."""

    data: str
    tag: str
    published_at: datetime


def paper_of(draft, consultation, sections, *, council, base, address, is_part=False):
    """The paper of these sections, whose passages are prefetched.

    `base` is the site's root, such as `https://example.org`, and `address` that of the page.
    """
    glossary = glossary_for(consultation)
    sections = list(sections)
    errata = errata_by_passage(sections)
    texts = [list(section.shown_passages) for section in sections]
    content = {
        "title": printable(draft.title),
        "version": printable(draft.version_label),
        "consultation": printable(consultation.title),
        "council": printable(council),
        "address": address,
        "facts": _facts(draft, consultation),
        "is_part": is_part,
        "introduction": [] if is_part else _written(draft.introduction, base),
        "sections": [
            _section(section, passages, base, errata)
            for section, passages in zip(sections, texts, strict=True)
        ],
        "words": [_word(use.term) for use in glossary.uses(texts)],
    }
    data = json.dumps(content, ensure_ascii=False, sort_keys=True)
    tag = hashlib.sha256(f"{RECIPE} {data}".encode()).hexdigest()[:32]
    return Paper(data, tag, draft.frozen_at)


def _facts(draft, consultation):
    """The dates, with their years, since paper is read in any year."""
    facts = [
        ("Published", _day(draft.first_published_at or draft.frozen_at)),
        ("Open for comments from", _day(consultation.opens_at)),
    ]
    if consultation.closes_at:
        facts.append(("Last day for comments", _day(wording.last_day(consultation.closes_at))))
    return facts


def _day(moment):
    return wording.day_in_words(moment, today=date.min)


def _written(rich_text, base):
    """Blocks of what an editor wrote, with links to pages as they stand now."""
    return blocks_of(expand_db_html(rich_text), base=base)


def _section(section, passages, base, errata):
    return {
        "number": str(section.number or ""),
        "title": printable(section.title),
        "summary": _written(section.plain_summary, base),
        "passages": [
            {
                "kind": kind,
                "rows": [
                    _passage(passage, base, errata.get(passage.pk, ())) for passage in members
                ],
            }
            for kind, members in _grouped(passages)
        ],
    }


def _grouped(passages):
    """Neighbouring points of a list together; everything else on its own."""
    for kind, members in groupby(passages, key=lambda passage: passage.kind):
        if kind in LISTS:
            yield kind, members
        else:
            for passage in members:
                yield kind, [passage]


def _passage(passage, base, errata):
    blocks = blocks_of(passage.html, base=base) if passage.kind in RUNNING else []
    return {
        "number": passage.number,
        "marker": printable(passage.marker),
        "text": printable(passage.text),
        "blocks": blocks or [plain_block(passage.text)],
        "errata": [_put_right(erratum) for erratum in errata],
    }


def _put_right(erratum):
    return {
        "day": f"Put right on {wording.calendar_day(localdate(erratum.at))}:",
        "text": printable(" ".join(erratum.text.split())),
    }


def _word(term):
    return {
        "term": printable(term.term),
        "expansion": printable(term.expansion),
        "meaning": printable(" ".join(term.meaning.split())),
    }
