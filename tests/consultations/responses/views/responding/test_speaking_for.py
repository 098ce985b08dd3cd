"""Answering on somebody's behalf: what is asked, what is kept, and what nobody else ever reads."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from consultations.analysis.domain.reconciling import reconcile
from consultations.moderation.domain.deciding import publish
from consultations.moderation.models import Review
from consultations.responses.domain.numbers import numbers
from consultations.responses.forms.channels import EntryForm
from consultations.responses.models import Respondent, Response, ResponseDraft
from tests.consultations.moderation.test_leaks import filled_in, text_of
from tests.consultations.responses.views.responding.steps import ABOUT, TYPED, send, text, write
from tests.factories.consultations import make_response

FOR_SOMEBODY = {
    "capacity": "on_behalf",
    "relationship": "support_worker",
    "person_knows": "cannot",
    "name": "Quokka",
    "email": "helper@example.org",
}
ASKED_AT = ("/add/", "/form/")  # the questions themselves, on screen and on paper
NEVER_SHOWN = ("their support worker", "support_worker", "cannot be told", "quokka", "helper@")


@pytest.fixture
def sent(resident, draft, passage):
    send(resident, draft, passage, **FOR_SOMEBODY)
    return Response.objects.get()


def test_both_answers_are_kept_and_no_name_is(sent):
    assert (sent.capacity, sent.relationship, sent.person_knows) == (
        "on_behalf",
        "support_worker",
        "cannot",
    )
    assert list(Respondent.objects.values_list("name", "email")) == [("", "helper@example.org")]


def test_it_counts_once_as_one_of_the_people(sent, passage):
    make_response(passage)

    found = numbers(sent.consultation)

    assert (found.people, found.organisations, found.meetings, found.responses) == (2, 0, 0, 2)
    assert reconcile(sent.consultation).adds_up


def test_what_is_missing_is_asked_for_and_nothing_typed_is_lost(resident, draft, passage, slug):
    write(resident, draft, passage)
    address = reverse("respond:about_you", args=[slug])

    page = resident.post(
        address, {**ABOUT, **FOR_SOMEBODY, "person_knows": "", "publish": "with_name"}
    )

    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"person_knows", "publish"}
    words = text(page)
    assert 'href="#id_person_knows_0"' in words
    assert re.search(r'value="support_worker"[^>]* checked', words)
    assert 'value="helper@example.org"' in words


def test_the_check_page_says_it_and_the_receipt_too(resident, draft, passage, slug):
    write(resident, draft, passage)
    resident.post(reverse("respond:about_you", args=[slug]), {**ABOUT, **FOR_SOMEBODY})

    page = text(resident.get(reverse("respond:check", args=[slug])))

    assert "Somebody else, on their behalf" in page
    assert "Their support worker" in page
    assert "They cannot be told" in page
    assert "Quokka" not in page


def test_an_answer_that_is_no_longer_asked_for_is_dropped(resident, draft, passage, slug):
    write(resident, draft, passage)
    address = reverse("respond:about_you", args=[slug])
    resident.post(address, {**ABOUT, **FOR_SOMEBODY})

    resident.post(address, {**ABOUT, **FOR_SOMEBODY, "capacity": "myself"})

    basket = ResponseDraft.objects.get()
    assert (basket.capacity, basket.relationship, basket.person_knows) == ("myself", "", "")


def test_whoever_answers_for_another_is_not_asked_who_they_are(resident, sent, slug):
    page = text(resident.get(reverse("respond:sent", args=[slug])))

    assert "Answer questions about you" not in page
    assert resident.get(reverse("respond:equality", args=[slug])).status_code == 404


def test_the_public_reads_that_a_resident_said_it(sent, client, board_member, draft, passage, slug):
    publish(review_ids=[Review.objects.get().pk], by=board_member, at=timezone.now())

    page = text(client.get(passage.section.url))

    assert TYPED in page
    assert "A resident" in page
    assert "behalf" not in page


@pytest.mark.parametrize("who", ["nobody", "officer", "board_member"])
def test_its_answers_are_on_no_page_of_anybody_else(
    sent, request, signed_in, client, board_member, draft, who
):
    browser = client if who == "nobody" else signed_in(request.getfixturevalue(who))
    browser.raise_request_exception = False
    review = Review.objects.select_related("comment__response").get()
    publish(review_ids=[review.pk], by=board_member, at=timezone.now())
    leaks, seen = [], 0

    for address in dict.fromkeys(filled_in(draft, review)):
        if (who != "nobody") != address.startswith("/admin/") or address.endswith(ASKED_AT):
            continue
        answer = browser.get(address)
        seen += answer.status_code == 200
        read = text_of(answer).decode(errors="ignore").lower()
        leaks += [(address, word) for word in NEVER_SHOWN if word in read]

    assert leaks == []
    assert seen > 10


def test_the_board_reads_that_somebody_answers_for_another(sent, board_member, signed_in):
    review = Review.objects.get()

    page = text(signed_in(board_member).get(f"/admin/board/{review.pk}/"))

    assert "A resident, on whose behalf somebody else answers" in page


def test_an_officer_is_asked_the_same_of_what_came_on_paper():
    form = EntryForm({"channel": "paper", "capacity": "on_behalf", "publish": "with_name"})

    assert {"relationship", "person_knows", "publish"} <= set(form.errors)
