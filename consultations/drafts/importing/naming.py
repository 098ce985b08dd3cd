"""What a section or passage of an outline is called in a sentence, before it has an address."""

from .outline import Outline


def numbers(outline: Outline) -> list[int]:
    """The number each section will have: front matter is 0, the rest count from 1."""
    found, count = [], 0
    for section in outline.sections:
        count += 0 if section.is_front_matter else 1
        found.append(0 if section.is_front_matter else count)
    return found


def name_of_section(outline: Outline, section: int) -> str:
    this = outline.sections[section]
    if this.is_front_matter:
        return f"the front matter “{short(this.title)}”"
    return f"section {numbers(outline)[section]} “{short(this.title)}”"


def name_of_passage(outline: Outline, section: int, passage: int) -> str:
    words = short(outline.sections[section].passages[passage].text)
    return f"passage {numbers(outline)[section]}.{passage + 1} “{words}”"


def short(text: str, most: int = 60) -> str:
    """The beginning of a text, cut between two words."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    return (text[:most].rpartition(" ")[0] or text[:most]) + "…"


def sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
