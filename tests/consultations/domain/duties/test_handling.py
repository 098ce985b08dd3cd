"""How answers are counted is said in public; a cut names whom it touches, and gives notice."""

import datetime as dt

import pytest
from django.utils import timezone

from consultations.domain.duties import unmet
from consultations.domain.duties.registry import codes
from consultations.enums import StakeholderKind
from consultations.models import ConsultationPage, Stakeholder
from tests.factories.consultations import DAY, make_consultation

pytestmark = pytest.mark.django_db

DECISION = dt.date(2027, 11, 30)


def make_cut(*, kinds=StakeholderKind, **fields):
    fields = {"may_cut": True, "decision_on": DECISION, "cut_on": dt.date(2028, 2, 29), **fields}
    page = make_consultation(slug="cut", live=False, **fields)
    page.stakeholders = [
        Stakeholder(kind=kind, who=f"Those who {kind} <it>", sort_order=n)
        for n, kind in enumerate(kinds)
    ]
    return page


def owed(page):
    return codes(unmet(page, now=timezone.now())) & {
        "counting_rules",
        "stakeholders",
        "time_before_cut",
    }


def test_a_new_consultation_says_how_answers_are_counted(resident):
    make_consultation(slug="new", petition_rule="One petition is one <response>.")

    text = resident.get("/consultations/new/").content.decode()

    assert "How answers are counted" in text
    assert "<h3>Petitions</h3><p>One petition is one &lt;response&gt;.</p>" in text
    assert "sent before 9am on the next working day" in text
    assert "Whom it touches" not in text


@pytest.mark.parametrize("name", ConsultationPage.rule_names)
def test_each_rule_is_owed(name):
    page = make_consultation(slug="new", live=False, **{name: " \n"})

    assert owed(page) == {"counting_rules"}
    assert len(page.counting_rules) == len(ConsultationPage.rule_names) - 1


@pytest.mark.parametrize("left_out", StakeholderKind)
def test_everybody_a_cut_touches_is_named(left_out):
    assert owed(make_cut(kinds=[kind for kind in StakeholderKind if kind != left_out])) == {
        "stakeholders"
    }


@pytest.mark.parametrize(
    ("cut_on", "is_enough"),
    [(None, False), (dt.date(2028, 2, 28), False), (dt.date(2028, 2, 29), True)],
)
def test_a_cut_comes_three_months_after_the_decision_at_the_earliest(cut_on, is_enough):
    assert owed(make_cut(cut_on=cut_on)) == (set() if is_enough else {"time_before_cut"})


def test_whom_it_touches_is_read_on_its_page(resident):
    now = timezone.now()
    page = make_cut(
        opens_at=now - DAY,
        closes_at=now + 90 * DAY,
        decision_on=(now + 150 * DAY).date(),
        reply_by=(now + 120 * DAY).date(),
        cut_on=(now + 400 * DAY).date(),
    )

    page.save_revision().publish()

    text = resident.get("/consultations/cut/").content.decode()
    assert "Whom it touches" in text
    assert "<li>People who use the service: Those who users &lt;it&gt;</li>" in text
    assert "and not before" in text


def test_who_is_heard_is_kept_in_every_revision():
    page = make_cut(kinds=[StakeholderKind.USERS])
    page.save_revision()
    page.stakeholders = []

    assert [row.kind for row in page.get_latest_revision_as_object().stakeholders.all()] == [
        StakeholderKind.USERS
    ]
