"""“Ready to publish?”: what is in the way, and saying why not."""

import datetime as dt

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from consultations.models import DutyOverride
from tests.factories.consultations import DAY, make_consultation
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db

OPENS = timezone.make_aware(dt.datetime(2027, 6, 7, 9))
REASON = "Groups asked for an answer before they set their budgets."


@pytest.fixture
def page():
    return make_consultation(
        opens_at=OPENS, closes_at=OPENS + 14 * DAY, live=False, slug="short", why_proposed=""
    )


def ready(page):
    return reverse("consultation_ready", args=[page.pk])


def record(page, code):
    return reverse("consultation_record_reason", args=[page.pk, code])


def act(name, page):
    return reverse(f"consultation_{name}_reason", args=[page.pk, DutyOverride.objects.get().pk])


def said(answer):
    return [str(message) for message in get_messages(answer.wsgi_request)]


def states(answer):
    return {each.duty.code: str(each.state) for each in answer.context["standings"]}


def test_it_lists_what_is_in_the_way_first(officer, signed_in, page):
    answer = signed_in(officer).get(ready(page))
    text = answer.content.decode()

    assert list(states(answer).items())[:2] == [("reasons", "missing"), ("four_weeks", "missing")]
    assert "2 things are in the way" in text
    assert "A consultation, open for 2 weeks, of which 10 working days." in text
    assert f"/admin/pages/{page.pk}/edit/#id_why_proposed-label" in text
    assert text.count("Record why not<span") == 2


def test_it_judges_the_newest_draft_and_not_what_is_public(officer, signed_in):
    page = make_consultation()
    page.why_proposed = ""
    page.save_revision()

    answer = signed_in(officer).get(ready(page))

    assert states(answer)["reasons"] == "missing"


def test_a_reason_is_recorded_and_taken_back(officer, signed_in, page):
    client = signed_in(officer)

    recorded = client.post(record(page, "reasons"), {"reason": REASON}, follow=True)
    assert states(recorded)["reasons"] == "overridden"
    assert REASON in recorded.content.decode()

    taken_back = client.post(act("withdraw", page), follow=True)
    assert states(taken_back)["reasons"] == "missing"
    assert "The reason was taken back." in taken_back.content.decode()


def test_a_reason_that_is_too_short_comes_back_with_a_sentence(officer, signed_in, page):
    answer = signed_in(officer).post(record(page, "reasons"), {"reason": "No time <b>"})
    text = answer.content.decode()

    assert answer.status_code == 422
    assert "Write at least 20 characters" in text
    assert "No time &lt;b&gt;</textarea>" in text
    assert "<title>" in text
    assert text.split("<title>")[1].strip().startswith("Error: ")


def test_a_second_person_agrees_and_never_the_first(officer, signed_in, page):
    first = signed_in(officer)
    second = signed_in(make_user("second", "Engagement officers"))
    first.post(record(page, "four_weeks"), {"reason": REASON})

    waiting = first.get(ready(page)).content.decode()
    own = first.post(act("confirm", page))
    offered = second.get(ready(page)).content.decode()
    agreed = second.post(act("confirm", page), follow=True)

    assert "You gave this reason, so somebody else has to agree to it." in waiting
    assert "Agree to this reason" not in waiting
    assert said(own)[0].startswith("You gave this reason")
    assert "Agree to this reason" in offered
    assert states(agreed)["four_weeks"] == "overridden"
    assert "agreed by Second" in agreed.content.decode()


@pytest.mark.parametrize("who", ["events_editor", "board_member", "chair", "stranger"])
def test_who_may_not_edit_it_sees_nothing(who, request, signed_in, page):
    client = signed_in(request.getfixturevalue(who))

    answers = [client.get(ready(page)), client.post(record(page, "reasons"), {"reason": REASON})]

    assert {answer.status_code for answer in answers} == {302}
    assert not DutyOverride.objects.exists()


def test_a_stranger_is_sent_to_sign_in(resident, page):
    assert "/accounts/login/" in resident.get(ready(page))["Location"]


@pytest.mark.parametrize("name", ["record", "confirm", "withdraw"])
def test_nothing_is_changed_by_following_a_link(officer, signed_in, page, name):
    args = [page.pk, "reasons"] if name == "record" else [page.pk, 1]

    assert (
        signed_in(officer).get(reverse(f"consultation_{name}_reason", args=args)).status_code == 405
    )


def test_the_editor_leads_to_it(officer, signed_in, page):
    client = signed_in(officer)
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    assert f'href="{ready(page)}"' in editor


def test_it_takes_as_many_queries_for_many_reasons_as_for_few(
    officer, signed_in, page, django_assert_max_num_queries
):
    client = signed_in(officer)
    client.get(ready(page))
    for code in ("reasons", "four_weeks", "options"):
        DutyOverride.objects.create(
            consultation=page, duty=code, reason=REASON, by=officer, at=timezone.now()
        )

    with django_assert_max_num_queries(25):
        client.get(ready(page))
