"""Who may say why a duty is not met, who has to agree, and how long a reason holds."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from consultations.domain.duties import overriding, unmet
from consultations.domain.duties.registry import codes
from consultations.domain.publishing import DutiesNotMet
from consultations.models import ConsultationPage, DutyOverride
from records.models import LogEntry
from tests.factories.consultations import DAY, make_consultation
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db

WEEK = 7 * DAY
REASON = "Groups asked for an answer before they set their budgets."
NOW = timezone.make_aware(dt.datetime(2027, 3, 1, 12))


@pytest.fixture
def second_officer(officer):
    return make_user("second-officer", "Engagement officers")


@pytest.fixture
def page(officer):
    """A draft of two weeks."""
    return make_consultation(
        opens_at=NOW + 9 * WEEK, closes_at=NOW + 11 * WEEK, live=False, slug="short"
    )


def give(page, by, code="four_weeks", reason=REASON):
    return overriding.override(consultation=page, code=code, reason=reason, by=by, at=NOW)


def test_a_reason_of_one_person_waits_for_a_second(page, officer, second_officer):
    row = give(page, officer)
    assert codes(unmet(page, now=NOW)) == {"four_weeks"}

    overriding.confirm(override_id=row.pk, consultation=page, by=second_officer, at=NOW)

    assert unmet(page, now=NOW) == []
    actions = LogEntry.objects.filter(consultation_id=page.pk).values_list("action", "by", "reason")
    assert list(actions) == [
        ("duty.reason_given", officer.pk, "four_weeks"),
        ("duty.reason_confirmed", second_officer.pk, "four_weeks"),
    ]


def test_nobody_agrees_with_themselves(page, officer):
    row = give(page, officer)

    with pytest.raises(overriding.SecondPersonNeeded):
        overriding.confirm(override_id=row.pk, consultation=page, by=officer, at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        DutyOverride.objects.filter(pk=row.pk).update(second_by=officer, second_at=NOW)


@pytest.mark.parametrize("who", ["stranger", "events_editor", "board_member", "chair"])
def test_only_who_may_publish_gives_or_agrees(page, officer, who, request):
    somebody = request.getfixturevalue(who)
    row = give(page, officer)

    with pytest.raises(overriding.NotYours):
        give(page, somebody)
    with pytest.raises(overriding.NotYours):
        overriding.confirm(override_id=row.pk, consultation=page, by=somebody, at=NOW)
    with pytest.raises(overriding.NotYours):
        overriding.withdraw(override_id=row.pk, consultation=page, by=somebody, at=NOW)


def test_a_reason_has_twenty_characters(page, officer):
    with pytest.raises(overriding.TooShort):
        give(page, officer, reason=f"  {'x' * 19}  ")
    with pytest.raises(IntegrityError), transaction.atomic():
        DutyOverride.objects.create(
            consultation=page, duty="four_weeks", reason="x" * 19, by=officer, at=NOW
        )

    assert give(page, officer, reason="x" * 20).reason == "x" * 20


@pytest.mark.parametrize("code", ["reasons", "holidays", "nonsense"])
def test_there_is_no_reason_for_what_is_not_missing(page, officer, code):
    with pytest.raises(overriding.NothingMissing):
        give(page, officer, code=code)


def test_a_new_reason_takes_the_place_of_the_old_one(page, officer, second_officer):
    first = give(page, officer)
    second = give(page, second_officer)

    first.refresh_from_db()
    assert (first.withdrawn_by, first.withdrawn_at) == (second_officer, NOW)
    assert list(page.duty_overrides.standing()) == [second]
    with pytest.raises(overriding.NothingMissing):
        overriding.confirm(override_id=first.pk, consultation=page, by=second_officer, at=NOW)


def test_a_reason_of_another_consultation_is_not_found(page, officer, second_officer):
    other = make_consultation(live=False)
    row = give(page, officer)

    with pytest.raises(overriding.NothingMissing):
        overriding.confirm(override_id=row.pk, consultation=other, by=second_officer, at=NOW)


def test_a_reason_holds_for_a_longer_time_and_not_for_a_shorter_one(page, officer, second_officer):
    row = give(page, officer)
    overriding.confirm(override_id=row.pk, consultation=page, by=second_officer, at=NOW)

    page.closes_at += DAY
    longer = codes(unmet(page, now=NOW))
    page.closes_at -= 2 * DAY
    shorter = codes(unmet(page, now=NOW))

    assert (longer, shorter) == (set(), {"four_weeks"})


def test_what_a_public_page_stands_on_is_not_taken_back(page, officer, second_officer):
    row = give(page, officer)
    overriding.confirm(override_id=row.pk, consultation=page, by=second_officer, at=NOW)
    page.save_revision().publish()

    with pytest.raises(overriding.StillStandsOnIt):
        overriding.withdraw(override_id=row.pk, consultation=page, by=officer, at=NOW)

    assert page.duty_overrides.standing().get() == row


def test_a_reason_is_taken_back_once_it_is_not_needed(page, officer, second_officer):
    row = give(page, officer)
    overriding.confirm(override_id=row.pk, consultation=page, by=second_officer, at=NOW)
    page.save_revision().publish()
    page.refresh_from_db()
    page.closes_at = page.opens_at + 12 * WEEK
    page.decision_on = page.reply_by = timezone.localdate(page.closes_at + 4 * WEEK)
    page.save_revision().publish()

    overriding.withdraw(override_id=row.pk, consultation=page, by=officer, at=NOW)

    assert not page.duty_overrides.standing().exists()


def test_the_reason_on_the_page_is_recorded_with_its_author(page, officer, second_officer):
    page.closes_at = page.opens_at + 8 * WEEK
    page.reply_by = page.decision_on = timezone.localdate(page.closes_at + 4 * WEEK)
    page.short_because = REASON
    page.save_revision(user=officer).publish(user=second_officer)

    row = page.duty_overrides.get()
    assert (row.duty, row.reason, row.measure, row.by) == ("twelve_weeks", REASON, 56, officer)

    page = ConsultationPage.objects.get(pk=page.pk)
    page.short_because = "The budget is set earlier this year than in others."
    page.save_revision(user=second_officer).publish(user=second_officer)

    assert page.duty_overrides.standing().get().by == second_officer


def test_a_name_in_public_is_never_an_address(officer):
    officer.first_name = ""

    assert overriding.name_in_public(officer) == "Engagement officers"


def test_shortening_in_public_is_refused_without_a_reason(officer):
    page = make_consultation(opens_at=NOW, closes_at=NOW + 12 * WEEK)

    page.closes_at = NOW + 8 * WEEK
    with pytest.raises(DutiesNotMet) as refusal:
        page.save_revision(user=officer).publish()
    page.short_because = REASON
    page.save_revision(user=officer).publish()

    assert codes(refusal.value.unmet) == {"twelve_weeks"}
    assert ConsultationPage.objects.get(pk=page.pk).closes_at == NOW + 8 * WEEK
