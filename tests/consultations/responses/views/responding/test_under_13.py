"""Under 13: no name and no address gets in anywhere, and an adult or a school is offered."""

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from consultations.responses.forms.about_you import AboutYouForm
from consultations.responses.forms.channels import EntryForm
from consultations.responses.models import Respondent, Response, ResponseDraft
from delivery.domain.outbox import deliver_due
from delivery.models import OutboxMessage
from tests.consultations.responses.views.responding.steps import ABOUT, send, text, write

CHILD = {"is_under_13": "on", "name": "Quokka", "email": "quokka@example.org"}


def about(browser, slug, **said):
    return browser.post(reverse("respond:about_you", args=[slug]), {**ABOUT, **said})


def test_nothing_that_was_typed_there_is_kept(resident, draft, passage):
    send(resident, draft, passage, **CHILD)

    deliver_due(now=timezone.now())
    assert Response.objects.get().publish == "without_name"
    assert not Respondent.objects.exists()
    assert not OutboxMessage.objects.exists()
    assert mail.outbox == []


def test_the_receipt_is_on_the_screen(resident, draft, passage, slug):
    send(resident, draft, passage, **CHILD)

    page = text(resident.get(reverse("respond:sent", args=[slug])))

    assert Response.objects.get().reference in page
    assert "Quokka" not in page


def test_the_account_of_somebody_signed_in_is_not_noted(signed_in, stranger, draft, passage, slug):
    browser = signed_in(stranger)
    write(browser, draft, passage)
    about(browser, slug, **CHILD)

    check = text(browser.get(reverse("respond:check", args=[slug])))
    browser.post(reverse("respond:check", args=[slug]))

    assert "You are signed in as" not in check
    assert Response.objects.count() == 1
    assert not Respondent.objects.exists()


def test_the_check_page_offers_an_adult_a_school_and_a_meeting(resident, draft, passage, slug):
    write(resident, draft, passage)
    about(resident, slug, **CHILD)

    page = text(resident.get(reverse("respond:check", args=[slug])))

    assert "Can an adult or your school send this for you?" in page
    assert reverse("respond:group", args=[slug]) in page
    assert "Yes, so no name and no address is kept" in page
    assert "Quokka" not in page


def test_an_adult_goes_on_with_what_was_written(resident, draft, passage, slug):
    write(resident, draft, passage)
    about(resident, slug, **CHILD)

    about(
        resident,
        slug,
        capacity="on_behalf",
        relationship="family",
        person_knows="yes",
        email="aunt@example.org",
    )
    page = text(resident.get(reverse("respond:check", args=[slug])))
    resident.post(reverse("respond:check", args=[slug]))

    assert "Can an adult" not in page
    assert Response.objects.get().capacity == "on_behalf"
    assert Respondent.objects.get().email == "aunt@example.org"


def test_a_name_to_be_shown_is_refused_and_what_was_typed_stays(resident, draft, passage, slug):
    write(resident, draft, passage)

    answer = about(resident, slug, **CHILD, publish="with_name")

    assert answer.status_code == 422
    page = text(answer)
    assert "Nobody under 13 is shown with a name. Choose another answer." in page
    assert 'href="#id_publish_0"' in page
    assert 'value="Quokka"' in page
    assert ResponseDraft.objects.get().name == ""


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"is_under_13": "on", "email": "no address"}, set()),
        ({"is_under_13": "on", "publish": "with_name"}, {"publish"}),
        ({"is_under_13": "on", "publish": ""}, {"publish"}),
        ({"is_under_13": "on", "publish": "", "capacity": "councillor"}, {"publish", "office"}),
        ({"email": "no address"}, {"email"}),
    ],
)
def test_a_child_is_asked_for_what_is_needed_and_no_more(given, wrong):
    assert set(AboutYouForm({**ABOUT, **given}).errors) == wrong


def test_an_officer_keeps_no_details_of_a_child_either():
    form = EntryForm({**ABOUT, **CHILD, "channel": "paper", "received_at": "1/1/2026"})

    assert form.is_valid()
    assert (form.values["name"], form.values["email"]) == ("", "")


def test_a_letter_that_was_asked_for_before_is_emptied(resident, draft, passage, slug):
    write(resident, draft, passage)
    resident.post(
        reverse("respond:mail_link", args=[slug]), {"email": "quokka@example.org", "remind": "on"}
    )
    assert ResponseDraft.objects.get().remind_to == "quokka@example.org"

    about(resident, slug, **CHILD)

    assert ResponseDraft.objects.get().remind_to == ""
    assert [(letter.to, letter.body) for letter in OutboxMessage.objects.all()] == [("", "")]


def test_no_link_is_mailed_from_then_on(resident, draft, passage, slug):
    write(resident, draft, passage)
    about(resident, slug, **CHILD)

    offered = text(resident.get(reverse("respond:later", args=[slug])))
    answer = resident.post(
        reverse("respond:mail_link", args=[slug]), {"email": "quokka@example.org"}
    )

    assert "Mail me a link" not in offered
    assert "Give me a code" in offered
    assert answer.status_code == 422
    assert "so we keep no address. Take a code instead." in text(answer)
    assert not OutboxMessage.objects.exists()


@pytest.mark.parametrize(
    "details",
    [{"name": "Q"}, {"email": "q@e.org"}, {"remind_to": "q@e.org"}, {"publish": "with_name"}],
)
def test_the_database_keeps_no_details_of_a_child(resident, draft, passage, slug, details):
    write(resident, draft, passage)
    about(resident, slug, **CHILD)

    with pytest.raises(IntegrityError), transaction.atomic():
        ResponseDraft.objects.update(**details)


def test_neither_the_basket_nor_the_response_keeps_it_once_sent(resident, draft, passage):
    send(resident, draft, passage, **CHILD)

    assert not ResponseDraft.objects.exists()
    assert "is_under_13" not in {field.name for field in Response._meta.get_fields()}
