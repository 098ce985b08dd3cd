"""The public text of a comment: its original, less the ranges that stand over it.

The one place in which it is derived. Pages, letters, feeds and data all take their words from
`public_answers`, so that a change shows in all of them at once.
"""

import hashlib
from collections import defaultdict
from dataclasses import dataclass

from consultations.moderation.domain.reasons import in_sentence
from consultations.moderation.models import Redaction
from consultations.responses.domain.said import answers_by_comment

MARK = "[words hidden: {reason}]"


@dataclass(frozen=True, order=True)
class Hidden:
    """A range of characters of one answer's shown text, half open."""

    answer_id: int
    start: int
    end: int
    reason: str


def public_answers(comments):
    """The answers of these comments as everybody may read them, by comment; in two queries."""
    answers = answers_by_comment(comments, for_public=True)
    ranges = standing_ranges(comments)
    for said in answers.values():
        for answer in said:
            if answer["id"] in ranges:
                answer["text"] = without(answer["text"], ranges[answer["id"]])
    return answers


def standing_ranges(comments):
    """What is hidden in these comments now: `{answer: [(start, end, reason, fingerprint), …]}`."""
    rows = (
        Redaction.objects.standing()
        .filter(comment__in=comments)
        .order_by("answer", "start")
        .values_list("answer", "start", "end", "reason", "fingerprint")
    )
    ranges = defaultdict(list)
    for answer, *values in rows:
        ranges[answer].append(tuple(values))
    return ranges


def without(text, ranges):
    """This text with a mark in the place of each range.

    All of it is hidden where it is not the text that the ranges were made over.
    """
    if any(fingerprint != fingerprint_of(text) for *_, fingerprint in ranges):
        return mark(ranges[0][2])
    parts, upto = [], 0
    for start, end, reason, _ in sorted(ranges):
        parts += [text[upto:start], mark(reason)]
        upto = end
    return "".join([*parts, text[upto:]])


def mark(reason):
    return MARK.format(reason=in_sentence(reason))


def fingerprint_of(text):
    return hashlib.sha256(text.encode()).hexdigest()[:16]
