"""What came on paper, by e-mail, by phone or at a meeting: counted like everything else."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from consultations.analysis.domain.reconciling import reconcile
from consultations.models import ConsultationPage
from consultations.responses.domain import channels
from consultations.responses.domain.access import open_with_code
from consultations.responses.domain.amending import answers_of
from consultations.responses.domain.numbers import numbers
from consultations.responses.domain.references import code_for
from consultations.responses.models import Comment, Respondent, Response, ResponseDraft
from records.models import LogEntry
from tests.factories.channels import make_entry, make_keying
from tests.factories.consultations import DAY, make_consultation, make_published_draft
from tests.factories.people import make_user
from tests.factories.questions import Asked, make_form

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def draft(db):
    return make_published_draft(make_consultation(slug="open"))


@pytest.fixture
def second(db):
    return make_user("second-typist", is_superuser=True)


def test_one_entry_is_one_response_that_counts_from_when_it_came(draft, officer):
    came = timezone.now() - DAY
    entry = make_entry(draft, by=officer, at=came, email="ada@example.org")
    assert not Response.objects.exists()

    first = channels.send_entry(entry=entry, by=officer, now=timezone.now())
    again = channels.send_entry(entry=entry, by=officer, now=timezone.now())

    response = Response.objects.get()
    assert first == again == response
    assert (response.channel, response.received_at) == ("paper", came)
    assert Respondent.objects.get().email == "ada@example.org"
    assert not ResponseDraft.objects.exists()
    assert LogEntry.objects.filter(action="response.typed_in", by=officer).exists()
    assert open_with_code(reference=response.reference, code=code_for(channels.key_of(entry)))
    assert reconcile(draft.consultation).adds_up


def test_what_counts_is_whether_it_was_open_when_it_came(draft, officer):
    consultation = draft.consultation
    opens_at, closes_at = timezone.now() - 9 * DAY, timezone.now() - HOUR
    ConsultationPage.objects.filter(pk=consultation.pk).update(
        opens_at=opens_at, closes_at=closes_at
    )
    draft.consultation.refresh_from_db()
    tick = dt.timedelta(microseconds=1)

    for moment in (opens_at - tick, closes_at, timezone.now() + HOUR):
        with pytest.raises(channels.NotInTime):
            make_entry(draft, by=officer, at=moment)
    for moment in (opens_at, closes_at - tick):
        assert make_entry(draft, by=officer, at=moment, is_sent=True).response

    assert reconcile(consultation).adds_up


def test_a_meeting_is_one_response_with_its_number_of_people(draft, officer):
    make_entry(draft, by=officer, channel="meeting", capacity="meeting", headcount=24, is_sent=True)

    found = numbers(draft.consultation)

    assert (found.people, found.organisations, found.meetings, found.at_meetings) == (0, 0, 1, 24)
    assert Response.objects.get().organisation is None
    assert reconcile(draft.consultation).adds_up


def test_a_second_person_types_again_and_the_differences_are_settled(draft, officer, second):
    entry = make_entry(draft, by=officer, is_sent=True)
    assert entry.is_sampled, "the first one on paper always is"
    comment = Comment.objects.get()
    with pytest.raises(channels.SamePerson):
        channels.type_again(comment=comment, answers={}, by=officer, now=timezone.now())

    keying = make_keying(entry, by=second, text="We need  evenings.\n")
    assert channels.differences(keying) == [], "spaces are nobody's words"

    other = make_entry(draft, by=officer, text="Two evenings.", is_sent=True)
    keying = make_keying(other, by=second, text="Ten evenings.")
    [difference] = channels.differences(keying)
    assert (difference.first, difference.second) == ("Two evenings.", "Ten evenings.")

    ConsultationPage.objects.update(closes_at=timezone.now() - HOUR)
    channels.resolve(keying=keying, second_is_right=True, by=second, now=timezone.now())
    channels.resolve(keying=keying, second_is_right=True, by=second, now=timezone.now())

    counted = Comment.objects.counted().filter(response=other.response)
    assert "Ten evenings." in answers_of(counted.get()).values()
    assert Comment.objects.filter(response=other.response).count() == 2
    assert reconcile(draft.consultation).adds_up


def test_it_is_typed_in_the_admin_from_beginning_to_end(draft, officer, second, signed_in):
    browser = signed_in(officer)
    consultation = draft.consultation
    about = {"channel": "paper", "capacity": "group", "publish": "with_name"}
    came = timezone.localtime() - DAY

    refused = browser.post(reverse("channels_add", args=[consultation.pk]), about)
    assert refused.status_code == 422
    added = browser.post(
        reverse("channels_add", args=[consultation.pk]),
        {
            **about,
            "received_at": f"{came:%d/%m/%Y %H:%M}",
            "organisation_name": "Riverside Carers",
            "headcount": "14",
        },
    )
    page = browser.get(added.url).content.decode()
    assert "14 people took part; it counts as one response." in page
    entry = channels.ChannelEntry.objects.get()
    send = reverse("entry_send", args=[entry.pk])
    assert browser.post(send).status_code == 422
    write = reverse("entry_write", args=[entry.pk])
    form = browser.get(f"{write}?number=1.2")
    names = {q.kind: q.field_name for q in form.context["form"].questions}
    browser.post(f"{write}?number=1.2", {names["comment"]: "We need evenings."})
    browser.post(send)

    response = Response.objects.get()
    assert response.comments.get().passage.number == "1.2"
    assert response.organisation.name == "Riverside Carers"
    listing = browser.get(reverse("channels", args=[consultation.pk])).content.decode()
    assert response.reference in listing
    assert "Riverside Carers" in listing
    again = signed_in(second).get(reverse("again", args=[response.comments.get().pk]))
    assert "We need evenings." not in again.content.decode()
    assert browser.get(reverse("again", args=[response.comments.get().pk])).status_code == 302


def test_the_printed_form_names_its_version(draft, officer, signed_in):
    browser = signed_in(officer)

    form = browser.get(reverse("channels_form", args=[draft.consultation.pk])).content.decode()

    assert form.count("How far do you agree?") == 3
    assert "☐ Strongly agree" in form
    assert "Form: About a passage, version 1." in form


def test_what_only_officers_are_asked_is_seen_by_nobody_else(
    officer, board_member, signed_in, resident
):
    make_form(
        Asked("comment", "comment", "What would you change?"),
        Asked("where", "officers", "Where was this collected?", options=("Market", "Library")),
    )
    draft = make_published_draft(make_consultation(slug="open"))
    entry = make_entry(draft, by=officer)
    section = draft.sections().first()
    write = f"{reverse('entry_write', args=[entry.pk])}?place=section:{section.pk}"
    browser = signed_in(officer)
    form = browser.get(write).context["form"]
    names = {question.kind: question.field_name for question in form.questions}
    market = next(question for question in form.questions if question.kind == "officers")
    browser.post(
        write,
        {names["comment"]: "Evenings.", names["officers"]: market.options[0]["key"]},
    )
    browser.post(reverse("entry_send", args=[entry.pk]))

    response = Response.objects.get()
    answers = answers_of(response.comments.get())
    assert {"picked": [market.options[0]["key"]]} in answers.values()
    question = "Where was this collected?"
    desk = signed_in(board_member).get(reverse("board_desk")).content.decode()
    assert "Evenings." in desk
    assert question not in desk
    public = f"/consultations/open/respond/section/{section.pk}/"
    assert question not in resident.get(public).content.decode()
    code = code_for(channels.key_of(entry))
    page = resident.post(
        reverse("responses:find"), {"reference": response.reference, "code": code}, follow=True
    ).content.decode()
    assert "Evenings." in page
    assert question not in page


@pytest.mark.parametrize(
    ("late", "said"), [(0, ""), (1, "1 of these responses was"), (2, "2 of these responses were")]
)
def test_officers_read_how_many_were_sent_late(draft, officer, signed_in, late, said):
    entries = [make_entry(draft, by=officer, is_sent=True) for _ in range(3)]
    sent = [entry.response_id for entry in entries[:late]]
    Response.objects.filter(pk__in=sent).update(is_late=True)

    page = signed_in(officer).get(reverse("channels", args=[draft.consultation.pk]))

    words = page.content.decode()
    assert numbers(draft.consultation).late == late
    assert said in words
    assert words.count(", sent late") == late
    assert reconcile(draft.consultation).adds_up


def test_the_form_on_paper_asks_who_answers_as_the_website_does(draft, officer, signed_in):
    browser = signed_in(officer)
    form = browser.get(reverse("channels_form", args=[draft.consultation.pk])).content.decode()
    guide = browser.get(reverse("channels_guide", args=[draft.consultation.pk])).content.decode()

    for asked in ("somebody else, on their behalf", "a councillor or MP", "I am under 13"):
        assert asked in form
        assert asked not in guide


@pytest.mark.parametrize(
    ("about", "people", "councillors"),
    [
        ({"capacity": "on_behalf", "relationship": "carer", "person_knows": "no"}, 1, 0),
        ({"capacity": "councillor", "office": "other"}, 0, 1),
    ],
)
def test_whom_somebody_answers_for_is_typed_in_too(
    draft, officer, signed_in, about, people, councillors
):
    browser = signed_in(officer)
    came = f"{timezone.localtime() - DAY:%d/%m/%Y %H:%M}"
    typed = {"channel": "phone", "received_at": came, "publish": "without_name", **about}

    added = browser.post(reverse("channels_add", args=[draft.consultation.pk]), typed)
    basket = channels.basket_of(channels.ChannelEntry.objects.get())
    make_entry(draft, by=officer, is_sent=True, **about)

    found = numbers(draft.consultation)
    assert added.status_code == 302
    assert {name: getattr(basket, name) for name in about} == about
    assert (found.people, found.councillors) == (people, councillors)
