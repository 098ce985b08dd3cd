"""The form that asks for another look: empty, too long, twice, too late, somebody else’s."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from calendars.working_days import add_working_days, working_day_from
from consultations.moderation.domain import appealing, deciding
from consultations.moderation.enums import AppealOutcome
from consultations.moderation.models import Appeal, ModerationDecision, Review
from consultations.responses.domain import access
from tests.consultations.moderation.domain.fairness.steps import hold
from tests.factories.consultations import make_response, passages_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(usual_draft, board_member, second_member):
    response = make_response(passages_of(usual_draft)[0], text="You fool.")
    hold(
        Review.objects.get(comment__response=response),
        board_member,
        second_member,
        timezone.now(),
    )
    return response


def opened(response):
    browser = Client()
    token = access.make_link_token(response=response)
    browser.post(f"/responses/{response.reference}/link/", {"token": token})
    return browser


def address(response):
    return f"/responses/{response.reference}/appeal/{response.comments.get().position}/"


@pytest.mark.parametrize("text", ["", "   ", "a" * 4001])
def test_what_is_empty_or_too_long_comes_back_with_what_was_typed(held, text):
    page = opened(held).post(address(held), {"text": text})

    assert page.status_code == 422
    assert text.strip() in page.content.decode()
    assert not Appeal.objects.exists()


def test_the_longest_is_taken_once_and_a_second_is_told_so(held):
    browser = opened(held)

    first = browser.post(address(held), {"text": "a" * 4000})
    second = browser.post(address(held), {"text": "Please, once more."})

    assert first.status_code == 302
    assert second.status_code == 409
    assert "you have asked before" in second.content.decode()
    assert "Please, once more." in second.content.decode()
    assert Appeal.objects.count() == 1


@pytest.mark.parametrize(("working_days", "is_taken"), [(19, True), (20, True), (21, False)])
def test_it_is_taken_until_the_end_of_the_twentieth_working_day(held, working_days, is_taken):
    day = add_working_days(working_day_from(timezone.localdate()), -working_days)
    moment = timezone.make_aware(dt.datetime.combine(day, dt.time(12)))
    ModerationDecision.objects.update(at=moment, second_at=moment)
    browser = opened(held)

    answer = browser.post(address(held), {"text": "It is not abuse."})

    assert answer.status_code == (302 if is_taken else 409)
    assert Appeal.objects.exists() is is_taken
    assert is_taken or "It is not abuse." in answer.content.decode()


def test_somebody_elses_response_cannot_be_appealed_for(held, usual_draft):
    other = make_response(passages_of(usual_draft)[1])

    for browser in (Client(), opened(other)):
        answer = browser.post(address(held), {"text": "Show it."})
        assert answer.status_code == 302
        assert answer.url == f"/responses/?reference={held.reference}"
    assert not Appeal.objects.exists()


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (AppealOutcome.UPHELD, "the decision stands: It is abuse of a person."),
        (AppealOutcome.CHANGED, "it is decided anew: It is abuse of a person."),
        (AppealOutcome.OVERTURNED, "the decision was wrong: It is abuse of a person."),
    ],
)
def test_the_answer_stands_on_the_page_of_the_response_whatever_it_is(held, chair, outcome, said):
    browser = opened(held)
    browser.post(address(held), {"text": "It is not abuse."})
    appealing.decide(
        appeal_id=Appeal.objects.get().pk,
        outcome=outcome,
        answer="It is abuse of a person.",
        by=chair,
        at=timezone.now(),
    )

    page = " ".join(browser.get(f"/responses/{held.reference}/").content.decode().split())

    assert f"You asked us to look again. Somebody else looked, and {said}" in page


def test_what_was_asked_stands_there_when_the_board_looks_again_by_itself(held, board_member):
    browser = opened(held)
    browser.post(address(held), {"text": "It is not abuse."})
    deciding.reopen(review_id=Review.objects.get().pk, by=board_member, at=timezone.now())

    page = browser.get(f"/responses/{held.reference}/").content.decode()

    assert "You asked us to look again. Somebody else answers by" in page
