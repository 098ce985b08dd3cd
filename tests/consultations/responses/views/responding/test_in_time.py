"""The second of closing, and a form whose token has expired."""

import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from consultations.responses.domain.deadlines import grace_ends
from consultations.responses.models import Comment, DraftComment, Response
from tests.consultations.responses.views.responding.steps import (
    ABOUT,
    TYPED,
    fields_of,
    form_of,
    text,
    write,
)
from tests.factories.consultations import (
    passages_of,
)

pytestmark = pytest.mark.django_db


class TestTheClosingSecond:
    def test_one_second_after_closing_the_words_come_back(self, resident, draft, passage):
        names = fields_of(resident, form_of(draft, passage))

        with time_machine.travel(draft.consultation.closes_at + dt.timedelta(seconds=1)):
            answer = resident.post(form_of(draft, passage), {names["comment"]: TYPED})

        assert answer.status_code == 409
        assert TYPED in text(answer)
        assert DraftComment.objects.count() == 0

    def test_a_send_at_nine_on_the_next_working_day_shows_everything_and_sends_nothing(
        self, resident, draft, passage, slug
    ):
        write(resident, draft, passage)
        resident.post(reverse("respond:about_you", args=[slug]), ABOUT)

        with time_machine.travel(grace_ends(draft.consultation.closes_at)):
            answer = resident.post(reverse("respond:check", args=[slug]))
            kept = resident.get(reverse("respond:draft_text", args=[slug]))

        assert answer.status_code == 409
        assert TYPED in text(answer)
        assert TYPED in text(kept)
        assert Response.objects.count() == 0

    def test_what_was_begun_goes_on_one_second_after_closing(self, resident, draft, passage, slug):
        before = resident.get(reverse("respond:start", args=[slug]))
        write(resident, draft, passage)

        with time_machine.travel(draft.consultation.closes_at + dt.timedelta(seconds=1)):
            write(resident, draft, passages_of(draft)[1])
            resident.post(reverse("respond:about_you", args=[slug]), ABOUT)
            check = resident.get(reverse("respond:check", args=[slug]))
            resident.post(reverse("respond:check", args=[slug]))
            receipt = resident.get(reverse("respond:sent", args=[slug]))

        assert "you can still send until 9am on" in text(before)
        assert "It has closed, and you can still send this." in text(check)
        assert "it is marked as late. It counts like any other." in text(receipt)
        assert (Response.objects.get().is_late, Comment.objects.count()) == (True, 2)

    def test_the_form_is_not_offered_before_it_opens(self, resident, draft, passage):
        with time_machine.travel(draft.consultation.opens_at - dt.timedelta(seconds=1)):
            answer = resident.get(form_of(draft, passage))

        assert "<textarea" not in text(answer)


class TestTheExpiredToken:
    @pytest.fixture
    def strict(self):
        return Client(enforce_csrf_checks=True)

    def test_gives_every_word_back_with_a_way_to_send_it_again(self, strict, draft, passage):
        names = fields_of(strict, form_of(draft, passage))

        answer = strict.post(form_of(draft, passage), {names["comment"]: TYPED})

        page = text(answer)
        assert answer.status_code == 403
        assert TYPED in page
        assert 'name="csrfmiddlewaretoken"' in page
        assert DraftComment.objects.count() == 0

    def test_remembers_the_first_attempt_over_the_closing_second(
        self, strict, draft, passage, slug
    ):
        address = reverse("respond:check", args=[slug])
        browser = Client()
        write(browser, draft, passage)
        browser.post(reverse("respond:about_you", args=[slug]), ABOUT)
        strict.cookies["basket"] = browser.cookies["basket"].value
        closes_at = draft.consultation.closes_at

        with time_machine.travel(closes_at - dt.timedelta(seconds=5)):
            refused = strict.post(address, {})
        form = {
            "csrfmiddlewaretoken": strict.cookies["csrftoken"].value,
            "first_attempt": refused.context["first_attempt"],
        }
        with time_machine.travel(closes_at + dt.timedelta(seconds=30)):
            taken = strict.post(address, form)

        assert (refused.status_code, taken.status_code) == (403, 302)
        assert Response.objects.get().received_at < closes_at

    def test_is_not_fooled_by_a_made_up_first_attempt(self, resident, draft, passage, slug):
        write(resident, draft, passage)
        resident.post(reverse("respond:about_you", args=[slug]), ABOUT)

        with time_machine.travel(grace_ends(draft.consultation.closes_at)):
            answer = resident.post(
                reverse("respond:check", args=[slug]), {"first_attempt": "2026-01-01:forged"}
            )

        assert answer.status_code == 409
