"""The last decisions on comments like this one, so that the same is decided alike."""

import re
from dataclasses import dataclass

from consultations.moderation.domain.queue import visible_to
from consultations.moderation.enums import DISTRESSING, ReviewStatus
from consultations.moderation.models import Flag, ModerationDecision
from consultations.responses.domain.said import answers_by_comment
from consultations.responses.enums import QuestionKind

LOOKED_AT = 150
SHOWN = 5
LONG_WORD = re.compile(r"[^\W\d_]{5,}")
# One thing found in both says more than some words that both use.
SAME_FINDING = 1.0
LIKE_ENOUGH = 0.25
FEWEST_WORDS = 3
WRITTEN = {QuestionKind.COMMENT, QuestionKind.WORDING, QuestionKind.LINE}


@dataclass(frozen=True)
class Precedent:
    decision: ModerationDecision
    excerpt: str
    likeness: float
    warns: bool = False


def precedents(card, *, user, now=None):
    """Up to five, the most like it first; in four queries.

    Like is what has the same kinds of flags, and what uses the same long words.
    """
    decided = visible_to(user, now=now).filter(
        status__in=[ReviewStatus.PUBLISHED, ReviewStatus.HELD]
    )
    latest = decided.exclude(pk=card.pk).order_by("-decided_at", "-pk")[:LOOKED_AT]
    comments = dict(latest.values_list("pk", "comment_id"))
    texts = {
        pk: _joined(answers) for pk, answers in answers_by_comment(list(comments.values())).items()
    }
    kinds = {}
    for review, kind in Flag.objects.filter(review__in=comments).values_list("review", "kind"):
        kinds.setdefault(review, set()).add(kind)
    mine = {flag.kind for flag in card.flags}, _words(_joined(card.answers))
    scored = []
    for review, comment in comments.items():
        text = texts.get(comment, "")
        likeness = _likeness(mine, (kinds.get(review, set()), _words(text)))
        if likeness >= LIKE_ENOUGH:
            scored.append((likeness, review, text))
    best = sorted(scored, reverse=True)[:SHOWN]
    decisions = _decisions([review for _, review, _ in best])
    return [
        Precedent(decisions[pk], text[:160], likeness, bool(DISTRESSING & kinds.get(pk, set())))
        for likeness, pk, text in best
        if pk in decisions
    ]


def _decisions(reviews):
    """The decision that stands on each."""
    rows = ModerationDecision.objects.filter(review__in=reviews).select_related("by")
    return {decision.review_id: decision for decision in rows.order_by("pk")}


def _likeness(mine, theirs):
    (my_kinds, my_words), (their_kinds, their_words) = mine, theirs
    shared = len(my_words & their_words)
    share = shared / min(len(my_words), len(their_words)) if shared >= FEWEST_WORDS else 0
    return SAME_FINDING * len(my_kinds & their_kinds) + share


def _joined(answers):
    return " ".join(a["text"] for a in answers if a["kind"] in WRITTEN)


def _words(text):
    return {word.lower() for word in LONG_WORD.findall(text)}
