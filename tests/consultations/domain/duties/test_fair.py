"""Each duty, missing: publishing is refused; a reason on record lets it through and is public."""

import datetime as dt

import pytest
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import Collection

from consultations.domain.duties import State, overriding, registered, standings, unmet
from consultations.domain.duties.registry import codes
from consultations.domain.publishing import DutiesNotMet
from consultations.enums import Scale
from consultations.models import ConsultationPage, DutyOverride, Election
from tests.factories.consultations import DAY, make_consultation
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db

SECOND = dt.timedelta(seconds=1)
WEEK = 7 * DAY
OPENS = timezone.make_aware(dt.datetime(2027, 6, 7, 9))
CLOSES = timezone.make_aware(dt.datetime(2027, 8, 30, 9))
REASON = "The government has set the date, and it cannot be moved."

LACKING = {
    "decision_maker": [{"decision_maker": None}, {"decision_on": None}],
    "decision_after": [{"decision_on": dt.date(2027, 8, 30)}],
    "open_points": [{"open_to_change": " \n "}],
    "reasons": [{"why_proposed": ""}, {"why_proposed": "<p> </p>"}],
    "options": [{"rejected_options": ""}, {"rejected_options": "None."}],
    "twelve_weeks": [
        {"closes_at": CLOSES - SECOND},
        {"closes_at": OPENS + 4 * WEEK},
        {"closes_at": CLOSES - SECOND, "short_because": "No time."},
    ],
    "four_weeks": [
        {"closes_at": OPENS + 4 * WEEK - SECOND},
        {"closes_at": OPENS + 2 * WEEK, "compact_applies": False},
        {"closes_at": OPENS + 2 * WEEK, "short_because": REASON},
    ],
    "equality": [
        {"equality_screened_on": None},
        {"equality_screened_by": ""},
        {"equality_summary": ""},
    ],
    "contact": [{"contact_email": ""}, {"other_ways": "<p></p>"}],
    "counting_rules": [{"late_rule": ""}, {"petition_rule": " "}],
    "stakeholders": [{"may_cut": True, "cut_on": dt.date(2028, 6, 1)}],
    "reply_date": [{"reply_by": None}, {"reply_by": dt.date(2027, 11, 23)}],
}
CASES = [(code, fields) for code, cases in LACKING.items() for fields in cases]
ENOUGH = [
    {},
    {"closes_at": None},
    {"closes_at": CLOSES - SECOND, "short_because": REASON},
    {"closes_at": OPENS + 4 * WEEK, "short_because": REASON},
    {"closes_at": OPENS + 4 * WEEK, "compact_applies": False},
    {"decision_on": dt.date(2027, 8, 31)},
    {"rejected_options": "None, because the law leaves only this."},
    {"reply_by": dt.date(2027, 11, 22)},
    {"equality_summary": "", "equality_link": "https://example.org/screening"},
    {"contact_email": "", "contact_phone": "01632 960 440"},
]


@pytest.fixture
def second_officer(officer):
    return make_user("second-officer", "Engagement officers")


def draft(**fields):
    return make_consultation(**{"opens_at": OPENS, "closes_at": CLOSES, "live": False, **fields})


def go_live(page):
    page.save_revision().publish()


def is_live(page):
    return ConsultationPage.objects.get(pk=page.pk).live


@pytest.mark.parametrize("fields", ENOUGH)
def test_a_consultation_that_meets_every_duty_is_published(fields):
    page = draft(**fields)

    go_live(page)

    assert is_live(page)


@pytest.mark.parametrize(("code", "fields"), CASES)
def test_publishing_is_refused_where_a_duty_is_missing(code, fields):
    page = draft(**fields)

    with pytest.raises(DutiesNotMet) as refusal:
        go_live(page)

    assert codes(refusal.value.unmet) == {code}
    assert str(refusal.value).endswith(refusal.value.unmet[0].judgement.sentence)
    assert not is_live(page)


@pytest.mark.parametrize(
    ("code", "fields"), [case for case in CASES if case[0] != "decision_after"]
)
def test_a_reason_lets_it_through_and_is_read_on_its_page(
    code, fields, officer, second_officer, resident
):
    page, now = draft(slug="short", **fields), timezone.now()
    row = overriding.override(consultation=page, code=code, reason=REASON, by=officer, at=now)
    if code == "four_weeks":
        with pytest.raises(DutiesNotMet):
            go_live(page)
        overriding.confirm(override_id=row.pk, consultation=page, by=second_officer, at=now)

    go_live(page)

    text = resident.get("/consultations/short/").content.decode()
    admitted = next(duty.admitted for duty in registered() if duty.code == code)
    assert f"<b>{admitted}, because:</b> {REASON}" in text
    assert "Recorded by Officer on " in text
    assert ("agreed by Second officer." in text) is (code == "four_weeks")


