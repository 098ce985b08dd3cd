"""Comments in another language than English: an officer writes down what they say in English.

Original and translation both stand; nothing that is counted changes. How a translation keeps a
secret that the original hides: `domain.redacting.public_answers`.
"""

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from wagtail.permission_policies.pages import PagePermissionPolicy

from consultations.moderation.domain.claiming import unchanged
from consultations.moderation.enums import CLOSED_STATUSES, FlagKind
from consultations.moderation.models import Flag, Review, SafetyReading
from consultations.responses.domain.said import answers_by_comment
from consultations.responses.enums import Language, QuestionKind
from consultations.responses.models import Answer, Translation
from pages.caching import pages_changed
from records.domain.log import record

PERMISSION = "responses.add_translation"
TRANSLATED = (QuestionKind.COMMENT, QuestionKind.WORDING, QuestionKind.LINE)


class NothingTranslated(Exception):
    """No text of this comment was given in English."""


def translatable(user):
    """The comments this officer may translate, as reviews, the newest first.

    Of consultations they may edit; without those that are over for good, and those that only
    people named for it may read.
    """
    if not user.has_perm(PERMISSION):
        return Review.objects.none()
    mine = PagePermissionPolicy().instances_user_has_any_permission_for(user, {"change"})
    at_risk = SafetyReading.objects.filter(review=OuterRef("pk"))
    return (
        Review.objects.filter(~Exists(at_risk), consultation__in=mine.values("pk"))
        .exclude(status__in=CLOSED_STATUSES)
        .order_by("-received_at", "-pk")
    )


def with_translation(reviews):
    """These, each with `is_translated`."""
    done = Translation.objects.filter(answer__comment=OuterRef("comment"))
    return reviews.annotate(is_translated=Exists(done))


def in_another_language(reviews):
    """Of `with_translation`: what screening took for another language or somebody translated."""
    found = Flag.objects.filter(review=OuterRef("pk"), kind=FlagKind.LANGUAGE)
    return reviews.filter(Q(is_translated=True) | Exists(found))


def texts_to_translate(comment_id):
    """The answers of this comment that are text, as `answers_by_comment` gives them."""
    answers = answers_by_comment([comment_id]).get(comment_id, [])
    return [answer for answer in answers if answer["kind"] in TRANSLATED]


@transaction.atomic
def translate(*, review, language, translator, texts, seen, by, at):
    """Write what a comment says in English, or confirm what was written; all its texts at once.

    `texts` maps ids of answers to English; what is empty has no translation. `seen` is the last
    decision the writer saw, see `claiming.unchanged`. Raises ChangedMeanwhile, NothingTranslated,
    Answer.DoesNotExist for an answer of another comment.
    """
    texts = {pk: text.strip() for pk, text in texts.items() if text.strip()}
    if not texts:
        raise NothingTranslated
    with unchanged(review.pk, seen=seen):
        answers = Answer.objects.filter(comment=review.comment_id).in_bulk()
        if not texts.keys() <= answers.keys():
            raise Answer.DoesNotExist
        Translation.objects.filter(answer__in=answers).exclude(answer__in=texts).delete()
        for pk, text in texts.items():
            Translation.objects.update_or_create(
                answer_id=pk,
                defaults={
                    "language": Language(language),
                    "text": text,
                    "translator": translator,
                    "by": by,
                    "at": at,
                    "read_against": seen,
                },
            )
        record(
            action="comment.translated",
            subjects=[f"comment:{review.comment_id}"],
            at=at,
            consultation_id=review.consultation_id,
            by=by,
        )
    pages_changed()
