"""Publishing a comment with some of its words hidden. One person may; a second looks at it later.

Only the least is hidden: what would leave nothing to read is a hold, and takes two people.
"""

import re

from django.db import transaction

from consultations.moderation.domain.deciding import announce, lock, write
from consultations.moderation.domain.redacting import Hidden, fingerprint_of
from consultations.moderation.domain.untold import note_untold
from consultations.moderation.domain.workflow_rows import advance
from consultations.moderation.enums import DecisionKind, Reason, ReviewStatus
from consultations.moderation.models import Redaction, Review
from consultations.responses.domain.said import answers_by_comment
from consultations.responses.enums import QuestionKind

SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+[\"’”')\]]*|(?=\n)|$)")
A_WORD = re.compile(r"\w")


class NothingHidden(Exception):
    """No range was given: it is published as it was sent, or not by this road."""


class HidesEverything(Exception):
    """Nothing would be left to read, which is a hold."""


class NotInTheText(Exception):
    """A range that lies outside the text, or two that overlap."""


@transaction.atomic
def publish_with_hidden_words(*, review_id, hidden, by, at):
    """Publish one comment with these ranges hidden, or move it to its workflow's next task.

    `hidden` holds `Hidden` ranges. Raises NotYours, AlreadyDecided, NothingHidden, NotInTheText,
    HidesEverything; ValueError for a reason that is none. Returns whether it is public now.
    """
    (review,) = lock([review_id], by=by, statuses=[ReviewStatus.WAITING])
    texts = texts_of(review.comment_id)
    hidden = _checked(hidden, texts)
    finished = advance([review], by=by, at=at)
    Review.objects.filter(pk__in=[review.pk for review in finished]).update(
        status=ReviewStatus.PUBLISHED, live=True, decided_at=at
    )
    (decision,) = write(
        [review], kind=DecisionKind.PUBLISH_HIDDEN, by=by, at=at, reason=hidden[0].reason
    )
    Redaction.objects.standing().filter(comment=review.comment_id).update(lifted_at=at)
    Redaction.objects.bulk_create(
        Redaction(
            decision=decision,
            comment_id=review.comment_id,
            answer_id=words.answer_id,
            start=words.start,
            end=words.end,
            reason=words.reason,
            fingerprint=fingerprint_of(texts[words.answer_id]),
        )
        for words in hidden
    )
    announce(shown=finished, at=at)
    if finished:
        note_untold([review.comment], at=at)
    return bool(finished)


def texts_of(comment_id):
    """The texts of one comment in which words can be hidden, by answer, in their order."""
    return {answer["id"]: answer["text"] for answer in hideable(comment_id)}


def hideable(comment_id):
    answers = answers_by_comment([comment_id], for_public=True).get(comment_id, [])
    return [answer for answer in answers if answer["kind"] != QuestionKind.STANCE]


def find_words(words, texts, *, reason):
    """Each place at which these words stand, in any case and with any space between them."""
    parts = [re.escape(part) for part in words.split()]
    if not parts:
        return []
    pattern = re.compile(r"\s+".join(parts), re.I)
    return [
        Hidden(answer_id, match.start(), match.end(), reason)
        for answer_id, text in texts.items()
        for match in pattern.finditer(text)
    ]


def sentences(text):
    """(start, end) of each sentence, in order, without the space around it."""
    found = []
    for match in SENTENCE.finditer(text):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        if words.strip():
            found.append((start, start + len(words.strip())))
    return found


def joined(hidden):
    """These ranges in order, those that overlap made one; the first one's reason stands."""
    result = []
    for words in sorted(hidden):
        last = result[-1] if result else None
        if last and last.answer_id == words.answer_id and words.start < last.end:
            end = max(last.end, words.end)
            result[-1] = Hidden(last.answer_id, last.start, end, last.reason)
        else:
            result.append(words)
    return result


def hides_everything(hidden, texts):
    """Whether no word of any text would be left."""
    left = dict(texts)
    for words in sorted(hidden, reverse=True):
        text = left[words.answer_id]
        left[words.answer_id] = text[: words.start] + text[words.end :]
    return not any(A_WORD.search(text) for text in left.values())


def _checked(hidden, texts):
    hidden = sorted(hidden)
    if not hidden:
        raise NothingHidden
    before = None
    for words in hidden:
        Reason(words.reason)
        fits = 0 <= words.start < words.end <= len(texts.get(words.answer_id, ""))
        overlaps = before and before.answer_id == words.answer_id and words.start < before.end
        if not fits or overlaps:
            raise NotInTheText
        before = words
    if hides_everything(hidden, texts):
        raise HidesEverything
    return hidden
