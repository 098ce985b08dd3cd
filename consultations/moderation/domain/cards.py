"""One comment as the Board reads it: the words, the passage and the questions, without identity."""

from dataclasses import dataclass

from django.db.models import Prefetch

from consultations.drafts.models import DraftPage, SectionPage
from consultations.models import ConsultationPage
from consultations.moderation.models import ModerationDecision, Review
from consultations.responses.domain.naming import names_shown
from consultations.responses.domain.said import answers_by_comment
from consultations.responses.domain.written import shown_value
from consultations.responses.enums import Publish, QuestionKind

SHOWN = (
    "status",
    "received_at",
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
    "comment__response__organisation__name",
)


# Shown by itself, or to officers alone.
APART = (QuestionKind.STANCE, QuestionKind.OFFICERS)


@dataclass(frozen=True)
class Card:
    """What a moderator needs, and no contact details."""

    review: Review
    place_label: str
    quoted_text: str
    respondent: str
    publish: str
    stance: str
    answers: list
    proposal: ModerationDecision | None

    @property
    def pk(self):
        return self.review.pk


def cards(reviews, *, to):
    """These reviews as cards for this person, in six queries whatever their number.

    Three more are asked where a group's name waits until coding is frozen.
    """
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
    names = names_shown([review.comment.response for review in rows], to=to)
    return [_card(review, answers.get(review.comment_id, []), names) for review in rows]


def _card(review, answers, names):
    comment = review.comment
    stances = [a["text"] for a in answers if a["kind"] == QuestionKind.STANCE]
    holds = [d for d in review.decisions.all() if d.kind == "hold" and d.second_by_id is None]
    return Card(
        review=review,
        place_label=comment.place_label,
        quoted_text=comment.quoted_text,
        respondent=names[comment.response_id],
        publish=Publish(comment.response.publish).label,
        stance=shown_value(QuestionKind.STANCE, stances[0]) if stances else "",
        answers=[answer for answer in answers if answer["kind"] not in APART],
        proposal=holds[0] if holds and review.status == "hold_proposed" else None,
    )
