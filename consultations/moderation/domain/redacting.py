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
    """The answers of these comments as everybody may read them, by comment; in two queries.

    Words that were hidden after a translation was written may stand in it, so it is left out of
    all answers of that comment until an officer has read it against what is hidden now.
    """
    answers = answers_by_comment(comments, for_public=True)
    ranges, hidden_by = _standing(comments)
    for comment_id, said in answers.items():
        for answer in said:
            if answer["id"] in ranges:
                answer["text"] = without(answer["text"], ranges[answer["id"]])
            if answer.get("read_against", 0) < hidden_by.get(comment_id, 0):
                answer.pop("translation", None)
    return answers


def _standing(comments):
    """What is hidden in these comments now: `{answer: [(start, end, reason, fingerprint), …]}`,
    and by which decision the last of it: `{comment: id}`."""
    rows = (
        Redaction.objects.standing()
        .filter(comment__in=comments)
        .order_by("answer", "start")
        .values_list("comment", "decision", "answer", "start", "end", "reason", "fingerprint")
    )
    ranges, hidden_by = defaultdict(list), {}
    for comment_id, decision, answer, *values in rows:
        ranges[answer].append(tuple(values))
        hidden_by[comment_id] = max(decision, hidden_by.get(comment_id, 0))
    return ranges, hidden_by


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
