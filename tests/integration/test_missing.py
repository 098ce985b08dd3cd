"""An officer sees who is missing, and what could still reach them."""

import datetime as dt

import pytest
from django.utils import timezone

from consultations.analysis.models import Baseline
from consultations.models import ConsultationPage
from integration.missing import weeks_left
from people.models import Organisation
from tests.factories.consultations import make_consultation, make_response, passages_of
from tests.factories.people import make_organisation
from tests.factories.toolkit import make_method, make_toolkit_index
from toolkit.enums import Audience, CostBand, Evidence, Mode

pytestmark = pytest.mark.django_db


@pytest.fixture
def consultation(usual_draft):
    """22 voluntary organisations have answered, and no faith group. It closes in five weeks."""
    for number in range(22):
        make_organisation(f"Group {number}", kind=Organisation.Kind.VOLUNTARY)
        make_response(passages_of(usual_draft)[0], organisation=f"Group {number}")
    consultation = usual_draft.consultation
    closes_at = timezone.now() + dt.timedelta(weeks=5)
    ConsultationPage.objects.filter(pk=consultation.pk).update(closes_at=closes_at)
    return consultation


@pytest.fixture
def methods(home):
    index = make_toolkit_index(home)
    for title, reaches, cost, weeks in (
        ("Visit to a temple", Audience.FAITH, CostBand.A, 1),
        ("Feast", Audience.FAITH, CostBand.C, 1),
        ("Youth club", Audience.YOUNG, CostBand.A, 1),
        ("Slow visit", Audience.FAITH, CostBand.A, 50),
    ):
        make_method(
            index,
            title=title,
            reaches=[reaches],
            cost_band=cost,
            weeks_to_prepare=weeks,
            evidence=[Evidence.REASONS],
            modes=[Mode.IN_PERSON],
        )


def row(**changed):
    return {
        "act": "add",
        "who": "kind|faith",
        "share": "40",
        "source": "Register of groups",
        "year": "2021",
    } | changed


def address(consultation):
    return f"/admin/who-is-missing/{consultation.pk}/"


def text(answer):
    return " ".join(answer.content.decode().split())


def test_whoever_is_heard_too_little_is_named_with_what_still_fits(
    consultation, methods, officer, signed_in
):
    browser = signed_in(officer)
    added = browser.post(address(consultation), row(), follow=True)

    everything = browser.get(address(consultation))
    cheap = browser.get(address(consultation), {"money": "200"})

    assert "The row was added." in text(added)
    assert "0 of 22 organisations" in text(everything)
    assert "Heard too little" in text(everything)
    assert [one.page.title for one in everything.context["methods"]] == [
        "Feast",
        "Visit to a temple",
    ]
    assert [one.page.title for one in cheap.context["methods"]] == ["Visit to a temple"]
    assert "Could reach: faith groups." in text(cheap)


def test_nothing_that_fits_is_said_with_the_way_on(consultation, methods, officer, signed_in):
    browser = signed_in(officer)
    browser.post(address(consultation), row())

    answer = browser.get(address(consultation), {"money": "10"})

    assert answer.context["methods"] == []
    assert "No method of the toolkit reaches them" in text(answer)
    assert 'href="/toolkit/finder/"' in text(answer)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"share": "0"}, "greater than or equal to 0.1"),
        ({"share": "100"}, "less than or equal to 99.9"),
        ({"share": "many"}, "Enter a number"),
        ({"who": "kind|pirates"}, "Choose from the list."),
        ({"who": ""}, "This field is required."),
        ({"year": "2999"}, "That year has not come yet."),
        ({"source": " "}, "This field is required."),
    ],
)
def test_a_wrong_row_is_not_kept_and_what_was_typed_is(
    usual_draft, officer, signed_in, wrong, said
):
    answer = signed_in(officer).post(address(usual_draft.consultation), row(**wrong))

    assert answer.status_code == 422
    assert said in text(answer)
    assert not Baseline.objects.exists()
    if "source" not in wrong:
        assert 'value="Register of groups"' in text(answer)


def test_a_row_is_entered_once_taken_out_and_taken_over_from_another(
    usual_draft, officer, signed_in
):
    consultation, browser = usual_draft.consultation, signed_in(officer)
    browser.post(address(consultation), row())
    twice = browser.post(address(consultation), row(share="10"))
    other = make_consultation(slug="other")
    copied = browser.post(address(other), {"act": "copy", "source": consultation.pk}, follow=True)
    foreign = browser.post(
        address(other), {"act": "remove", "row": consultation.baselines.get().pk}
    )
    browser.post(address(other), {"act": "remove", "row": other.baselines.get().pk})

    assert "There is a row about them." in text(twice)
    assert "1 row was taken over." in text(copied)
    assert foreign.status_code == 404
    assert [*other.baselines.all()] == []
    assert consultation.baselines.get().share == 40


def test_only_an_officer_of_it_sees_it(usual_draft, officer, board_member, chair, signed_in):
    consultation = usual_draft.consultation

    assert signed_in(officer).get(address(consultation)).status_code == 200
    for other in (board_member, chair):
        assert signed_in(other).get(address(consultation)).status_code != 200


def test_weeks_left_are_whole_ones():
    now = timezone.now()
    week = dt.timedelta(days=7)

    def left(closes_at):
        return weeks_left(ConsultationPage(closes_at=closes_at), now=now)

    assert left(now + week) == 1
    assert left(now + week - dt.timedelta(seconds=1)) == 0
    assert left(now - week) == 0
    assert left(None) is None
