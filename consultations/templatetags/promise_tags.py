"""The promise box in words: what was promised for when, what became of it, and what was moved."""

from dataclasses import dataclass
from datetime import date, datetime

from django import template
from django.utils import timezone

from consultations import wording
from consultations.domain.duties.overriding import reasons_in_public
from consultations.domain.lengths import length_of
from consultations.domain.promises import Promised, promises

register = template.Library()

NAMES = {"decision": "When it is decided", "reply": "When you hear back"}
STATES = {
    Promised.AHEAD: "",
    Promised.KEPT: "Kept",
    Promised.LATE: "Late",
    Promised.OVERDUE: "Overdue",
}
MOVED = {
    "opens_at": ("The opening", wording.opening_in_words),
    "closes_at": ("The closing", wording.closing_in_words),
    "decision_on": ("The decision", wording.day_in_words),
    "reply_by": ("The reply", wording.day_in_words),
}


@dataclass(frozen=True)
class Clock:
    """One promise with its day, as the box shows it: `state` is a name, `tag` its word."""

    name: str
    value: str
    state: str = ""
    tag: str = ""
    note: str = ""


@dataclass(frozen=True)
class Admission:
    """A reason for not following a rule, as a sentence and a line on who gave it."""

    title: str
    text: str
    by: str = ""


@register.simple_tag
def promise_clocks(consultation, reading=None):
    """How long it is open; when the decision and the reply are promised for, and what came of it.

    `reading` is the clock of the Board's desk, where there is one.
    """
    length = length_of(consultation)
    clocks = [Clock("How long", f"{length}.")] if length else []
    clocks += [reading] if reading else []
    return clocks + [
        Clock(
            NAMES[promise.key],
            _promised(promise),
            str(promise.state),
            STATES[promise.state],
            _became(promise),
        )
        for promise in promises(consultation, now=timezone.now())
    ]


def _promised(promise):
    words = wording.day_in_words(promise.due)
    if promise.key == "decision":
        return f"{words}."
    rule = ", twelve weeks after closing" if promise.is_rule else ""
    return f"A reply in public by {words}{rule}."


def _became(promise):
    late = f"{promise.days_late} day{'s'[: promise.days_late != 1]}"
    if promise.state == Promised.OVERDUE:
        return f"This day has passed and nothing is on record. It is {late} late."
    if promise.state == Promised.LATE:
        return f"It came on {wording.day_in_words(promise.kept_on)}, {late} late."
    if promise.state == Promised.KEPT and promise.key == "reply":
        return f"It came on {wording.day_in_words(promise.kept_on)}."
    return ""


@register.simple_tag
def admissions(consultation):
    """Which rules it does not follow, why, and who says so."""
    return [
        Admission(f"{reason.title}, because:", reason.text, _signed(reason))
        for reason in reasons_in_public(consultation, now=timezone.now())
    ]


def _signed(reason):
    if not reason.by:
        return ""
    agreed = f", agreed by {reason.second}" if reason.second else ""
    return f"Recorded by {reason.by} on {wording.day_in_words(reason.at)}{agreed}."


@register.simple_tag
def moved_dates(consultation):
    """Each date that was moved in public, as a sentence with the day on which it was moved."""
    changes = consultation.promise_changes.all() if consultation.pk else []
    return [_moved(change) for change in changes]


def _moved(change):
    name, in_words = MOVED[change.field]
    was, became = (_read(text, in_words) for text in (change.was, change.became))
    day = wording.day_in_words(change.at)
    if not was:
        return f"{day}: {name.lower()} was set for {became}."
    if not became:
        return f"{day}: {name.lower()} was to be {was} and has no date now."
    return f"{day}: {name.lower()} was moved from {was} to {became}."


def _read(text, in_words):
    if not text:
        return ""
    read = datetime.fromisoformat if "T" in text else date.fromisoformat
    return in_words(read(text))
