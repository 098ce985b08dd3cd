"""One comment as the Board reads it: the words, the passage and the questions, without identity."""

from dataclasses import dataclass

from django.db.models import Prefetch

from consultations.drafts.models import DraftPage, SectionPage
from consultations.models import ConsultationPage
from consultations.moderation.enums import OF_TWO_PEOPLE
from consultations.moderation.models import ModerationDecision, Review
from consultations.responses.domain.said import answers_by_comment
from consultations.responses.domain.written import shown_value
from consultations.responses.enums import Capacity, Publish, QuestionKind

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
    "comment__response__publish",
    "comment__response__organisation__name",
)


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


def cards(reviews):
    """These reviews as cards, in six queries whatever their number."""
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
    return [_card(review, answers.get(review.comment_id, [])) for review in rows]


def _card(review, answers):
    comment = review.comment
    stances = [a["text"] for a in answers if a["kind"] == QuestionKind.STANCE]
    holds = [
        d for d in review.decisions.all() if d.kind in OF_TWO_PEOPLE and d.second_by_id is None
    ]
    return Card(
        review=review,
        place_label=comment.place_label,
        quoted_text=comment.quoted_text,
        respondent=_respondent(comment.response),
        publish=Publish(comment.response.publish).label,
        stance=shown_value(QuestionKind.STANCE, stances[0]) if stances else "",
        answers=[answer for answer in answers if answer["kind"] != QuestionKind.STANCE],
        proposal=holds[0] if holds and review.status == "hold_proposed" else None,
    )


def _respondent(response):
    if response.capacity == Capacity.GROUP:
        return response.organisation.name
    return "A resident"
