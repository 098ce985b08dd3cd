"""Whatever people and the Board do, in whatever order, everything adds up."""

import contextlib

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consultations.analysis.domain.reconciling import reconcile, recount
from consultations.analysis.domain.voices import published_comments
from consultations.moderation.domain import appealing, deciding, names
from consultations.moderation.domain.hiding import (
    NothingHidden,
    find_words,
    publish_with_hidden_words,
    texts_of,
)
from consultations.moderation.enums import AppealOutcome, ReviewStatus
from consultations.moderation.models import Review
from consultations.responses.domain.amending import NotToBeAmended, amend
from consultations.responses.domain.withdrawing import withdraw
from consultations.responses.enums import Publish, Stance
from consultations.responses.models import Response
from tests.factories.consultations import make_published_draft, make_response, passages_of

REFUSED = (
    deciding.NotYours,
    deciding.AlreadyDecided,
    deciding.SecondPersonNeeded,
    NothingHidden,
    appealing.NothingToAppeal,
    names.NoNameToHide,
    names.NameNotHidden,
)

actions = st.lists(
    st.tuples(
        st.sampled_from(
            [
                *("send", "publish", "hide", "hold", "not_a_response", "confirm", "decline"),
                *("reopen", "appeal", "answer", "withdraw", "amend", "hide_name", "show_name"),
            ]
        ),
        st.integers(0, 5),
        st.integers(0, 2),
    ),
    min_size=5,
    max_size=25,
)


@pytest.mark.django_db
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(actions=actions)
def test_received_is_counted_and_withdrawn_after_any_actions(
    actions, board_member, second_member, chair
):
    with transaction.atomic():
        draft = make_published_draft()
        members = [board_member, second_member, chair]
        for action in actions:
            act(draft, *action, members)

        consultation = draft.consultation
        result = reconcile(consultation)
        shown = set(published_comments(consultation).values_list("pk", flat=True))
        published = Review.objects.filter(
            consultation=consultation, status=ReviewStatus.PUBLISHED
        ).values_list("comment", flat=True)
        assert result.faults == []
        assert result.received == result.counted + result.withdrawn + result.not_responses
        assert shown == set(published)
        transaction.set_rollback(True)


def changed(comment):
    """Other answers to the same questions: another stance, other words."""
    words = {"stance": "disagree", "comment": f"Changed after number {comment.pk}."}
    questions = comment.questionnaire_version.questions.all()
    return {q.key.hex: words[q.kind] for q in questions if q.kind in words}


def act(draft, action, which, who, members):
    """One action of a person or of the Board; what the rules refuse changes nothing."""
    consultation = draft.consultation
    if action == "send":
        passages = passages_of(draft)[: 1 + which % 3]
        make_response(
            *passages,
            stance=list(Stance)[which],
            publish=list(Publish)[which % 3],
            name="Amina",
        )
        return
    reviews = list(Review.objects.filter(consultation=consultation).order_by("pk"))
    if not reviews:
        return
    review = reviews[which % len(reviews)]
    if action == "withdraw":
        withdraw(response=Response.objects.get(comments=review.comment_id), at=timezone.now())
        return
    if action == "amend":
        with contextlib.suppress(NotToBeAmended):
            amend(comment=review.comment, answers=changed(review.comment), at=timezone.now())
        return
    counted = counts(consultation)
    status = review.status
    by = {"by": members[who], "at": timezone.now()}
    decide = {
        "publish": lambda: deciding.publish(review_ids=[review.pk], **by),
        "hold": lambda: deciding.propose_hold(review_id=review.pk, reason="PD2", **by),
        "confirm": lambda: deciding.confirm_hold(review_id=review.pk, **by),
        "decline": lambda: deciding.decline_hold(review_id=review.pk, **by),
        "reopen": lambda: deciding.reopen(review_id=review.pk, **by),
        "hide": lambda: hide(review, **by),
        "not_a_response": lambda: deciding.propose_not_a_response(
            review_id=review.pk, reason="NR1", **by
        ),
        "hide_name": lambda: names.hide_name(review_id=review.pk, reason="AB1", **by),
        "show_name": lambda: names.show_name(review_id=review.pk, **by),
        "appeal": lambda: appealing.appeal(comment=review.comment, text="Look.", at=by["at"]),
        "answer": lambda: answer(review, list(AppealOutcome)[which % 3], **by),
    }[action]
    with contextlib.suppress(*REFUSED), transaction.atomic():
        decide()
    # What two people find to be no response is the one thing that leaves the count.
    if ReviewStatus.NOT_A_RESPONSE not in (status, status_of(review)):
        assert counts(consultation) == counted


def counts(consultation):
    return {cell: n for cell, n in recount(consultation).items() if n and cell.measure != "shown"}


def status_of(review):
    return Review.objects.values_list("status", flat=True).get(pk=review.pk)


def hide(review, *, by, at):
    hidden = find_words("e", texts_of(review.comment_id), reason="PD2")
    publish_with_hidden_words(review_id=review.pk, hidden=hidden, by=by, at=at)


def answer(review, outcome, *, by, at):
    for asked in appealing.appeals_for(by).filter(review=review):
        appealing.decide(appeal_id=asked.pk, outcome=outcome, answer="Seen.", by=by, at=at)
