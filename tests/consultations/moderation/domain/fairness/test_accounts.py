"""Reports by readers, and the account to the public."""

import datetime as dt

import pytest

from consultations.analysis.domain.reconciling import reconcile
from consultations.moderation.domain import deciding, reporting
from consultations.moderation.domain.names import hide_name
from consultations.moderation.domain.tallying import account_of
from consultations.moderation.enums import (
    Reason,
    ReportKind,
    ReportOutcome,
    ReviewStatus,
)
from consultations.moderation.models import Review
from consultations.responses.enums import Publish
from tests.consultations.moderation.domain.fairness.steps import (
    LONDON,
    hide,
    hold,
    review_made,
    status_of,
)
from tests.factories.consultations import make_response, passages_of

pytestmark = pytest.mark.django_db


class TestAReport:
    @pytest.mark.parametrize(
        ("came", "due"),
        [
            ((2026, 9, 1, 15), (2026, 9, 3, 15)),  # a Tuesday
            ((2026, 9, 3, 15), (2026, 9, 7, 15)),  # over a weekend
            ((2026, 9, 5, 15), (2026, 9, 9, 0)),  # on a Saturday: it begins on Monday
            ((2026, 8, 28, 15), (2026, 9, 2, 15)),  # over a bank holiday
        ],
    )
    def test_has_48_hours_without_weekends_and_bank_holidays(self, came, due):
        moment = dt.datetime(*came, tzinfo=LONDON)

        assert reporting.in_two_working_days(moment) == dt.datetime(*due, tzinfo=LONDON)

    def test_can_take_a_comment_down_and_keeps_nobodys_name(
        self, draft, review, board_member, second_member, now
    ):
        deciding.publish(review_ids=[review.pk], by=board_member, at=now)
        made = reporting.report(
            review=review, kind=ReportKind.REPORT, text="A name.", at=now, name="X", email="x@y.org"
        )
        assert (made.name, made.email) == ("", "")

        reporting.close(
            report_id=made.pk, outcome=ReportOutcome.LOOKED_AT_AGAIN, by=second_member, at=now
        )

        assert status_of(review) == ReviewStatus.WAITING
        assert list(reporting.reports_for(second_member)) == []
        assert reconcile(draft.consultation).faults == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_account_names_every_comment_in_eight_queries(
    draft, board_member, second_member, now, count, django_assert_num_queries
):
    passages = passages_of(draft)
    for passage in passages[:count]:
        hide(review_made(passage), board_member, now)
    hold(review_made(passages[3]), board_member, second_member, now)
    named = make_response(passages[4], name="Amina", publish=Publish.WITH_NAME)
    published = Review.objects.get(comment__response=named)
    deciding.publish(review_ids=[published.pk], by=board_member, at=now)
    hide_name(review_id=published.pk, reason=Reason.ABUSE, by=board_member, at=now)
    review_made(passages[5])

    consultation = draft.consultation

    with django_assert_num_queries(8):
        account = account_of(consultation)

    assert account.received == account.parts == count + 3
    assert (account.with_hidden_words, account.as_sent, account.held) == (count, 1, 1)
    assert (account.waiting, account.names_hidden, account.not_responses) == (1, 1, 0)
    assert account.hidden_by_reason == [("Somebody else’s personal details", count)]
    assert account.held_by_reason == [("Abusive language at a person", 1)]
    assert (account.median_wait, account.longest_of_95) == (0, 0)
