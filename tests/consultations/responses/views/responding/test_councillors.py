"""Councillors and MPs: shown by name, counted apart, read by the chair where a route says so."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from consultations.analysis.domain.reconciling import reconcile
from consultations.moderation.domain.deciding import publish
from consultations.moderation.domain.waiting import due_at
from consultations.moderation.models import Review, Route
from consultations.responses.domain.numbers import numbers
from consultations.responses.models import Response, ResponseDraft
from tests.consultations.responses.views.responding.steps import ABOUT, send, text, write
from tests.factories.consultations import make_response

ELECTED = {"capacity": "councillor", "office": "mp", "name": "Amina Kidd", "publish": ""}


@pytest.fixture
def sent(resident, draft, passage):
    send(resident, draft, passage, **ELECTED)
    return Response.objects.get()


def test_are_a_figure_of_their_own(sent, passage):
    make_response(passage)
    make_response(passage, organisation="Riverside Carers")

    found = numbers(sent.consultation)

    assert (found.people, found.organisations, found.councillors, found.responses) == (1, 1, 1, 3)
    assert reconcile(sent.consultation).adds_up


def test_are_printed_beside_the_others(sent, officer, signed_in, capsys):
    page = signed_in(officer).get(reverse("channels", args=[sent.consultation.pk]))
    call_command("reconcile", sent.consultation.slug)

    assert "Councillors and MPs</th><td>1</td>" in page.content.decode()
    assert "0 of people" in (said := capsys.readouterr().out)
    assert "1 of councillors and MPs" in said


def test_are_shown_with_name_and_office(sent, client, board_member, passage):
    publish(review_ids=[Review.objects.get().pk], by=board_member, at=timezone.now())

    assert sent.publish == "with_name"
    assert "Amina Kidd (MP)" in text(client.get(passage.section.url))


def test_are_shown_as_what_they_are_without_a_name(resident, client, draft, board_member, passage):
    send(resident, draft, passage, **{**ELECTED, "publish": "without_name"})
    publish(review_ids=[Review.objects.get().pk], by=board_member, at=timezone.now())

    page = text(client.get(passage.section.url))

    assert "A councillor or MP" in page
    assert "Amina Kidd" not in page


def test_check_what_is_sent(resident, draft, passage, slug):
    write(resident, draft, passage)
    resident.post(reverse("respond:about_you", args=[slug]), {**ABOUT, **ELECTED})

    page = text(resident.get(reverse("respond:check", args=[slug])))

    assert "Member of Parliament" in page
    assert "Yes, with a name" in page


def test_an_office_is_dropped_where_somebody_answers_as_themselves(resident, draft, passage, slug):
    write(resident, draft, passage)
    resident.post(reverse("respond:about_you", args=[slug]), {**ABOUT, **ELECTED})

    resident.post(reverse("respond:about_you", args=[slug]), {**ABOUT, "office": "mp"})

    assert ResponseDraft.objects.get().office == ""


@pytest.mark.parametrize(
    ("is_on", "route", "days"),
    [(False, "Everything else", 5), (True, "Councillors and MPs", 2)],
)
def test_a_route_to_the_chair_waits_to_be_put_to_use(resident, draft, passage, is_on, route, days):
    if is_on:
        Route.objects.filter(name="Councillors and MPs").update(is_on=True)

    send(resident, draft, passage, **ELECTED)

    review = Review.objects.get()
    assert (review.route.name, review.due_at) == (route, due_at(review.received_at, days))
    assert Route.objects.get(name="Councillors and MPs").conditions == ["of a councillor or MP"]
