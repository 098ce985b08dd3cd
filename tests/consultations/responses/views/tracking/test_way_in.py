"""The way to what was sent: reference and code, or a mailed link."""

import re

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from consultations.responses.domain.references import code_for
from consultations.responses.models import SpentLink
from delivery.models import OutboxMessage
from tests.consultations.responses.views.tracking.steps import DAY, fields_of, page_of, text
from tests.factories.consultations import (
    make_response,
    passages_of,
)

pytestmark = pytest.mark.django_db


class TestTheWayIn:
    def test_the_reference_and_the_code_open_it(self, resident, response, key):
        typed = {"reference": response.reference.lower().replace("-", " "), "code": code_for(key)}

        answer = resident.post("/responses/", typed, follow=True)

        assert answer.status_code == 200
        assert "The hall’s rent doubled in May." in text(answer)

    @pytest.mark.parametrize("code", ["", "AAAA-AAAA-AAAA-AAAA", "\x00", "é" * 50])
    def test_a_wrong_code_opens_nothing_and_keeps_the_reference(self, resident, response, code):
        answer = resident.post("/responses/", {"reference": response.reference, "code": code})

        assert answer.status_code in (400, 422)
        assert "response" not in resident.cookies

    def test_an_unknown_reference_is_answered_like_a_wrong_code(self, resident, response, key):
        unknown = resident.post("/responses/", {"reference": "222-222-222", "code": code_for(key)})
        known = resident.post("/responses/", {"reference": response.reference, "code": "AAAA"})

        errors = [list(answer.context["form"].non_field_errors()) for answer in (unknown, known)]
        assert errors[0] == errors[1] != []

    def test_a_mistyped_reference_is_told_as_such(self, resident):
        answer = resident.post("/responses/", {"reference": "C7K-M4R-TX8", "code": "AAAA"})

        assert "This is not one of our references." in text(answer)

    def test_the_reference_alone_leads_to_the_question_for_the_code(self, resident, response):
        answer = resident.get(page_of(response))

        assert answer.headers["Location"] == f"/responses/?reference={response.reference}"

    @pytest.mark.parametrize("step", ["", "change/1/", "withdraw/", "details/"])
    def test_no_page_of_it_says_whether_a_reference_exists(self, resident, response, step):
        known = resident.get(f"{page_of(response)}{step}")
        unknown = resident.get(f"/responses/222-222-222/{step}")

        assert (known.status_code, unknown.status_code) == (302, 302)

    def test_the_cookie_of_one_response_opens_no_other(self, author, draft):
        other = make_response(passages_of(draft)[1])
        author.cookies["response"]["path"] = "/"

        assert author.get(page_of(other)).status_code == 302

    def test_the_receipt_shows_the_code_that_opens_it(self, resident, draft):
        passage = passages_of(draft)[0]
        slug = draft.consultation.slug
        address = reverse("respond:comment", args=[slug, "passage", passage.pk])
        resident.post(address, {fields_of(resident, address)["stance"]: "agree"})
        about = {"capacity": "myself", "publish": "no"}
        resident.post(reverse("respond:about_you", args=[slug]), about)
        resident.post(reverse("respond:check", args=[slug]))
        receipt = resident.get(reverse("respond:sent", args=[slug])).context["receipt"]

        given = {"reference": receipt.response.reference, "code": receipt.code}
        answer = resident.post("/responses/", given, follow=True)

        assert answer.context["response"] == receipt.response


class TestTheMailedLink:
    def link_in(self, letter):
        return re.search(r"https?://[^/]+(/responses/\S+)", letter.body).group(1)

    def test_works_once(self, resident, response, client):
        address, query = self.link_in(OutboxMessage.objects.get()).split("?")
        token = query.removeprefix("token=")

        first = resident.post(address, {"token": token})
        second = client.post(address, {"token": token})

        assert (first.status_code, second.status_code) == (302, 410)
        assert resident.get(page_of(response)).status_code == 200

    def test_is_not_used_up_by_looking_at_it(self, resident, response):
        answer = resident.get(self.link_in(OutboxMessage.objects.get()))

        assert answer.status_code == 200
        assert not SpentLink.objects.exists()

    @pytest.mark.parametrize("days", [29, 31])
    def test_lasts_thirty_days(self, resident, response, days):
        address, query = self.link_in(OutboxMessage.objects.get()).split("?")

        with time_machine.travel(timezone.now() + days * DAY):
            answer = resident.post(address, {"token": query.removeprefix("token=")})

        assert answer.status_code == (302 if days < 30 else 410)

    def test_of_another_response_opens_nothing(self, resident, response, draft):
        other = make_response(passages_of(draft)[1])
        _, query = self.link_in(OutboxMessage.objects.get()).split("?")

        answer = resident.post(page_of(other, "link"), {"token": query.removeprefix("token=")})

        assert answer.status_code == 410

    def test_is_mailed_again_on_request_and_once_an_hour(self, resident, response):
        for _ in range(2):
            resident.post("/responses/link/", {"link-reference": response.reference})

        letters = OutboxMessage.objects.order_by("pk").values_list("to", flat=True)
        assert list(letters) == ["quokka@example.org"] * 2  # the receipt and one link

    def test_the_answer_says_nothing_about_an_address(self, resident, response):
        known = resident.post("/responses/link/", {"link-reference": response.reference})
        unknown = resident.post("/responses/link/", {"link-reference": "222-222-222"})

        assert text(known).replace(response.reference, "") == text(unknown).replace(
            "222-222-222", ""
        )
