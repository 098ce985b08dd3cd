"""The public form that reports a comment, and the legal notice: over HTTP, and by bad luck or ill
will."""

import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from consultations.analysis.domain.reconciling import reconcile
from consultations.models import ConsultationPage
from consultations.moderation.domain import deciding, reporting
from consultations.moderation.enums import ReportKind, ReviewStatus
from consultations.moderation.models import Report, Review
from delivery.models import OutboxMessage
from tests.factories.consultations import make_response, passages_of

pytestmark = pytest.mark.django_db

WRONG = {"kind": "report", "text": "It names my neighbour."}
NOTICE = {
    "kind": "legal",
    "text": "The second sentence is defamatory.",
    "name": "Sol Icitor",
    "email": "sol@example.org",
}
# Three in the afternoon of the Friday before the summer bank holiday, and 48 working hours on.
FRIDAY = timezone.make_aware(dt.datetime(2026, 8, 28, 15))
WEDNESDAY = timezone.make_aware(dt.datetime(2026, 9, 2, 15))


@pytest.fixture
def review(usual_draft, board_member):
    response = make_response(passages_of(usual_draft)[0], text="Rita Bell is late.")
    review = Review.objects.get(comment__response=response)
    deciding.publish(review_ids=[review.pk], by=board_member, at=timezone.now())
    return review


def address(review):
    slug = ConsultationPage.objects.get(pk=review.consultation_id).slug
    return f"/consultations/{slug}/report/{review.comment_id}/"


def test_anybody_reports_a_comment_without_an_account(client, review):
    page = client.get(address(review))
    answer = client.post(address(review), WRONG)

    assert page.status_code == answer.status_code == 200
    made = Report.objects.get()
    assert (made.kind, made.text, made.name, made.email) == ("report", WRONG["text"], "", "")
    assert not OutboxMessage.objects.filter(dedupe_key__startswith="report-").exists()


def test_the_name_of_who_reports_is_not_kept_even_if_it_is_typed(client, review):
    client.post(address(review), {**WRONG, "name": "Nosy Parker", "email": "nosy@example.org"})

    made = Report.objects.get()
    assert (made.name, made.email) == ("", "")


def test_a_legal_notice_starts_its_clock_and_is_acknowledged(client, review):
    ConsultationPage.objects.update(opens_at=FRIDAY - dt.timedelta(days=9))
    with time_machine.travel(FRIDAY, tick=False):
        page = client.post(address(review), NOTICE).content.decode()

    made = Report.objects.get()
    assert (made.kind, made.name, made.due_at) == (ReportKind.LEGAL, "Sol Icitor", WEDNESDAY)
    assert "2 September" in page
    letter = OutboxMessage.objects.get(dedupe_key=f"report-{made.pk}-received")
    assert letter.to == "sol@example.org"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": ""}, "Choose what it is about."),
        ({"kind": "revenge"}, "revenge"),
        ({"text": ""}, "Say what is wrong, in a sentence."),
        ({"text": "a" * 4001}, "4000"),
        ({"name": ""}, "A legal notice needs the name"),
        ({"email": ""}, "A legal notice needs an address"),
        ({"email": "nowhere"}, "such as name@example.org"),
    ],
)
def test_a_mistake_is_named_and_nothing_typed_is_lost(client, review, change, said):
    sent = {**NOTICE, **change}

    answer = client.post(address(review), sent)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert all(sent[field] in page for field in ("text", "name", "email"))
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    "text",
    ["\x00", "<script>alert(1)</script>", "👩‍👩‍👧‍👦 \u202e تعليق", "a\n" * 1999, "'; drop table"],
)
def test_any_text_is_an_answer_and_no_error(client, review, text):
    answer = client.post(address(review), {**WRONG, "text": text})

    assert answer.status_code in (200, 422)
    assert "<script>alert" not in answer.content.decode()


def test_a_box_for_machines_thanks_them_and_keeps_nothing(client, review):
    answer = client.post(address(review), {**NOTICE, "website": "http://example.org"})

    assert answer.status_code == 200
    assert not Report.objects.exists()
    assert not OutboxMessage.objects.filter(dedupe_key__startswith="report-").exists()


def test_a_form_of_another_site_is_refused(review):
    browser = Client(enforce_csrf_checks=True)

    assert browser.post(address(review), WRONG).status_code == 403
    assert not Report.objects.exists()


@pytest.mark.parametrize(("most", "status", "reports"), [(2, 200, 2), (1, 429, 1)])
def test_too_many_at_once_are_slowed_down_and_keep_their_words(
    client, review, settings, most, status, reports
):
    settings.MOST_FORMS_A_MINUTE = most
    with time_machine.travel(timezone.now(), tick=False):
        client.post(address(review), WRONG)
        second = client.post(address(review), {**WRONG, "text": "And my cousin."})

    assert second.status_code == status
    assert ("And my cousin." in second.content.decode()) == (status == 429)
    assert Report.objects.count() == reports


def test_the_twenty_first_report_of_a_comment_is_thanked_for_and_adds_nothing(client, review):
    for _ in range(reporting.MOST_OPEN):
        reporting.report(review=review, kind=ReportKind.REPORT, text="It.", at=timezone.now())

    answer = client.post(address(review), WRONG)

    assert answer.status_code == 200
    assert Report.objects.count() == reporting.MOST_OPEN


@pytest.mark.parametrize("pk", [0, 999_999, 2**63 - 1, 2**63, 10**30])
def test_what_is_not_shown_has_no_such_page(client, review, pk):
    root = address(review).rpartition(f"{review.comment_id}/")[0]

    assert client.get(f"{root}{pk}/").status_code == 404


def test_what_is_typed_about_a_comment_that_goes_meanwhile_is_given_back(
    client, review, board_member
):
    deciding.reopen(review_id=review.pk, by=board_member, at=timezone.now())

    page = client.get(address(review))
    answer = client.post(address(review), WRONG)

    assert (page.status_code, answer.status_code) == (404, 404)
    assert WRONG["text"] in answer.content.decode()
    assert "Rita Bell" not in answer.content.decode()
    assert not Report.objects.exists()


def test_no_report_changes_what_is_shown_or_counted(client, review):
    before = reconcile(review.consultation)

    client.post(address(review), WRONG)
    client.post(address(review), NOTICE)

    after = reconcile(review.consultation)
    assert (before.counted, before.faults) == (after.counted, after.faults) == (1, [])
    review.refresh_from_db()
    assert review.status == ReviewStatus.PUBLISHED
