"""Two members of a group in a real browser; and nothing for axe to find on these pages."""

import datetime as dt

from django.urls import reverse
from django.utils import timezone

from consultations.responses.domain import equality
from people.domain.postcodes import replace_table
from tests.browser.inspecting import title_of
from tests.factories.channels import attach, make_entry, make_keying
from tests.factories.consultations import (
    make_consultation,
    make_published_draft,
    make_response,
    passages_of,
)
from tests.factories.people import make_area, make_user
from tests.journeys.responding import answer_as_oneself, follow, press, write

GROUP = "/consultations/open/respond/group/"


def test_writing_together(page, open_page, allow, inspect):
    draft = make_published_draft(make_consultation(slug="open"))
    make_response(passages_of(draft)[0], organisation="Riverside Carers")
    found = {}

    page.goto(GROUP)
    found[title_of(page)] = inspect(page)
    page.get_by_label("Name of the group or organisation").fill("Riverside Carers")
    press(page, "Begin, and get two codes")
    found[title_of(page)] = inspect(page)
    share = page.locator(".confirmation__code").first.inner_text()
    page.goto(GROUP)
    found[title_of(page)] = inspect(page)
    page.goto(f"{GROUP}pack/")
    found[title_of(page)] = inspect(page)
    page.goto(GROUP)
    follow(page, "Write: Section 1")
    found[title_of(page)] = inspect(page)

    member = open_page()
    member.goto(GROUP)
    member.get_by_label("Code of the group").fill(share)
    press(member, "Open our answers")
    follow(member, "Write: Section 1")
    member.get_by_label("What would you change?").fill("Evenings.")
    press(member, "Keep it for the group")

    page.get_by_label("What would you change?").fill("Saturdays.")
    allow(page, "409", because="two people changed one answer")
    press(page, "Keep it for the group")
    found[title_of(page)] = inspect(page)
    page.get_by_label("Both, put together as follows").check()
    press(page, "Keep what I chose")
    follow(page, "Put our response together")
    found[title_of(page)] = inspect(page)
    page.get_by_label("Yes, without the name").check()
    press(page, "Go on to the check")
    assert page.get_by_text("Saturdays.").is_visible()
    press(page, "Send my response")
    page.goto(GROUP)
    found["a workspace whose response was sent"] = inspect(page)

    page.context.clear_cookies()
    page.goto(f"/consultations/open/respond/passage/{passages_of(draft)[0].pk}/")
    write(page, "Say when.")
    answer_as_oneself(page)
    press(page, "Send my response")
    follow(page, "Say how this form was")
    found[title_of(page)] = inspect(page)
    page.go_back()
    follow(page, "Answer questions about you")
    found[title_of(page)] = inspect(page)

    assert {name: lines for name, lines in found.items() if lines} == {}


def test_other_channels(page, sign_in, inspect):
    officer = make_user("first-officer", is_superuser=True)
    draft = make_published_draft(make_consultation(slug="open"))
    consultation = draft.consultation
    for number in range(20):
        response = make_response(passages_of(draft)[0])
        equality.give(
            response=response,
            groups={"sex": "female" if number % 2 else "male"},
            now=timezone.now(),
        )
    equality.settle(consultation=consultation, now=timezone.now() + dt.timedelta(days=30))
    attach(draft, response.idempotency_key)
    unsent = make_entry(draft, by=officer)
    sent = make_entry(draft, by=officer, is_sent=True)
    make_keying(sent, by=make_user("second-officer"))
    other = make_entry(draft, by=make_user("third-officer"), is_sent=True)
    again = other.response.comments.get()
    type(other).objects.filter(pk=other.pk).update(is_sampled=True)
    make_area("Quayside")
    replace_table(text="ZZ1,Quayside")
    addresses = [
        reverse("channels_home"),
        reverse("channels", args=[consultation.pk]),
        reverse("channels_add", args=[consultation.pk]),
        reverse("channels_form", args=[consultation.pk]),
        reverse("entry", args=[unsent.pk]),
        reverse("entry", args=[sent.pk]),
        reverse("entry_write", args=[unsent.pk]),
        reverse("again", args=[again.pk]),
        reverse("impact_by_group", args=[consultation.pk]),
        reverse("postcodes"),
    ]
    sign_in(page, officer)

    found = {}
    for address in addresses:
        answer = page.goto(address)
        found[address] = inspect(page)
        if answer.status != 200:
            found[address].append(f"was answered {answer.status}")

    assert {address: lines for address, lines in found.items() if lines} == {}
