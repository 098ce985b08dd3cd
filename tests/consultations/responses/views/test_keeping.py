"""What stands in a form is kept while it is written: in one basket, and never twice."""

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from consultations.models import ConsultationPage
from consultations.responses.forms.fields import LONGEST
from consultations.responses.models import DraftComment, Response, ResponseDraft
from tests.factories.consultations import DAY, passages_of

pytestmark = pytest.mark.django_db

ABOUT = {"capacity": "myself", "publish": "without_name"}


@pytest.fixture
def draft(usual_draft):
    return usual_draft


@pytest.fixture
def slug(draft):
    return draft.consultation.slug


@pytest.fixture
def form(resident, draft, slug):
    """An open form: what it sends to be kept, and what it sends to go on."""
    address = reverse("respond:comment", args=[slug, "passage", passages_of(draft)[0].pk])
    page = resident.get(address)
    names = {question.kind: question.field_name for question in page.context["form"].questions}

    class Form:
        def fields(self, said):
            opened = {"opened": page.context["opened"]}
            return opened | {names[kind]: value for kind, value in said.items()}

        def keep(self, browser=resident, **said):
            return browser.post(f"{address}keep/", self.fields(said)).status_code

        def send(self, **said):
            return resident.post(address, self.fields(said) | {"next": "send"})

    return Form()


def kept():
    return [sorted(comment.answers.values()) for comment in DraftComment.objects.all()]


def test_half_a_form_is_kept_and_the_whole_goes_into_the_same_basket(form):
    statuses = [form.keep(comment="Half"), form.keep(comment="Half a thought")]
    half = kept()
    form.send(stance="agree", comment="A thought")

    assert statuses == [204, 204]
    assert half == [["Half a thought"]]
    assert kept() == [["A thought", "agree"]]
    assert ResponseDraft.objects.count() == 1


def test_what_is_filled_in_wrongly_leaves_what_was_kept_before(form):
    form.keep(comment="As it was.", stance="agree")

    status = form.keep(comment="x" * (LONGEST + 1), wording="y" * (LONGEST + 1), stance="disagree")

    assert status == 204
    assert kept() == [["As it was.", "disagree"]]


def test_an_empty_form_keeps_nothing(form):
    assert form.keep(comment="  ") == 204
    assert ResponseDraft.objects.count() == 0


def test_what_comes_after_the_send_opens_no_second_basket(resident, form, slug):
    form.send(comment="Sent.")
    resident.post(reverse("respond:about_you", args=[slug]), ABOUT)
    resident.post(reverse("respond:check", args=[slug]))

    assert form.keep(comment="Late to the party") == 409
    assert (ResponseDraft.objects.count(), Response.objects.count()) == (0, 1)


def test_nothing_is_kept_for_who_did_not_open_the_form_or_once_it_is_closed(form, slug):
    statuses = [form.keep(Client(), comment="No key.")]
    ConsultationPage.objects.filter(slug=slug).update(closes_at=timezone.now() - DAY)
    statuses.append(form.keep(comment="Too late."))

    assert statuses == [409, 409]
    assert ResponseDraft.objects.count() == 0


def test_the_quick_page_is_kept_as_well(resident, slug):
    page = resident.get(reverse("respond:quick", args=[slug]))
    (ask, _), *_ = page.context["form"].rows
    fields = {"opened": page.context["opened"], ask.field_name: "disagree"}

    answer = resident.post(reverse("respond:keep_quick", args=[slug]), fields)

    assert (answer.status_code, kept()) == (204, [["disagree"]])


def test_keeping_has_a_limit_of_its_own(form, settings):
    settings.MOST_FORMS_A_MINUTE = 1

    with time_machine.travel(timezone.now(), tick=False):  # within one minute
        statuses = [form.keep(comment="Again") for _ in range(11)]
        sent = form.send(comment="And sent.")

    assert statuses == [204] * 10 + [429]
    assert sent.status_code == 302