def test_no_reason_will_do_for_a_decision_before_closing(officer):
    page = draft(decision_on=dt.date(2027, 8, 1))

    with pytest.raises(overriding.NothingMissing):
        overriding.override(
            consultation=page, code="decision_after", reason=REASON, by=officer, at=timezone.now()
        )


def test_the_scale_decides_what_blocks():
    bare = {
        "decision_maker": None,
        "decision_on": None,
        "why_proposed": "",
        "rejected_options": "",
        "equality_screened_on": None,
        "reply_by": None,
        "closes_at": OPENS + WEEK,
    }
    by_scale = {scale: codes(unmet(draft(scale=scale, **bare), now=OPENS)) for scale in Scale}

    assert by_scale[Scale.CONVERSATION] == set()
    assert by_scale[Scale.CONSULTATION] == by_scale[Scale.STATUTORY]
    assert by_scale[Scale.STATUTORY] == {
        *("decision_maker", "reasons", "options", "four_weeks", "equality", "reply_date")
    }
    assert codes(unmet(draft(scale=Scale.CONVERSATION, other_ways=""), now=OPENS)) == {"contact"}


def test_a_screening_may_be_a_document():
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    document = Document.objects.create(title="Screening", file="documents/screening.pdf")

    go_live(draft(equality_summary="", equality_document=document))


@pytest.mark.parametrize(
    ("opens_on", "scale", "is_refused"),
    [
        (dt.date(2027, 3, 30), Scale.CONSULTATION, False),
        (dt.date(2027, 3, 31), Scale.CONSULTATION, True),
        (dt.date(2027, 5, 6), Scale.CONSULTATION, True),
        (dt.date(2027, 5, 7), Scale.CONSULTATION, False),
        (dt.date(2027, 4, 20), Scale.STATUTORY, False),
        (dt.date(2027, 4, 20), Scale.CONVERSATION, False),
    ],
)
def test_nothing_opens_just_before_an_election(opens_on, scale, is_refused):
    """25 working days before 6 May 2027 is 31 March: one bank holiday lies between."""
    Election.objects.create(name="Local elections", polling_day=dt.date(2027, 5, 6))
    opens_at = timezone.make_aware(dt.datetime.combine(opens_on, dt.time(9)))
    page = draft(opens_at=opens_at, closes_at=opens_at + 13 * WEEK, scale=scale)

    assert codes(unmet(page, now=opens_at)) == ({"election"} if is_refused else set())


def test_a_quiet_time_that_was_announced_goes_before_the_reckoned_one():
    election = Election(polling_day=dt.date(2027, 5, 6), begins_on=dt.date(2027, 3, 1))

    assert election.quiet_from == dt.date(2027, 3, 1)


def test_holidays_are_advice_and_never_in_the_way():
    page = draft()
    [advice] = [each for each in standings(page, now=OPENS) if each.duty.code == "holidays"]

    assert (advice.state, advice.is_unmet) == (State.ADVICE, False)
    assert advice.judgement.sentence == (
        "It takes in August. Consider closing 10 working days later."
    )


def test_a_sample_owes_nothing():
    page = draft(decision_maker=None, closes_at=OPENS + WEEK, is_sample=True)

    go_live(page)

    assert is_live(page)


def test_a_late_reply_is_explained_in_public(officer, resident):
    now = timezone.now()
    page = make_consultation(
        slug="late",
        opens_at=now - 200 * DAY,
        closes_at=now - 80 * DAY,
        reply_by=timezone.localdate(now) - 3 * DAY,
        decision_on=timezone.localdate(now) + 3 * DAY,
    )
    overdue = resident.get("/consultations/late/").content.decode()
    overriding.override(
        consultation=page,
        code="reply_late",
        reason="Two of the three people who read the comments are ill.",
        by=officer,
        at=now,
    )

    text = resident.get("/consultations/late/").content.decode()

    assert "It is 3 days late." in overdue
    assert '<span class="promise__state promise__state--overdue">Overdue</span>' in overdue
    assert "The reply is late, because:" not in overdue
    assert "The reply is late, because:</b> Two of the three people" in text


def test_a_duty_takes_one_query_more_however_many_reasons_there_are(
    officer, django_assert_num_queries
):
    page = draft(decision_maker=None, why_proposed="", rejected_options="")
    for code in ("decision_maker", "reasons", "options"):
        DutyOverride.objects.create(
            consultation=page, duty=code, reason=REASON, by=officer, at=timezone.now()
        )
    page = ConsultationPage.objects.get(pk=page.pk)

    with django_assert_num_queries(5):  # reasons, elections, and three for the forms
        standings(page, now=OPENS)
