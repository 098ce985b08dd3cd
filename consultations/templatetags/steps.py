"""The steps of a consultation's thread, worked out from its dates and from what is on record.

A knot (`done`) is only ever drawn for what has happened; a date that has passed without its step
being on record stays a ring, and says that it is late.
"""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from consultations import wording
from consultations.enums import PublicationMode, Stage


@dataclass(frozen=True)
class Step:
    """One knot or ring, as `components/thread.html` draws it."""

    state: str
    label: str
    date: str
    datetime: str = ""
    text: str = ""
    url: str = ""
    key: str = ""


def steps(consultation, *, now, outcome_url=""):
    """Opens and closes; then the Board's report, the reply and the decision, by their dates."""
    stage = consultation.stage_at(now)
    after = [
        _read(consultation, stage),
        _reply(consultation, stage, now, outcome_url),
        _decision(consultation, stage, now),
    ]
    return [
        _opens(consultation, stage),
        *filter(None, [_closes(consultation, stage, now)]),
        *sorted(filter(None, after), key=lambda step: step.datetime),
    ]


def _opens(consultation, stage):
    opens_at = consultation.opens_at
    is_ahead = stage == Stage.PLANNED
    return Step(
        "promised" if is_ahead else "done",
        "Opens for comments" if is_ahead else "Opened for comments",
        wording.opening_in_words(opens_at) if is_ahead else wording.day_in_words(opens_at),
        opens_at.isoformat(),
        key="opens",
    )


def _closes(consultation, stage, now):
    closes_at = consultation.closes_at
    if closes_at is None:
        return _never_closes(stage)
    moment = closes_at.isoformat()
    if stage == Stage.PLANNED:
        words = wording.closing_in_words(closes_at)
        return Step("promised", "Closes", words, moment, key="closes")
    if stage == Stage.OPEN:
        words = f"Until {wording.closing_in_words(closes_at)}"
        left = days_left(closes_at, now=now)
        return Step("now", "Open for comments", words, moment, left, key="open")
    day = wording.day_in_words(wording.last_day(closes_at))
    return Step("done", "Closed", day, moment, key="closes")


def _never_closes(stage):
    """One without a closing date is open from the day it opens until it has been answered."""
    if stage == Stage.ANSWERED:
        return None
    text = "It has no closing date. Write whenever there is something to say."
    if stage == Stage.PLANNED:
        return Step("promised", "Stays open for comments", "From then on", text=text, key="open")
    return Step("now", "Open for comments", "Now", text=text, key="open")


def days_left(closes_at, *, now):
    """“21 days left.”, “Closes today.” or “Closes tomorrow.”, by the days of the calendar."""
    days = (wording.last_day(closes_at) - timezone.localdate(now)).days
    return {0: "Closes today.", 1: "Closes tomorrow."}.get(days, f"{days} days left.")


def _read(consultation, stage):
    signed = consultation.analysis_signed_off_at
    if signed:
        words = wording.day_in_words(signed)
        return Step(
            "done", "The Board reported what was said", words, signed.isoformat(), key="read"
        )
    text = {
        PublicationMode.DURING: "Comments are shown as they are checked.",
        PublicationMode.AFTER_CLOSE: "Comments are shown after it closes, as they are checked.",
        PublicationMode.NEVER: "Comments are not shown; all of them are counted.",
    }[consultation.publication_mode]
    is_closed = stage == Stage.CLOSED
    state, words = ("now", "Now") if is_closed else ("promised", "As they arrive")
    return Step(state, "The Board reads every comment", words, text=text, key="read")


def _reply(consultation, stage, now, outcome_url):
    answered, promised = consultation.answered_at, consultation.reply_by
    if stage == Stage.ANSWERED:
        day = timezone.localdate(answered)
        return Step(
            "done",
            "The council answered",
            wording.day_in_words(day),
            day.isoformat(),
            _kept(promised, day),
            outcome_url,
            key="reply",
        )
    if not promised:
        return None
    text = "The Board writes what was said; the council writes what it will do."
    return _promised("The council answers", promised, text, now, key="reply")


def _kept(promised: date | None, day: date) -> str:
    if not promised:
        return ""
    words = wording.day_in_words(promised)
    return f"In time: promised by {words}." if day <= promised else f"Late: promised by {words}."


def _decision(consultation, stage, now):
    day, who = consultation.decision_on, consultation.decision_maker
    if not day:
        return None
    text = f"{who}." if who else ""
    if stage == Stage.ANSWERED and day <= timezone.localdate(now):
        words = wording.day_in_words(day)
        return Step("done", "The decision was taken", words, day.isoformat(), text, key="decision")
    return _promised("The decision is taken", day, text, now, key="decision")


def _promised(label, day, text, now, *, key):
    if day < timezone.localdate(now):
        text = f"This date has passed and nothing is on record yet. {text}".strip()
    return Step("promised", label, wording.day_in_words(day), day.isoformat(), text, key=key)
