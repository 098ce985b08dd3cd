"""Asking without a draft: the question itself is answered, shown, counted and replied to."""

import datetime as dt

import pytest
from django.utils import timezone

from consultations.analysis.domain.reconciling import reconcile
from consultations.domain.stages import record_answered
from consultations.models import ConsultationPage
from consultations.outcomes.enums import Part
from consultations.outcomes.models import SignOff
from tests.factories.consultations import DAY, make_consultation, make_questionnaire
from tests.factories.outcomes import make_outcome
from tests.factories.people import make_user
from tests.journeys.responding import answer_as_oneself, follow, heading, press, write

TITLE = "Which two evenings?"


@pytest.mark.parametrize("closes_in", [5, None], ids=["with a closing date", "standing"])
def test_a_question_without_a_draft_is_answered_shown_counted_and_replied_to(
    open_page, sign_in, board_member, closes_in
):
    make_questionnaire()
    closes_at = timezone.now() + closes_in * DAY if closes_in else None
    consultation = make_consultation(
        slug="evenings", title=TITLE, closes_at=closes_at, show_counts=True
    )
    resident = open_page()
    resident.goto("/consultations/")
    follow(resident, TITLE)
    assert resident.get_by_role("heading", name="The draft").count() == 0
    follow(resident, "Say what you think")
    assert heading(resident) == "What do you think of the consultation as a whole?"
    write(resident, "Tuesday and Thursday.", stance="Agree")
    answer_as_oneself(resident)
    press(resident, "Send my response")
    assert heading(resident) == "We have your response."
    assert "None" not in resident.locator("main").inner_text()

    member = open_page()
    sign_in(member, board_member)
    follow(member, "Read one by one")
    press(member, "Publish")

    resident.goto(consultation.url)
    follow(resident, "Read what people said")
    shown = resident.locator("main").inner_text()
    assert "Tuesday and Thursday." in shown
    assert "On the consultation as a whole" in shown
    assert "1 of 1 agree" in shown
    assert "None" not in shown
    assert reconcile(consultation).faults == []

    answer(consultation)
    resident.goto(consultation.url)
    assert "None" not in resident.locator("main").inner_text()
    assert resident.get_by_text("Open for comments").count() == 0
    follow(resident, "Read what came of it")
    assert heading(resident) == "We asked, you said, we did"
    resident.goto("/consultations/?stage=answered")
    assert resident.get_by_role("link", name=TITLE).count() == 1


def answer(consultation):
    """As it stands a week later: closed, signed off by two people, and public."""
    if consultation.closes_at:
        # Time has passed; nobody has moved a date, which the page would ask a reason for.
        ConsultationPage.objects.filter(pk=consultation.pk).update(
            opens_at=consultation.opens_at - 30 * DAY, closes_at=timezone.now() - DAY
        )
    page = ConsultationPage.objects.get(pk=consultation.pk)
    outcome = make_outcome(page, decided_on=dt.date.today())
    for part in Part:
        SignOff.objects.create(
            outcome=outcome,
            part=part,
            by=make_user(f"signs-for-{part}"),
            at=timezone.now(),
            wording_hash=outcome.wording_hash,
        )
    outcome.get_latest_revision().publish()
    page.refresh_from_db()
    if page.answered_at is None:
        record_answered(consultation=page, at=timezone.now())
