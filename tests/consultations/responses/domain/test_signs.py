"""What looks as if a machine had sent it: marked, never refused."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from consultations.responses.domain.signs import QUICKEST, signs_of, with_signs
from consultations.responses.enums import Sign
from consultations.responses.models import DraftComment, Response, ResponseDraft
from tests.factories.consultations import make_published_draft, make_response, passages_of

NOW = dt.datetime(2026, 6, 10, 11, tzinfo=dt.UTC)
MOMENT = dt.timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("hidden_box", "opened_at", "signs"),
    [
        ("", NOW - QUICKEST, []),
        ("", NOW - QUICKEST + MOMENT, [Sign.TOO_QUICK]),
        ("", None, [Sign.UNSIGNED]),
        ("https://example.org", NOW - QUICKEST, [Sign.HIDDEN_BOX]),
        ("https://example.org", NOW, [Sign.HIDDEN_BOX, Sign.TOO_QUICK]),
    ],
)
def test_each_sign_is_told_by_its_own_rule(hidden_box, opened_at, signs):
    assert signs_of(hidden_box=hidden_box, opened_at=opened_at, at=NOW) == signs


def test_signs_are_added_once_each():
    assert with_signs("too_quick", [Sign.TOO_QUICK, Sign.HIDDEN_BOX]) == "hidden_box too_quick"
    assert with_signs("", []) == ""


@pytest.mark.django_db
def test_what_a_machine_fills_in_is_kept_counted_and_read_first(resident, board_member, client):
    draft = make_published_draft()
    first, second = passages_of(draft)[:2]
    slug = draft.consultation.slug
    make_response(second)
    address = reverse("respond:comment", args=[slug, "passage", first.pk])
    page = resident.get(address)
    name = {q.kind: q.field_name for q in page.context["form"].questions}["comment"]

    resident.post(
        address,
        {name: "Buy this.", "homepage": "x", "opened": page.context["opened"]},
    )
    about = {"capacity": "myself", "publish": "without_name"}
    resident.post(reverse("respond:about_you", args=[slug]), about)
    resident.post(reverse("respond:check", args=[slug]))
    client.force_login(board_member)
    desk = client.get("/admin/board/").content.decode()
    marked = client.get("/admin/board/?first=1").content.decode()

    assert [r.signs for r in Response.objects.counted().order_by("pk")] == [
        "",
        "hidden_box too_quick",
    ]
    assert "1 of what waits looks as if a machine had sent it." in " ".join(desk.split())
    assert ("Buy this." in marked, "More help for small groups." in marked) == (True, False)
    assert "A box that people do not see was filled in" in marked


@pytest.mark.django_db
def test_in_a_flood_what_is_one_too_many_is_marked_and_counted(settings):
    settings.MOST_RESPONSES_IN_TEN_MINUTES = 2
    passage = passages_of(make_published_draft())[0]
    now = timezone.now()
    earlier = now - dt.timedelta(minutes=10)

    for moment in (earlier, now - MOMENT, now, now, now):
        make_response(passage, at=moment)

    signs = Response.objects.counted().order_by("pk").values_list("signs", flat=True)
    assert list(signs) == ["", "", "", "flood", "flood"]


@pytest.mark.django_db
def test_somebody_who_takes_their_time_has_no_sign(resident):
    draft = make_published_draft()
    passage = passages_of(draft)[0]
    address = reverse("respond:comment", args=[draft.consultation.slug, "passage", passage.pk])
    page = resident.get(address)
    name = {q.kind: q.field_name for q in page.context["form"].questions}["comment"]
    later = timezone.now() + QUICKEST

    with time_machine.travel(later):
        resident.post(address, {name: "Slowly.", "opened": page.context["opened"]})

    assert ResponseDraft.objects.get().signs == ""
    assert DraftComment.objects.count() == 1
