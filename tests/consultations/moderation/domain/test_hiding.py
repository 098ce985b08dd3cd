"""Words are hidden as ranges over an original that stays; every output changes at once."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from consultations.analysis.domain.reconciling import recount
from consultations.analysis.domain.voices import published_comments, voices
from consultations.moderation.domain import deciding, hiding
from consultations.moderation.domain.hiding import find_words, publish_with_hidden_words, texts_of
from consultations.moderation.domain.redacting import Hidden, public_answers
from consultations.moderation.enums import DecisionKind, Reason, ReviewStatus
from consultations.moderation.models import ModerationDecision, Redaction, Review
from consultations.responses.models import Answer
from tests.factories.consultations import make_response, passages_of

pytestmark = pytest.mark.django_db

TEXT = "Ask Rita Bell.\nShe knows, says rita  bell, how it is done. It works."


@pytest.fixture
def draft(usual_draft):
    return usual_draft


def review_of(response):
    return Review.objects.get(comment__response=response)


def hide(review, words, by, *, reason=Reason.PERSONAL_OTHER):
    hidden = find_words(words, texts_of(review.comment_id), reason=reason)
    return publish_with_hidden_words(review_id=review.pk, hidden=hidden, by=by, at=timezone.now())


def shown(review):
    (voice,) = voices(published_comments(review.consultation))
    return voice.answers[0]["text"]


def test_hidden_words_stand_nowhere_and_the_original_stays(draft, board_member):
    review = review_of(make_response(passages_of(draft)[0], text=TEXT))
    before = recount(draft.consultation)
    original = Answer.objects.get(question__kind="comment").value

    assert hide(review, "Rita Bell", board_member)

    mark = "[words hidden: somebody else’s personal details]"
    assert shown(review) == f"Ask {mark}.\nShe knows, says {mark}, how it is done. It works."
    assert Answer.objects.get(question__kind="comment").value == original
    after = {cell: n for cell, n in recount(draft.consultation).items() if cell.measure != "shown"}
    assert after == {cell: n for cell, n in before.items() if cell.measure != "shown"}


def test_looking_again_lifts_them_and_keeps_them_on_record(draft, board_member):
    review = review_of(make_response(passages_of(draft)[0], text=TEXT))
    hide(review, "Rita Bell", board_member)

    deciding.reopen(review_id=review.pk, by=board_member, at=timezone.now())
    deciding.publish(review_ids=[review.pk], by=board_member, at=timezone.now())

    assert shown(review) == TEXT
    assert Redaction.objects.count() == 2
    assert Redaction.objects.standing().count() == 0


def test_of_a_text_that_is_another_one_by_now_nothing_is_shown(draft, board_member):
    review = review_of(make_response(passages_of(draft)[0], text=TEXT))
    hide(review, "Rita Bell", board_member)

    Answer.objects.filter(question__kind="comment").update(value="Now Rita Bell comes first.")

    assert shown(review) == "[words hidden: somebody else’s personal details]"


@pytest.mark.parametrize(
    ("ranges", "refusal"),
    [
        ([], hiding.NothingHidden),
        ([(0, 900, "PD2")], hiding.NotInTheText),
        ([(5, 5, "PD2")], hiding.NotInTheText),
        ([(0, 9, "PD2"), (8, 12, "PD2")], hiding.NotInTheText),
        ([(0, len(TEXT), "PD2")], hiding.HidesEverything),
        ([(0, 3, "")], ValueError),
        ([(0, 3, "negative")], ValueError),
        ([(0, 3, "NR1")], ValueError),
    ],
)
def test_what_cannot_be_hidden_changes_nothing(draft, board_member, ranges, refusal):
    review = review_of(make_response(passages_of(draft)[0], text=TEXT))
    (answer,) = texts_of(review.comment_id)

    with pytest.raises(refusal), transaction.atomic():
        publish_with_hidden_words(
            review_id=review.pk,
            hidden=[Hidden(answer, *values) for values in ranges],
            by=board_member,
            at=timezone.now(),
        )

    review.refresh_from_db()
    assert review.status == ReviewStatus.WAITING
    assert not Redaction.objects.exists()


@pytest.mark.parametrize("kind", [DecisionKind.HOLD, DecisionKind.PUBLISH_HIDDEN])
@pytest.mark.parametrize("reason", ["", "OFF", "neg"])
def test_the_database_takes_no_decision_without_a_reason_on_the_list(
    draft, board_member, kind, reason
):
    review = review_of(make_response(passages_of(draft)[0]))

    with pytest.raises(IntegrityError), transaction.atomic():
        ModerationDecision.objects.create(
            review=review, kind=kind, reason=reason, by=board_member, at=timezone.now()
        )


@pytest.mark.parametrize("count", [1, 3])
def test_three_comments_with_hidden_words_ask_as_much_as_one(
    draft, board_member, count, django_assert_num_queries
):
    for passage in passages_of(draft)[:count]:
        hide(review_of(make_response(passage, text=TEXT)), "Rita Bell", board_member)
    comments = list(published_comments(draft.consultation))

    with django_assert_num_queries(2):
        said = public_answers(comments)

    assert len(said) == count
    assert "Rita" not in str(said)
