"""Stopping and going on elsewhere: on paper, by mail, and with a reminder before it closes."""

import datetime as dt
import re

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from consultations.responses.domain import sending
from consultations.responses.domain.baskets import keep_about_you, open_basket
from consultations.responses.domain.resuming import MOST_KEYS
from consultations.responses.models import BasketKey, Response, ResponseDraft
from delivery.models import OutboxMessage
from tests.consultations.responses.views.responding.steps import TYPED, write
from tests.factories.consultations import make_published_draft, make_response, passages_of

pytestmark = pytest.mark.django_db

ABOUT = {"capacity": "myself", "publish": "without_name"}
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def draft(usual_draft):
    return usual_draft


@pytest.fixture
def slug(draft):
    return draft.consultation.slug


@pytest.fixture
def started(resident, draft):
    """A browser with one comment in its basket."""
    write(resident, draft, passages_of(draft)[0])
    return resident


@pytest.fixture
def elsewhere():
    return Client()


def at(name, slug):
    return reverse(f"respond:{name}", args=[slug])


def code_from(browser, slug):
    return browser.post(at("later", slug)).context["code"]


def link_in(letter):
    return re.search(r"https?://[^/]+(/consultations/\S+)\?token=(\S+)", letter.body).groups()


class TestOnPaper:
    @pytest.mark.parametrize("typed", [str, str.lower, lambda code: code.replace("-", " ")])
    def test_the_code_opens_it_in_another_browser(self, started, elsewhere, slug, typed):
        code = code_from(started, slug)

        answer = elsewhere.post(at("resume", slug), {"code": typed(code)}, follow=True)

        assert [comment.place for comment in answer.context["comments"]] != []
        assert "1 comment not sent yet" in answer.content.decode()

    def test_both_browsers_go_on_with_the_same_basket(self, started, elsewhere, draft, slug):
        elsewhere.post(at("resume", slug), {"code": code_from(started, slug)})
        write(elsewhere, draft, passages_of(draft)[1])

        page = started.get(at("start", slug))

        assert len(page.context["comments"]) == 2
        assert ResponseDraft.objects.count() == 1

    def test_one_send_is_one_response_in_both_browsers(self, started, elsewhere, slug):
        elsewhere.post(at("resume", slug), {"code": code_from(started, slug)})
        elsewhere.post(at("about_you", slug), ABOUT)
        elsewhere.post(at("check", slug))

        again = started.post(at("check", slug), follow=True)

        assert Response.objects.count() == 1
        assert Response.objects.get().reference in again.content.decode()
        assert again.context["receipt"].code == ""

    def test_the_browser_that_sent_it_shows_its_code_on_every_retry(self, started, elsewhere, slug):
        elsewhere.post(at("resume", slug), {"code": code_from(started, slug)})
        elsewhere.post(at("about_you", slug), ABOUT)

        first = elsewhere.post(at("check", slug), follow=True).context["receipt"].code
        second = elsewhere.post(at("check", slug), follow=True).context["receipt"].code

        assert first == second != ""

    def test_the_code_stops_working_when_it_is_sent(self, started, elsewhere, slug):
        code = code_from(started, slug)
        started.post(at("about_you", slug), ABOUT)
        started.post(at("check", slug))

        answer = elsewhere.post(at("resume", slug), {"code": code})

        assert answer.status_code == 422

    @pytest.mark.parametrize("code", ["", "AAAA-AAAA-AAAA-AAAA", "\x00", "ß" * 16])
    def test_a_wrong_code_opens_nothing(self, elsewhere, started, slug, code):
        answer = elsewhere.post(at("resume", slug), {"code": code})

        assert answer.status_code in (400, 422)
        assert "basket" not in elsewhere.cookies

    def test_a_code_opens_nothing_in_another_consultation(self, started, elsewhere, slug):
        code = code_from(started, slug)
        other = make_published_draft().consultation.slug

        assert elsewhere.post(at("resume", other), {"code": code}).status_code == 422

    def test_nothing_this_browser_holds_is_hidden_by_it(self, started, elsewhere, draft, slug):
        code = code_from(started, slug)
        write(elsewhere, draft, passages_of(draft)[1])

        answer = elsewhere.post(at("resume", slug), {"code": code})

        assert answer.status_code == 409
        assert "This browser holds 1 comment" in answer.content.decode()
        assert code in answer.content.decode()

    def test_there_is_an_end_to_new_codes(self, started, slug):
        for _ in range(MOST_KEYS):
            code_from(started, slug)

        answer = started.post(at("later", slug))

        assert (answer.status_code, answer.context["code"]) == (200, "")
        assert "There are many codes" in answer.content.decode()

    def test_deleting_the_draft_deletes_its_keys(self, started, slug):
        code_from(started, slug)

        started.post(at("delete", slug))

        assert (ResponseDraft.objects.count(), BasketKey.objects.count()) == (0, 0)

    def test_without_a_basket_there_is_nothing_to_finish(self, resident, slug):
        assert resident.get(at("later", slug)).headers["Location"] == at("start", slug)


