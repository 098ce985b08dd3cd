"""The Board’s list of what readers reported, and how a report ends."""

import html

import pytest
from django.urls import reverse
from django.utils import timezone

from consultations.analysis.domain.reconciling import reconcile
from consultations.moderation.domain import deciding, reporting
from consultations.moderation.domain.translating import translate
from consultations.moderation.enums import ReportKind, ReportOutcome, ReviewStatus
from consultations.moderation.models import Report, Review
from consultations.responses.models import Answer
from tests.factories.consultations import make_response, passages_of

pytestmark = pytest.mark.django_db

QUERIES = 19
OWN = "You had a part in showing it, so somebody else says whether it stays."


@pytest.fixture
def report(usual_draft, board_member):
    """Of a comment that `board_member` has published."""
    return reported(passages_of(usual_draft)[0], by=board_member)


def reported(passage, *, by):
    response = make_response(passage, text="Mae angen mwy o help.")
    review = Review.objects.get(comment__response=response)
    deciding.publish(review_ids=[review.pk], by=by, at=timezone.now())
    return reporting.report(
        review=review, kind=ReportKind.REPORT, text="It names my son.", at=timezone.now()
    )


def text(answer):
    return html.unescape(" ".join(answer.content.decode().split()))


def close(browser, report, outcome):
    address = reverse("board_close_report", args=[report.pk])
    return browser.post(address, {"outcome": outcome}, follow=True)


def outcomes():
    return list(Report.objects.values_list("outcome", flat=True))


def test_whoever_showed_it_does_not_say_that_it_stays(signed_in, report, board_member):
    browser = signed_in(board_member)
    page = text(browser.get(reverse("board_reports")))

    assert OWN in page
    assert 'value="stays"' not in page
    assert OWN in text(close(browser, report, "stays"))
    assert outcomes() == [""]


def test_whoever_showed_it_may_take_it_down(signed_in, report, usual_draft, board_member):
    page = text(close(signed_in(board_member), report, "again"))

    assert "Taken down. It waits to be read again." in page
    assert report.review.__class__.objects.get().status == ReviewStatus.WAITING
    assert outcomes() == [ReportOutcome.LOOKED_AT_AGAIN]
    assert reconcile(usual_draft.consultation).adds_up


def test_somebody_else_says_that_it_stays_and_once(signed_in, report, second_member):
    browser = signed_in(second_member)
    assert OWN not in text(browser.get(reverse("board_reports")))

    assert "It stays as it is." in text(close(browser, report, "stays"))
    assert "Somebody else looked at this already." in text(close(browser, report, "again"))
    assert Review.objects.get().status == ReviewStatus.PUBLISHED
    assert outcomes() == [ReportOutcome.STAYS]
    assert "Nothing was reported" in text(browser.get(reverse("board_reports")))


@pytest.mark.parametrize("outcome", ["", "deleted", "x" * 5000, "\x00"])
def test_an_outcome_that_is_none_changes_nothing(signed_in, report, second_member, outcome):
    page = close(signed_in(second_member), report, outcome)

    assert "Choose whether it stays or is read again." in text(page)
    assert outcomes() == [""]


def test_a_translation_stands_beside_what_was_reported(signed_in, report, officer, second_member):
    answer = Answer.objects.get(value="Mae angen mwy o help.")
    translate(
        review=report.review,
        language="cy",
        translator="Sian",
        texts={answer.pk: "More help is needed."},
        seen=report.review.decisions.get().pk,
        by=officer,
        at=timezone.now(),
    )

    page = text(signed_in(second_member).get(reverse("board_reports")))

    assert "In English, translated from Welsh" in page
    assert "More help is needed." in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_as_many_queries_however_long_it_is(
    usual_draft, board_member, second_member, count, django_assert_num_queries, signed_in
):
    for passage in passages_of(usual_draft)[:count]:
        reported(passage, by=board_member)
    browser = signed_in(second_member)
    browser.get(reverse("board_reports"))

    with django_assert_num_queries(QUERIES):
        browser.get(reverse("board_reports"))
