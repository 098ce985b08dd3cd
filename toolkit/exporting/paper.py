"""A plan as a paper, whichever file it becomes: headings, paragraphs, points and tables of text."""

from dataclasses import dataclass
from datetime import date

from toolkit.domain.planning import Outline
from toolkit.enums import Audience, Level
from toolkit.wording import day_in_words, late_in_words, pounds_in_words


@dataclass(frozen=True)
class Section:
    title: str
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Paper:
    title: str
    council: str
    facts: tuple[str, ...]
    saved_on: date
    sections: tuple[Section, ...]


def paper_of(outline: Outline, *, council: str, saved_on: date) -> Paper:
    brief = outline.brief
    level = Level(brief.level)
    facts = [
        f"How much say: level {level.value} of 5, {level.label.lower()}.",
        f"Decision: {day_in_words(brief.decision_on)}.",
        f"Saved on {day_in_words(saved_on)}.",
    ]
    if brief.audiences:
        named = ", ".join(each.label for each in Audience if each in brief.audiences)
        facts.insert(2, f"Must be heard: {named}.")
    return Paper(
        title=brief.title,
        council=council,
        facts=tuple(facts),
        saved_on=saved_on,
        sections=tuple(_sections(outline)),
    )


def _sections(outline):
    if outline.brief.aim:
        yield Section("What it is for", paragraphs=tuple(outline.brief.aim.splitlines()))
    yield Section(
        "Timeline",
        paragraphs=tuple(late_in_words(outline)),
        columns=("Day", "What", "Method"),
        rows=tuple(_dated(outline.moments)),
    )
    yield Section(
        "Budget",
        paragraphs=tuple(_money(outline)),
        columns=("For", "Pounds"),
        rows=(
            *((name, f"{pounds:,}") for name, pounds in outline.budget),
            ("Together", f"{outline.total:,}"),
        ),
    )
    yield Section("Tasks", columns=("By", "What", "Method"), rows=tuple(_dated(outline.tasks)))
    yield Section("So that everybody can take part", points=outline.access)
    yield Section(
        "What could go wrong",
        columns=("If", "Then"),
        rows=outline.risks,
    )


def _dated(moments):
    return ((day_in_words(moment.on), moment.label, moment.part) for moment in moments)


def _money(outline):
    days = "1 day" if outline.staff_days == 1 else f"{outline.staff_days} days"
    yield f"Time of staff: about {days}. It is not part of the cost."
    if outline.money_left is not None:
        yield pounds_in_words(outline)
