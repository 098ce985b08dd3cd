"""What an officer puts right in an outline: each correction takes one and gives another.

Sections and passages are told by their place in the outline, counted from 0. No correction loses a
word except the ones that leave something out, and those say so.
"""

import re
from dataclasses import dataclass, fields, is_dataclass, replace

from .assembling import FRONT_PAGE
from .naming import name_of_passage, name_of_section, sentence, short
from .outline import Kind, Outline, Passage

LONGEST_TITLE = 255
MARKER = re.compile(r"(?P<marker>\(?(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z]|[ivx]{2,5})[.:)]?)\s+(?=\S)")
# What is made of words alone, and so can become another kind. A table stays a table.
WORDS_ONLY = (
    Kind.HEADING,
    Kind.PARAGRAPH,
    Kind.QUOTATION,
    Kind.BULLET,
    Kind.NUMBERED,
    Kind.MARK,
)


class CannotCorrect(Exception):
    """The message says why in a sentence for the screen."""


@dataclass(frozen=True)
class Correction:
    """The outline as it is now, what was done in a sentence, and where to look."""

    outline: Outline
    said: str
    section: int | None = None
    passage: int | None = None


def retitle(outline, *, title):
    """Give the whole draft another title."""
    title = _checked_title(title)
    return Correction(replace(outline, title=title), f"The draft is now called “{short(title)}”.")


def retitle_section(outline, *, section, title):
    old = _section(outline, section)
    new = replace(old, title=_checked_title(title), is_untitled=False)
    result = _put(outline, section, section + 1, new)
    said = f"Section “{short(old.title)}” is now called “{short(new.title)}”."
    return Correction(result, said, section)


def merge_section(outline, *, section):
    """Into the one before it, without its title."""
    before, this = _pair(outline, section)
    merged = replace(before, passages=before.passages + this.passages)
    said = (
        f"{sentence(name_of_section(outline, section))} was merged into "
        f"{name_of_section(outline, section - 1)}. Its title was left out."
    )
    place = len(before.passages) if this.passages else None
    return Correction(_put(outline, section - 1, section + 1, merged), said, section - 1, place)


def demote_section(outline, *, section):
    """Into the one before it, with its title as a heading there."""
    before, this = _pair(outline, section)
    heading = Passage(Kind.HEADING, this.title)
    merged = replace(before, passages=(*before.passages, heading, *this.passages))
    said = (
        f"{sentence(name_of_section(outline, section))} is now a heading in "
        f"{name_of_section(outline, section - 1)}."
    )
    result = _put(outline, section - 1, section + 1, merged)
    return Correction(result, said, section - 1, len(before.passages))


def split_section(outline, *, section, passage):
    """Let a new section begin at this passage; its title is ours until somebody gives it one."""
    this, _ = _passage(outline, section, passage)
    if passage == 0:
        raise CannotCorrect("A section begins here already.")
    first = replace(this, passages=this.passages[:passage])
    title = f"{this.title[: LONGEST_TITLE - 12]} (continued)"
    second = replace(this, title=title, passages=this.passages[passage:], is_untitled=True)
    said = (
        f"A new section begins at {name_of_passage(outline, section, passage)}. "
        "Give it a title of its own."
    )
    return Correction(_put(outline, section, section + 1, first, second), said, section + 1)


def promote_passage(outline, *, section, passage):
    """Make this passage the title of a new section, of all that follows it in its own."""
    this, heading = _passage(outline, section, passage)
    _refuse_unless_words(heading, "become the title of a section")
    text = f"{heading.marker} {heading.text}".strip()
    if len(text) > LONGEST_TITLE:
        raise CannotCorrect(
            f"A title has {LONGEST_TITLE} characters at most; this passage has {len(text)}."
        )
    first = replace(this, passages=this.passages[:passage])
    second = replace(
        this,
        title=text,
        passages=this.passages[passage + 1 :],
        is_front_matter=False,
        is_untitled=False,
    )
    said = f"“{short(text)}” is now the title of a section."
    # A section that is only our own title has nothing left to say. What people marked as front
    # matter themselves has a title that its writers gave it.
    is_ours = this.is_untitled or (this.is_front_matter and this.title == FRONT_PAGE)
    is_empty = passage == 0 and is_ours
    kept = [second] if is_empty else [first, second]
    result = _put(outline, section, section + 1, *kept)
    return Correction(result, said, section + len(kept) - 1)


def mark_front_matter(outline, *, section):
    """Say that it is front matter, or that it is not after all."""
    old = _section(outline, section)
    new = replace(old, is_front_matter=not old.is_front_matter)
    said = (
        f"“{short(old.title)}” is now front matter. It has no number."
        if new.is_front_matter
        else f"“{short(old.title)}” is now a section with a number."
    )
    return Correction(_put(outline, section, section + 1, new), said, section)


def drop_section(outline, *, section):
    """Leave it out of the draft, with all it holds."""
    this = _section(outline, section)
    count = len(this.passages)
    passages = "1 passage" if count == 1 else f"{count} passages"
    said = f"{sentence(name_of_section(outline, section))} was left out, with its {passages}."
    return Correction(_put(outline, section, section + 1), said)


