"""A private comment in which somebody may be at risk: who reads it, what comes of it, who never
sees it, and that it stays where its author wished it."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from consultations.moderation.domain.queue import visible_to, waiting_for
from consultations.moderation.domain.safety import (
    NeedsSomebody,
    NotToBeRead,
    close_safety_reading,
    safety_readings_for,
)
from consultations.moderation.domain.waiting import due_at
from consultations.moderation.enums import Concern, ReviewStatus, SafetyOutcome
from consultations.moderation.models import Review, Route, SafetyReading
from consultations.responses.domain.withdrawing import withdraw
from consultations.responses.enums import Publish
from consultations.responses.models import Response
from people.models import Interest
from records.models import LogEntry
from tests.factories.channels import attach
from tests.factories.consultations import make_response, passages_of
from tests.factories.people import make_organisation

pytestmark = pytest.mark.django_db

AT_RISK = "I feel suicidal since Zanzibarine closed."
THREAT = "I will kill the councillor who wrote this."
HARMLESS = "Keep the library open."


@pytest.fixture
def passages(usual_draft):
    return passages_of(usual_draft)


def sent(*passages, text=AT_RISK, publish=Publish.NO, **said):
    return make_response(*passages, text=text, publish=publish, **said)


def ids(user):
    return list(safety_readings_for(user).values_list("pk", flat=True))


@pytest.mark.parametrize(
    ("text", "publish", "is_read"),
    [
        (AT_RISK, Publish.NO, True),
        (THREAT, Publish.NO, True),
        (HARMLESS, Publish.NO, False),
        (AT_RISK, Publish.WITHOUT_NAME, False),
    ],
)
def test_only_a_private_comment_with_such_a_flag_waits_for_a_safety_reading(
    passages, text, publish, is_read
):
    review = Review.objects.get(comment__response=sent(passages[0], text=text, publish=publish))

    reading = SafetyReading.objects.filter(review=review).first()
    assert (reading is not None) is is_read
    if is_read:
        assert review.status == ReviewStatus.NOT_FOR_PUBLICATION
        assert reading.due_at == due_at(review.received_at, 0)


def test_only_those_whom_the_route_names_see_it(
    passages, chair, board_member, officer, administrator, stranger
):
    sent(passages[0])

    assert len(ids(chair)) == 1
    for user in (board_member, officer, administrator, stranger):
        assert ids(user) == []
    for user in (chair, board_member, administrator):
        assert not visible_to(user).exists()
        assert not waiting_for(user, everybody=True).exists()


def test_the_chairs_read_it_where_no_route_names_anybody(passages, chair, board_member):
    Route.objects.filter(concern=Concern.SAFEGUARDING).update(is_on=False)

    sent(passages[0])

    assert len(ids(chair)) == 1
    assert ids(board_member) == []


def test_another_named_step_keeps_the_chair_out(passages, chair, board_member):
    workflow = Route.objects.get(concern=Concern.SAFEGUARDING).workflow
    group = workflow.workflow_tasks.get().task.specific.groups
    group.set(board_member.groups.all())

    sent(passages[0])

    assert ids(chair) == []
    assert len(ids(board_member)) == 1


def test_nobody_without_a_seat_or_with_an_interest_sees_it(passages, chair):
    response = sent(passages[0], organisation="Riverside Carers")
    assert len(ids(chair)) == 1

    Interest.objects.create(
        user=chair,
        organisation=response.organisation or make_organisation(),
        kind="works",
        declared_on=timezone.localdate(),
    )
    assert ids(chair) == []

    Interest.objects.all().delete()
    chair.board_memberships.update(undertaking_signed_on=None)
    assert ids(chair) == []


@pytest.mark.parametrize("outcome", SafetyOutcome)
def test_closing_it_is_logged_and_changes_no_count_and_no_status(passages, chair, outcome):
    sent(passages[0])
    (pk,) = ids(chair)
    counted = Response.objects.counted().count()

    reading = close_safety_reading(
        reading_id=pk,
        outcome=outcome,
        by=chair,
        at=timezone.now(),
        passed_to="Children’s  services",
    )

    assert ids(chair) == []
    assert reading.review.status == ReviewStatus.NOT_FOR_PUBLICATION
    assert Response.objects.counted().count() == counted
    assert not reading.review.decisions.exists()
    entry = LogEntry.objects.get(action=f"safety.{outcome}")
    assert (entry.subject, entry.by) == (f"comment:{reading.review.comment_id}", chair)
    is_passed_on = outcome == SafetyOutcome.PASSED_ON
    assert reading.passed_to == ("Children’s services" if is_passed_on else "")
    with pytest.raises(NotToBeRead):
        close_safety_reading(
            reading_id=pk, outcome=outcome, by=chair, at=timezone.now(), passed_to="Somebody"
        )


def test_it_cannot_be_closed_by_others_or_passed_on_to_nobody(passages, chair, board_member):
    sent(passages[0])
    (pk,) = ids(chair)
    now = timezone.now()

    with pytest.raises(NotToBeRead):
        close_safety_reading(reading_id=pk, outcome="seen", by=board_member, at=now)
    with pytest.raises(NeedsSomebody):
        close_safety_reading(reading_id=pk, outcome="passed_on", by=chair, at=now, passed_to="  ")
    with pytest.raises(IntegrityError), transaction.atomic():
        SafetyReading.objects.filter(pk=pk).update(outcome="seen")
    assert ids(chair) == [pk]


def test_what_its_author_took_back_is_gone(passages, chair):
    response = sent(passages[0])
    withdraw(response=response, at=timezone.now())

    assert ids(chair) == []


class TestPage:
    def test_what_came_as_evidence_can_be_had_by_the_same_people(
        self, passages, chair, board_member, signed_in, usual_draft
    ):
        response = sent(passages[0])
        file = attach(usual_draft, response.idempotency_key)
        address = f"/admin/board/file/{file.pk}/"

        page = signed_in(chair).get("/admin/board/at-risk/").content.decode()

        assert address in page
        assert signed_in(chair).get(address).status_code == 200
        assert signed_in(board_member).get(address).status_code == 404
        (pk,) = ids(chair)
        close_safety_reading(reading_id=pk, outcome="seen", by=chair, at=timezone.now())
        assert signed_in(chair).get(address).status_code == 404

    def test_the_named_person_reads_and_notes_it(self, passages, chair, signed_in):
        sent(passages[0])
        browser = signed_in(chair)
        (pk,) = ids(chair)

        assert "/admin/board/at-risk/" in browser.get("/admin/board/").content.decode()
        assert "Zanzibarine" in browser.get("/admin/board/at-risk/").content.decode()
        refused = browser.post(f"/admin/board/at-risk/{pk}/", {f"{pk}-outcome": "passed_on"})
        assert refused.status_code == 422
        assert "Say to whom it was passed on." in refused.content.decode()
        said = {f"{pk}-outcome": "passed_on", f"{pk}-passed_to": "Duty desk"}
        done = browser.post(f"/admin/board/at-risk/{pk}/", said, follow=True)

        assert "Noted." in done.content.decode()
        assert "Zanzibarine" not in done.content.decode()
        assert SafetyReading.objects.get(pk=pk).passed_to == "Duty desk"

    def test_nobody_else_is_shown_a_word_or_may_note_anything(
        self, passages, signed_in, board_member, officer, administrator, client
    ):
        sent(passages[0])
        reading = SafetyReading.objects.get()
        review = reading.review_id
        browsers = [client, *map(signed_in, (board_member, officer, administrator))]

        for browser in browsers:
            for address in (
                "/admin/board/",
                "/admin/board/at-risk/",
                f"/admin/board/{review}/",
                "/admin/board/clean/",
                "/admin/board/decided/",
                passages[0].section.url,
            ):
                assert b"Zanzibarine" not in browser.get(address).content, address
            said = {f"{reading.pk}-outcome": "seen"}
            browser.post(f"/admin/board/at-risk/{reading.pk}/", said)
        reading.refresh_from_db()
        assert reading.outcome == ""

    def test_three_cost_as_many_queries_as_one(
        self, passages, chair, signed_in, django_assert_max_num_queries, django_assert_num_queries
    ):
        sent(passages[0])
        browser = signed_in(chair)
        browser.get("/admin/board/at-risk/")
        with django_assert_max_num_queries(60) as one:
            browser.get("/admin/board/at-risk/")
        sent(passages[1], passages[2])
        with django_assert_num_queries(len(one)):
            browser.get("/admin/board/at-risk/")