class TestByMail:
    def ask(self, browser, slug, **given):
        return browser.post(at("mail_link", slug), {"email": "amina@example.org", **given})

    def test_the_link_works_once(self, started, elsewhere, slug):
        self.ask(started, slug)
        address, token = link_in(OutboxMessage.objects.get())

        looked = elsewhere.get(address, {"token": token})
        first = elsewhere.post(address, {"token": token}, follow=True)
        second = Client().post(address, {"token": token})

        assert looked.status_code == 200
        assert len(first.context["comments"]) == 1
        assert second.status_code == 410

    def test_the_link_leads_nowhere_once_it_is_sent(self, started, elsewhere, slug):
        self.ask(started, slug)
        address, token = link_in(OutboxMessage.objects.get())
        started.post(at("about_you", slug), ABOUT)
        started.post(at("check", slug))

        assert elsewhere.post(address, {"token": token}).status_code == 410

    def test_a_link_to_a_basket_opens_no_response(self, started, elsewhere, slug):
        self.ask(started, slug)
        _, token = link_in(OutboxMessage.objects.get())
        started.post(at("about_you", slug), ABOUT)
        started.post(at("check", slug))
        reference = Response.objects.get().reference

        answer = elsewhere.post(f"/responses/{reference}/link/", {"token": token})

        assert answer.status_code == 410

    def test_a_mistyped_address_keeps_what_was_typed(self, started, slug):
        answer = self.ask(started, slug, email="amina@")

        assert answer.status_code == 422
        assert 'value="amina@"' in answer.content.decode()
        assert not OutboxMessage.objects.exists()

    def test_nobody_is_flooded(self, draft, slug):
        for _ in range(6):
            browser = Client()
            write(browser, draft, passages_of(draft)[0])
            answer = self.ask(browser, slug)

        assert answer.status_code == 422
        assert OutboxMessage.objects.count() == 5


class TestReminders:
    def remind(self, moment):
        with time_machine.travel(moment, tick=False):
            call_command("send_reminders", verbosity=0)
        return OutboxMessage.objects.filter(dedupe_key__contains="-reminder-")

    @pytest.fixture
    def asked(self, started, slug):
        started.post(at("mail_link", slug), {"email": "amina@example.org", "remind": "on"})
        return started

    @pytest.mark.parametrize(
        ("before", "letters"),
        [
            (dt.timedelta(days=3, microseconds=1), 0),
            (dt.timedelta(days=3), 1),
            (dt.timedelta(microseconds=1), 1),
            (dt.timedelta(0), 0),
        ],
    )
    def test_go_out_in_the_last_three_days(self, asked, draft, before, letters):
        sent = self.remind(draft.consultation.closes_at - before)

        assert sent.count() == letters

    def test_go_out_once_however_often_the_job_runs(self, asked, draft):
        closes_at = draft.consultation.closes_at
        self.remind(closes_at - 2 * HOUR)

        sent = self.remind(closes_at - HOUR)

        assert [letter.to for letter in sent] == ["amina@example.org"]

    def test_go_to_nobody_who_has_sent_or_did_not_ask(self, started, slug, draft):
        started.post(at("mail_link", slug), {"email": "amina@example.org"})

        assert not self.remind(draft.consultation.closes_at - HOUR).exists()

    def test_go_to_whoever_gave_an_address_for_the_receipt(self, started, slug, draft):
        started.post(at("about_you", slug), ABOUT | {"email": "ben@example.org"})

        sent = self.remind(draft.consultation.closes_at - 2 * HOUR)

        assert [letter.to for letter in sent] == ["ben@example.org"]

    def test_their_link_opens_what_was_written(self, asked, elsewhere, draft):
        address, token = link_in(self.remind(draft.consultation.closes_at - 2 * HOUR).get())

        with time_machine.travel(draft.consultation.closes_at - HOUR):
            answer = elsewhere.post(address, {"token": token}, follow=True)

        assert TYPED not in answer.content.decode()  # the list shows places; the form the words
        assert len(answer.context["comments"]) == 1

    def test_leave_whoever_is_writing_in_peace(self, asked, draft):
        moment = draft.consultation.closes_at - 2 * HOUR
        ResponseDraft.objects.update(changed_at=moment - HOUR + dt.timedelta(microseconds=1))

        assert not self.remind(moment).exists()


def test_a_send_with_other_keys_takes_one_query_more(
    started, draft, slug, django_assert_max_num_queries
):
    code_from(started, slug)
    key = started.cookies["basket"].value
    basket = open_basket(key=key, consultation=draft.consultation)
    keep_about_you(basket=basket, **ABOUT)
    make_response(passages_of(draft)[1])  # content types and the like are looked up once

    with django_assert_max_num_queries(18 + 2):  # two of them the test's own savepoint
        sending.send(key=key, consultation=draft.consultation, received_at=timezone.now())