def change_kind(outline, *, section, passage, kind):
    this, old = _passage(outline, section, passage)
    kind = Kind(kind)
    if kind == old.kind:
        raise CannotCorrect(f"It is a {_word(kind)} already.")
    _refuse_unless_words(old, f"become a {_word(kind)}")
    new = _numbered(old) if kind == Kind.NUMBERED else _unnumbered(old)
    said = f"{sentence(name_of_passage(outline, section, passage))} is now a {_word(kind)}."
    passages = _spliced(this.passages, passage, passage + 1, replace(new, kind=kind))
    result = _put(outline, section, section + 1, replace(this, passages=passages))
    return Correction(result, said, section, passage)


def merge_passage(outline, *, section, passage):
    """Into the one before it, as one passage of that one's kind."""
    this, second = _passage(outline, section, passage)
    if passage == 0:
        raise CannotCorrect("It is the first of its section: there is none before it.")
    first = this.passages[passage - 1]
    for one in (first, second):
        _refuse_unless_words(one, "be merged with another")
    merged = _joined(first, _unnumbered(second))
    said = (
        f"{sentence(name_of_passage(outline, section, passage))} was merged into the one before it."
    )
    passages = _spliced(this.passages, passage - 1, passage + 1, merged)
    result = _put(outline, section, section + 1, replace(this, passages=passages))
    return Correction(result, said, section, passage - 1)


def drop_passage(outline, *, section, passage):
    """Leave it out of the draft."""
    this, _ = _passage(outline, section, passage)
    said = f"{sentence(name_of_passage(outline, section, passage))} was left out."
    passages = _spliced(this.passages, passage, passage + 1)
    result = _put(outline, section, section + 1, replace(this, passages=passages))
    place = min(passage, len(passages) - 1) if passages else None
    return Correction(result, said, section, place)


def _section(outline, section):
    if not 0 <= section < len(outline.sections):
        raise CannotCorrect("There is no such section any more. Nothing was changed.")
    return outline.sections[section]


def _pair(outline, section):
    """The section before this one, and this one."""
    this = _section(outline, section)
    if section == 0:
        raise CannotCorrect("It is the first section: there is none before it.")
    return outline.sections[section - 1], this


def _passage(outline, section, passage):
    """The section, and its passage."""
    this = _section(outline, section)
    if not 0 <= passage < len(this.passages):
        raise CannotCorrect("There is no such passage any more. Nothing was changed.")
    return this, this.passages[passage]


def _put(outline, start, end, *sections):
    """The outline with these sections in the place of those from `start` to before `end`."""
    return replace(outline, sections=_spliced(outline.sections, start, end, *sections))


def _spliced(items, start, end, *new):
    return (*items[:start], *new, *items[end:])


def _checked_title(title):
    title = " ".join(title.split())
    if not title:
        raise CannotCorrect("Write a title first. Nothing was changed.")
    if len(title) > LONGEST_TITLE:
        raise CannotCorrect(
            f"A title has {LONGEST_TITLE} characters at most; yours has {len(title)}."
        )
    return title


def _refuse_unless_words(passage, what):
    if passage.kind not in WORDS_ONLY:
        raise CannotCorrect(f"A {_word(passage.kind)} cannot {what}.")


def _word(kind):
    return {
        Kind.BULLET: "bullet point",
        Kind.NUMBERED: "numbered point",
    }.get(kind, kind.value)


def _unnumbered(passage):
    """The passage with its printed number in front of its words."""
    if not passage.marker:
        return passage
    return replace(_moved(passage, f"{passage.marker} {passage.text}"), marker="")


def _numbered(passage):
    """The passage with the number in front of its words as its printed number."""
    found = MARKER.match(passage.text)
    if not found:
        raise CannotCorrect(
            "A numbered point begins with its number, such as “1.” or “(a)”, and this passage does "
            "not. Make it a bullet point instead."
        )
    if any(start < found.end() for start in _starts(passage)):
        raise CannotCorrect("The number is part of a link, so it cannot stand apart from it.")
    return replace(_moved(passage, passage.text[found.end() :]), marker=found["marker"])


def _joined(first, second):
    """One passage of both, with all that the second one has at places in its text moved along."""
    text = f"{first.text} {second.text}".strip()
    moved = _moved(second, text)
    both = {
        name: getattr(first, name) + getattr(moved, name)
        for name, value in _tuples(first)
        if value or getattr(moved, name)
    }
    return replace(first, text=text, **both)


def _moved(passage, text):
    """The passage with this text, which ends as its own did or is the end of it.

    Everything with a `start` and an `end` in the text (a link) is moved by the difference.
    """
    by = len(text) - len(passage.text)
    moved = {
        name: tuple(_shifted(item, by) for item in value)
        for name, value in _tuples(passage)
        if value
    }
    return replace(passage, text=text, **moved)


def _shifted(item, by):
    if is_dataclass(item) and {"start", "end"} <= {field.name for field in fields(item)}:
        return replace(item, start=item.start + by, end=item.end + by)
    return item


def _tuples(passage):
    for field in fields(passage):
        value = getattr(passage, field.name)
        if isinstance(value, tuple):
            yield field.name, value


def _starts(passage):
    return [item.start for _, value in _tuples(passage) for item in value if hasattr(item, "start")]
