"""One comment as the Board reads it: the words, the passage and the questions, without identity."""

from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth import get_user_model
from django.db.models import Prefetch
from django.utils import timezone

from consultations.drafts.models import DraftPage, SectionPage
from consultations.models import ConsultationPage
from consultations.moderation.domain.highlighting import pieces
from consultations.moderation.domain.waiting import Wait, wait_of
from consultations.moderation.enums import OF_TWO_PEOPLE, OPEN_STATUSES, FlagKind, ReviewStatus
from consultations.moderation.models import Flag, ModerationDecision, Review
from consultations.responses.domain.naming import names_shown
from consultations.responses.domain.said import answers_by_comment
from consultations.responses.domain.signs import signs_in_words
from consultations.responses.domain.written import shown_value
from consultations.responses.enums import Publish, QuestionKind

SHOWN = (
    "status",
    "received_at",
    "due_at",
    "assigned_to",
    "claimed_by",
    "claimed_at",
    "route",
    "task",
    "consultation",
    "comment__consultation",
    "comment__draft",
    "comment__section",
    "comment__quoted_text",
    "comment__passage__number",
    "comment__response__capacity",
    "comment__response__consultation",
    "comment__response__funder_safe",
    "comment__response__publish",
    "comment__response__reference",
    "comment__response__signs",
    "comment__response__is_late",
    "comment__response__office",
    "comment__response__name_hidden_at",
    "comment__response__organisation__name",
)

# Found in a text as a whole, so that naming the words would repeat it.
WHOLE = {FlagKind.LANGUAGE}


# Shown by itself, or to officers alone.
APART = (QuestionKind.STANCE, QuestionKind.OFFICERS)


@dataclass(frozen=True)
class Card:
    """What a moderator needs, and no contact details.

    `answers` are dicts of a label, a text and its `pieces`, of which some are marked; none where
    nothing was found.
    """

    review: Review
    place_label: str
    quoted_text: str
    respondent: str
    publish: str
    stance: str
    answers: list
    proposal: ModerationDecision | None
    flags: list
    wait: Wait | None
    pile: str = ""

    @property
    def signs(self):
        """Why it looks as if a machine had sent it, in words."""
        return signs_in_words(self.review.comment.response)

    @property
    def late(self):
        """That it was sent late, in words; "" where it was not."""
        return "Begun in time, sent late" if self.review.comment.response.is_late else ""

    @property
    def tags(self):
        """What is to be known before reading, as (words, the state whose colour they have)."""
        tags = [(words, "plain") for words in (self.late, *self.signs) if words]
        if self.review.status != ReviewStatus.WAITING:
            tags.append((self.review.get_status_display(), self.review.status))
        if self.wait:
            tags.append((self.wait.words, self.wait.state))
        return tags

    @property
    def pk(self):
        return self.review.pk

    @cached_property
    def warnings(self):
        """Why it may be distressing to read, a word each; nothing where it is not."""
        return list(dict.fromkeys(f.get_kind_display() for f in self.flags if f.is_distressing))

    @cached_property
    def found(self):
        """What was found in it, as (flag, words), each reason with its words once."""
        texts = {answer["id"]: answer["text"] for answer in self.answers}
        named = {
            (flag.reason, texts.get(flag.answer_id, "")[flag.start : flag.end]): flag
            for flag in self.flags
        }
        return [(flag, "" if flag.kind in WHOLE else words) for (_, words), flag in named.items()]


def cards(reviews, *, to, now=None):
    """These reviews as cards for this person, in seven queries whatever their number.

    One more where some lie on the pile of somebody else, and a few where a group's name waits
    until coding is frozen.
    """
    now = now or timezone.now()
    rows = list(
        reviews.select_related("comment__response__organisation", "comment__passage")
        .only(*SHOWN)
        .prefetch_related(
            # Pages are shared by many comments, and the text of a whole section is never shown.
            Prefetch("consultation", ConsultationPage.objects.only("title")),
            Prefetch("comment__draft", DraftPage.objects.only("title")),
            Prefetch("comment__section", SectionPage.objects.only("title", "url_path")),
            Prefetch("decisions", ModerationDecision.objects.select_related("by", "second_by")),
        )
    )
    answers = answers_by_comment([review.comment_id for review in rows])
    flags = _flags(rows)
    names = names_shown([review.comment.response for review in rows], to=to)
    piles = _names({review.assigned_to_id for review in rows} - {None, to.pk})
    return [
        _card(
            review, answers.get(review.comment_id, []), flags.get(review.pk, []), names, piles, now
        )
        for review in rows
    ]


def _flags(reviews):
    """By review, without a manager for each of the many that have none."""
    flags = {}
    found = Flag.objects.filter(review__in=[review.pk for review in reviews])
    for flag in found.order_by("answer_id", "start", "pk"):
        flags.setdefault(flag.review_id, []).append(flag)
    return flags


def _names(users):
    """How the holders of piles are called, by id."""
    if not users:
        return {}
    return {user.pk: str(user) for user in get_user_model().objects.filter(pk__in=users)}


def _card(review, answers, flags, names, piles, now):
    comment = review.comment
    for answer in answers:
        mine = [flag for flag in flags if flag.answer_id == answer["id"]]
        answer["pieces"] = pieces(answer["text"], mine) if mine else []
    stances = [a["text"] for a in answers if a["kind"] == QuestionKind.STANCE]
    holds = [
        d for d in review.decisions.all() if d.kind in OF_TWO_PEOPLE and d.second_by_id is None
    ]
    return Card(
        review=review,
        place_label=comment.place_label,
        quoted_text=comment.quoted_text,
        respondent=names[comment.response_id],
        publish=Publish(comment.response.publish).label,
        stance=shown_value(QuestionKind.STANCE, stances[0]) if stances else "",
        answers=[answer for answer in answers if answer["kind"] not in APART],
        proposal=holds[0] if holds and review.status == "hold_proposed" else None,
        flags=flags,
        wait=wait_of(review.due_at, now=now) if review.status in OPEN_STATUSES else None,
        pile=piles.get(review.assigned_to_id, ""),
    )
