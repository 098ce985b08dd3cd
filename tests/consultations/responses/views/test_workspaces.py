"""A group writes together: two browsers at once, one of them the lead's."""

import re

import pytest
from django.test import Client

from consultations.analysis.domain.reconciling import reconcile
from consultations.responses.domain.numbers import numbers
from consultations.responses.models import Response, Workspace, WorkspaceAnswer
from people.models import Organisation
from tests.factories.consultations import (
    make_consultation,
    make_published_draft,
    make_response,
    passages_of,
)

GROUP = "/consultations/open/respond/group/"


@pytest.fixture
def draft(usual_draft):
    return usual_draft


@pytest.fixture
def lead():
    return Client()


@pytest.fixture
def member():
    return Client()


def codes(client, **fields):
    """Begin a workspace; the code to share and the lead's."""
    fields = {"name": "Riverside Carers", **fields}
    page = client.post(f"{GROUP}start/", fields)
    return re.findall(r"[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}", page.content.decode())


def open_page(client, address):
    """What a browser would send back if nobody wrote anything."""
    page = client.get(address).content.decode()
    data = dict(re.findall(r'type="hidden" name="(seen)" value="([^"]+)"', page))
    data["asked"] = re.findall(r'name="asked" value="([^"]+)"', page)
    for name, text in re.findall(r'<textarea name="(q_\w+)"[^>]*>\s*([^<]*)</textarea>', page):
        data[name] = text
    for name, value in re.findall(r'type="radio" name="(q_\w+)" value="(\w+)"[^>]*checked', page):
        data[name] = value
    return data


def boxes(draft):
    from consultations.responses.domain.questionnaires import version_asked

    version = version_asked(consultation=draft.consultation)
    return {question.kind: question.field_name for question in version.questions.all()}


def test_two_people_write_at_once_and_nobodys_words_are_lost(draft, lead, member):
    share, _ = codes(lead)
    member.post(f"{GROUP}start/", {"code": share.lower()})
    names = boxes(draft)
    address = f"{GROUP}write/section/{draft.sections().first().pk}/"
    first, second = open_page(lead, address), open_page(member, address)

    # Each changes another answer: both stand.
    lead.post(address, {**first, names["stance"]: "agree", "by_name": "Ada"})
    member.post(address, {**second, names["comment"]: "We need evenings.", "by_name": "Ben"})
    both = open_page(lead, address)
    assert both[names["stance"]] == "agree"
    assert both[names["comment"]] == "We need evenings."

    # Both change the same: the later one sees two texts, and nothing has been replaced.
    first, second = open_page(lead, address), open_page(member, address)
    lead.post(address, {**first, names["comment"]: "Evenings and Saturdays."})
    clash = member.post(address, {**second, names["comment"]: "Evenings, please."})
    page = clash.content.decode()
    assert clash.status_code == 409
    assert "Evenings and Saturdays." in page
    assert "Evenings, please." in page
    assert open_page(member, address)[names["comment"]] == "Evenings and Saturdays."

    held = re.search(r'name="held" value="([^"]+)"', page)[1]
    key = names["comment"].removeprefix("q_")
    chosen = {"held": held, f"choice_{key}": "both", f"both_{key}": "Evenings, please, and more."}
    member.post(f"{GROUP}merge/", chosen)
    assert open_page(lead, address)[names["comment"]] == "Evenings, please, and more."
    versions = WorkspaceAnswer.objects.filter(question_key=key).order_by("version")
    assert [answer.value for answer in versions] == [
        "We need evenings.",
        "Evenings and Saturdays.",
        "Evenings, please, and more.",
    ]
    # A merge that was overtaken asks again instead of replacing.
    again = member.post(f"{GROUP}merge/", {**chosen, f"both_{key}": "Mine."})
    assert again.status_code == 409


def test_only_the_lead_sends_and_it_is_one_response_of_a_group(draft, lead, member):
    share, lead_code = codes(lead, org_id="gb-chc-1234567")
    member.post(f"{GROUP}start/", {"code": share})
    names = boxes(draft)
    address = f"{GROUP}write/section/{draft.sections().first().pk}/"
    member.post(address, {**open_page(member, address), names["comment"]: "We need evenings."})
    about = {
        "publish": "with_name",
        "represents": "60 carers",
        "is_approved": "yes",
        "approved_by": "The committee",
        "approved_on": "27 3 2026",
    }

    assert member.post(f"{GROUP}compose/", about).url == GROUP
    assert lead.post(f"{GROUP}compose/", about).url.endswith("/respond/check/")
    assert not Response.objects.exists()
    lead.post("/consultations/open/respond/check/")
    lead.post("/consultations/open/respond/check/")

    response = Response.objects.get()
    assert response.organisation.org_id == "GB-CHC-1234567"
    assert response.statement.represents == "60 carers"
    assert str(response.statement.approved_on) == "2026-03-27"
    assert response.reference in member.get(GROUP).content.decode()
    late = member.post(address, {**open_page(lead, address), names["comment"]: "One more."})
    assert late.status_code == 409
    assert "One more." in late.content.decode()
    assert reconcile(draft.consultation).adds_up
    # The lead's code opens it in another browser, as the lead's.
    other = Client()
    other.post(f"{GROUP}start/", {"code": lead_code})
    assert "Who wrote" not in other.get(GROUP).content.decode()


def test_codes_open_their_own_workspace_and_no_other(draft, lead):
    share, _ = codes(lead)
    make_published_draft(make_consultation(slug="another"))
    stranger = Client()

    wrong = stranger.post(f"{GROUP}start/", {"code": "AAAA-BBBB-CCCC-DDDD"})
    elsewhere = stranger.post("/consultations/another/respond/group/start/", {"code": share})

    assert wrong.status_code == 422
    assert elsewhere.status_code == 422
    assert stranger.get(GROUP).status_code == 302
    hashes = Workspace.objects.values_list("share_hash", "lead_hash").get()
    assert share not in hashes


def test_a_second_response_of_the_same_organisation_is_warned_about_and_taken(draft, lead):
    passage = passages_of(draft)[0]
    make_response(passage, organisation="Riverside Carers")
    codes(lead, name="riverside  carers")

    assert "We already have a response" in lead.get(GROUP).content.decode()
    make_response(passage, organisation="Riverside carers")

    assert Organisation.objects.count() == 1
    assert Response.objects.counted().count() == 2


def test_people_organisations_and_meetings_are_three_figures(draft):
    passage = passages_of(draft)[0]
    make_response(passage)
    make_response(passage, organisation="Riverside Carers")
    make_response(passage, organisation="Riverside Carers")
    Response.objects.filter(pk=make_response(passage).pk).update(capacity="meeting", headcount=24)

    found = numbers(draft.consultation)

    assert (found.people, found.of_organisations, found.organisations) == (1, 2, 1)
    assert (found.meetings, found.at_meetings) == (1, 24)
    assert found.responses == Response.objects.counted().count() == 4


def test_the_meeting_pack_prints_every_question_with_the_form_version(draft, lead):
    codes(lead)

    page = lead.get(f"{GROUP}pack/").content.decode()

    assert page.count("What would you change?") == 3, "two sections and the consultation itself"
    assert "Form: About a passage, version 1." in page
    assert "How many people took part" in page
