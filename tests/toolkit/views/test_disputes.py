import re

import pytest
from django.urls import reverse

from delivery.models import OutboxMessage
from records.domain.references import new_key
from records.models import LogEntry
from tests.factories.compact import make_code, make_compact, make_handler, make_procedure
from tests.factories.toolkit import make_toolkit_index
from toolkit.models import Dispute

RAISE, FIND = "/toolkit/disputes/raise/", "/toolkit/disputes/"
WORDS = "The notice came on the last day.\n\nZZCANARY was told nothing."


@pytest.fixture
def procedure(home):
    return make_procedure(make_compact(make_toolkit_index(home)))


@pytest.fixture
def handler(procedure):
    return make_handler()


@pytest.fixture
def raised(resident, handler):
    """A dispute with its code, raised through the form."""
    answer = resident.post(RAISE, {"key": new_key(), "what_happened": WORDS})
    dispute, code = answer.context["dispute"], answer.context["code"]
    assert dispute.reference in answer.content.decode()
    assert code in answer.content.decode()
    return dispute, code


def test_whoever_raises_it_can_follow_it_with_its_code_alone(resident, raised):
    dispute, code = raised
    page = reverse("compact:dispute", args=[dispute.reference])
    assert resident.get(page).url == f"{FIND}?reference={dispute.reference}"
    wrong = resident.post(FIND, {"reference": dispute.reference, "code": "AAAA-BBBB"})
    assert (wrong.status_code, "ZZCANARY" in wrong.content.decode()) == (422, False)

    answer = resident.post(FIND, {"reference": dispute.reference, "code": code}, follow=True)

    assert "ZZCANARY" in answer.content.decode()
    assert resident.cookies["dispute"]["path"] == page
    assert "no-store" in answer.headers["Cache-Control"]
    resident.post(f"{page}leave/")
    assert resident.get(page).status_code == 302


def test_a_form_with_gaps_comes_back_with_every_word(resident, handler):
    answer = resident.post(RAISE, {"key": new_key(), "what_was_tried": "We rang twice."})

    page = answer.content.decode()
    assert (answer.status_code, Dispute.objects.count()) == (422, 0)
    assert "We rang twice." in page
    assert "Write what happened, in your own words." in page


def test_somebody_is_left_to_read_it(resident, handler):
    answer = resident.post(
        RAISE, {"key": new_key(), "what_happened": WORDS, "kept_from": [handler.pk]}
    )

    assert answer.status_code == 422
    assert "Leave one person" in answer.content.decode()
    assert "ZZCANARY" in answer.content.decode()


def test_letters_go_to_who_may_read_it_and_never_say_what_it_is_about(resident, handler):
    left_out = make_handler("left-out")
    given = {
        "key": new_key(),
        "what_happened": WORDS,
        "email": "group@example.org",
        "kept_from": [left_out.pk],
    }

    resident.post(RAISE, given)
    resident.post(RAISE, given)

    letters = OutboxMessage.objects.order_by("to")
    assert [letter.to for letter in letters] == ["group@example.org", handler.email]
    assert not any("ZZCANARY" in letter.subject + letter.body for letter in letters)


def test_a_flood_is_slowed_down_and_loses_no_word(resident, handler, settings):
    settings.MOST_FORMS_A_MINUTE = 1
    resident.post(RAISE, {"key": new_key(), "what_happened": "First."})

    answer = resident.post(RAISE, {"key": new_key(), "what_happened": WORDS})

    assert (answer.status_code, Dispute.objects.count()) == (429, 1)
    assert "ZZCANARY" in answer.content.decode()


def test_nothing_can_be_raised_where_nobody_is_named(resident, procedure):
    assert resident.get(RAISE).status_code == 404
    page = resident.get(procedure.url).content.decode()
    assert "Nobody is named for it at the moment" in page
    assert RAISE not in page


def test_the_procedure_names_its_readers_and_holds_no_form(resident, procedure, handler):
    answer = resident.get(procedure.url)

    page = answer.content.decode()
    assert f"<li>{handler.get_full_name()}</li>" in page
    assert ("20 working days" in page, "<form" in page, dict(answer.cookies)) == (True, False, {})


def test_a_handler_reads_it_moves_it_on_and_answers(raised, handler, signed_in, resident):
    dispute, code = raised
    browser = signed_in(handler)
    read, move = (reverse(name, args=[dispute.pk]) for name in ("dispute_read", "dispute_move_on"))
    assert dispute.reference in browser.get(reverse("disputes_list")).content.decode()
    assert "ZZCANARY" in browser.get(read).content.decode()
    assert LogEntry.objects.filter(action="dispute.read", by=handler).count() == 1

    assert browser.post(move, {"to": "looked", "words": " "}).status_code == 422
    assert browser.post(move, {"to": "answered", "words": "Too soon."}).status_code == 409
    for state in ("looked", "answered"):
        assert browser.post(move, {"to": state, "words": f"We {state} it."}).url == read

    followed = resident.post(FIND, {"reference": dispute.reference, "code": code}, follow=True)
    page = followed.content.decode()
    assert ("We looked it." in page, "We answered it." in page) == (True, True)
    assert re.search(r"Answered after \d working day", page)
    assert handler.get_full_name() not in page
    assert "No dispute is waiting" in browser.get(reverse("disputes_list")).content.decode()


def test_nobody_else_gets_near_it(raised, administrator, officer, signed_in, resident):
    dispute, _ = raised
    left_out = make_handler("left-out")
    dispute.kept_from.add(left_out)
    addresses = [
        reverse("dispute_read", args=[dispute.pk]),
        reverse("dispute_move_on", args=[dispute.pk]),
    ]

    for user in (administrator, officer):
        browser = signed_in(user)
        assert [browser.post(address).status_code for address in addresses] == [302, 302]
        assert "/admin/disputes/" not in browser.get("/admin/").content.decode()
    browser = signed_in(left_out)
    assert [browser.post(address).status_code for address in addresses] == [404, 404]
    assert dispute.reference not in browser.get(reverse("disputes_list")).content.decode()


def test_a_code_can_be_named_and_a_restricted_one_is_not_offered(resident, handler, procedure):
    compact = procedure.get_parent().specific
    code, hidden = make_code(compact), make_code(compact, "Hidden", live=False)

    page = resident.get(RAISE).content.decode()
    resident.post(RAISE, {"key": new_key(), "what_happened": WORDS, "code": hidden.pk})
    resident.post(RAISE, {"key": new_key(), "what_happened": WORDS, "code": code.pk})

    assert ("Partnership working" in page, "Hidden" in page) == (True, False)
    assert [dispute.code_id for dispute in Dispute.objects.all()] == [code.pk]
