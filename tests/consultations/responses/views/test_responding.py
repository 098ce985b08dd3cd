"""Responding as people do it, and as nobody should: whatever arrives, no error and no word lost."""

import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from consultations.analysis.domain.reconciling import reconcile
from consultations.responses.domain.deadlines import grace_ends
from consultations.responses.models import Comment, DraftComment, Respondent, Response
from tests.factories.consultations import (
    make_consultation,
    make_published_draft,
    make_response,
    passages_of,
)

pytestmark = pytest.mark.django_db

TYPED = "The hall’s rent doubled in May."
ABOUT = {
    "capacity": "myself",
    "publish": "without_name",
    "organisation_name": "",
    "name": "",
    "email": "",
}


@pytest.fixture
def draft():
    return make_published_draft()


@pytest.fixture
def slug(draft):
    return draft.consultation.slug


@pytest.fixture
def passage(draft):
    return passages_of(draft)[0]


def form_of(draft, passage):
    return reverse("respond:comment", args=[draft.consultation.slug, "passage", passage.pk])


def fields_of(browser, address):
    """The names of the form's fields by kind of question."""
    form = browser.get(address).context["form"]
    return {question.kind: question.field_name for question in form.questions}


def write(browser, draft, passage, **said):
    address = form_of(draft, passage)
    names = fields_of(browser, address)
    said = said or {"stance": "agree", "comment": TYPED}
    return browser.post(address, {names[kind]: value for kind, value in said.items()})


def send(browser, draft, passage, **about):
    write(browser, draft, passage)
    browser.post(reverse("respond:about_you", args=[draft.consultation.slug]), {**ABOUT, **about})
    return browser.post(reverse("respond:check", args=[draft.consultation.slug]))


def text(answer):
    return " ".join(answer.content.decode().split())


class TestTheWalk:
    def test_leads_from_the_form_to_a_receipt(self, resident, draft, passage, slug):
        written = write(resident, draft, passage)
        about = resident.post(reverse("respond:about_you", args=[slug]), ABOUT)
        check = resident.get(reverse("respond:check", args=[slug]))
        sent = resident.post(reverse("respond:check", args=[slug]))
        receipt = resident.get(sent.headers["Location"])

        assert written.headers["Location"] == reverse("respond:about_you", args=[slug])
        assert about.headers["Location"] == reverse("respond:check", args=[slug])
        assert TYPED in text(check)
        assert "Agree" in text(check)
        assert Response.objects.get().reference in text(receipt)

    def test_keeps_what_was_said_word_for_word(self, resident, draft, passage):
        send(resident, draft, passage)

        comment = Comment.objects.get()
        assert [answer.value for answer in comment.answers.all()] == ["agree", TYPED]
        assert comment.quoted_text == passage.text

    def test_sent_twice_is_one_response(self, resident, draft, passage, slug):
        send(resident, draft, passage)
        again = resident.post(reverse("respond:check", args=[slug]))

        assert again.headers["Location"] == reverse("respond:sent", args=[slug])
        assert Response.objects.count() == 1

    def test_holds_several_comments_in_one_response(self, resident, draft, slug):
        first, second = passages_of(draft)[:2]
        write(resident, draft, first)
        send(resident, draft, second)

        assert Response.objects.count() == 1
        assert [c.passage for c in Comment.objects.all()] == [first, second]

    def test_shows_again_what_was_written_about_a_passage(self, resident, draft, passage):
        write(resident, draft, passage)

        page = text(resident.get(form_of(draft, passage)))

        assert TYPED in page

    def test_lets_a_comment_be_removed_and_the_basket_be_deleted(
        self, resident, draft, passage, slug
    ):
        write(resident, draft, passage)
        resident.post(reverse("respond:remove", args=[slug, DraftComment.objects.get().pk]))
        after_removing = DraftComment.objects.count()
        write(resident, draft, passage)
        question = resident.get(reverse("respond:delete", args=[slug]))
        resident.post(reverse("respond:delete", args=[slug]))

        assert (after_removing, question.status_code, DraftComment.objects.count()) == (0, 200, 0)

    def test_after_sending_begins_a_new_response(self, resident, draft, passage, slug):
        send(resident, draft, passage)
        send(resident, draft, passage)

        assert Response.objects.count() == 2
        assert reconcile(draft.consultation).faults == []

    @pytest.mark.parametrize("kind", ["consultation", "draft", "section"])
    def test_takes_comments_on_wider_places_too(self, resident, draft, slug, kind):
        pk = {"draft": draft.pk, "section": draft.sections().first().pk}.get(kind)
        address = (
            reverse("respond:comment", args=[slug, kind, pk])
            if pk
            else reverse("respond:consultation", args=[slug])
        )
        names = fields_of(resident, address)

        resident.post(address, {names["comment"]: TYPED})
        resident.post(reverse("respond:about_you", args=[slug]), ABOUT)
        resident.post(reverse("respond:check", args=[slug]))

        assert Comment.objects.get().place_kind == kind

    def test_asks_a_group_for_its_name(self, resident, draft, passage, slug):
        write(resident, draft, passage)

        answer = resident.post(
            reverse("respond:about_you", args=[slug]), {**ABOUT, "capacity": "group"}
        )

        assert answer.status_code == 422
        assert "Write the name of your group or organisation." in text(answer)

    def test_of_a_no_is_counted_and_in_no_queue(self, resident, draft, passage):
        send(resident, draft, passage, publish="no")

        result = reconcile(draft.consultation)
        assert (result.counted, result.faults) == (1, [])
        assert result.statuses == {"Not to be shown, at its author’s wish": 1}

    def test_needs_no_cookie_to_read_and_sets_none(self, resident, passage):
        page = resident.get(passage.section.url)

        assert page.cookies == {}
        assert "<form" not in text(page)

    def test_keeps_its_cookie_to_its_own_path(self, resident, draft, passage, slug):
        answer = write(resident, draft, passage)

        cookie = answer.cookies["basket"]
        assert cookie["path"] == f"/consultations/{slug}/respond/"
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"


class TestErrors:
    def test_of_an_empty_form_are_listed_at_the_top_and_named_in_the_title(
        self, resident, draft, passage
    ):
        answer = write(resident, draft, passage, comment="  ")

        page = text(answer)
        assert answer.status_code == 422
        assert "<title>Error:" in page
        assert "Choose how far you agree, or write a comment, before you continue." in page

    def test_keep_every_word_that_was_typed(self, resident, draft, passage):
        answer = write(resident, draft, passage, stance="maybe", comment=TYPED)

        assert answer.status_code == 422
        assert TYPED in text(answer)

    def test_of_a_text_that_is_too_long_give_it_back_whole(self, resident, draft, passage):
        long = "word " * 200_000

        answer = write(resident, draft, passage, comment=long)

        assert answer.status_code == 422
        assert answer.content.decode().count("word ") >= 199_999
        assert DraftComment.objects.count() == 0


HOSTILE = {
    "nul": "before\x00after",
    "emoji": "👩‍👩‍👧‍👦 yes 🎉",
    "right-to-left": "\u202eمرحبا بالعالم\u202c",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "formula": "=HYPERLINK(A1)",
    "combining": "Z̸̢̛a̷l̶g̵o̸" * 50,
    "newlines": "one\r\ntwo\r\rthree\n\n",
    "template": "{{ settings.SECRET_KEY }}{% debug %}",
    "control": "\x01\x02\x1b[31m",
    "surrogate": "\ud83d",
}


class TestHostileInput:
    @pytest.mark.parametrize("name", HOSTILE)
    def test_in_every_field_is_taken_or_given_back_and_shown_as_text(
        self, resident, draft, passage, slug, name
    ):
        hostile = HOSTILE[name].encode("utf-8", "surrogatepass").decode("utf-8", "replace")

        write(resident, draft, passage, comment="x" + hostile, wording=hostile)
        resident.post(
            reverse("respond:about_you", args=[slug]),
            {**ABOUT, "capacity": "group", "organisation_name": "G" + hostile, "name": hostile},
        )
        check = resident.get(reverse("respond:check", args=[slug]))
        sent = resident.post(reverse("respond:check", args=[slug]))

        assert {check.status_code, sent.status_code} <= {200, 302}
        assert "<script>alert" not in check.content.decode()
        assert "onerror=alert(1)>" not in check.content.decode()

    @pytest.mark.parametrize(
        "data",
        [
            {},
            {"q_00000000000000000000000000000000": "unknown question"},
            {"q_nonsense": "x", "status": "published", "consultation": "1", "is_default": "1"},
        ],
    )
    def test_for_unknown_questions_is_an_error_on_the_form(self, resident, draft, passage, data):
        answer = resident.post(form_of(draft, passage), data)

        assert answer.status_code == 422
        assert DraftComment.objects.count() == 0

    def test_of_raw_bytes_is_no_error_of_ours(self, resident, draft, passage):
        answer = resident.generic(
            "POST",
            form_of(draft, passage),
            b"q_x=%ff%fe\x00&=&&%",
            content_type="application/x-www-form-urlencoded",
        )

        assert answer.status_code == 422

    @pytest.mark.parametrize("pk", [0, 10**6, 2**63, 10**18, 10**19])
    @pytest.mark.parametrize("kind", ["passage", "section", "draft"])
    @pytest.mark.parametrize("method", ["get", "post"])
    def test_at_an_unknown_place_is_not_found(self, resident, slug, kind, pk, method):
        address = f"/consultations/{slug}/respond/{kind}/{pk}/"

        answer = getattr(resident, method)(address, {"q_x": TYPED} if method == "post" else {})

        assert answer.status_code == 404

    def test_at_a_vanished_place_gives_the_words_back(self, resident, slug):
        answer = resident.post(f"/consultations/{slug}/respond/passage/999999/", {"q_x": TYPED})

        assert TYPED in text(answer)

    def test_at_another_consultations_passage_is_not_found(self, resident, slug):
        elsewhere = passages_of(make_published_draft(make_consultation()))[0]

        answer = resident.get(f"/consultations/{slug}/respond/passage/{elsewhere.pk}/")

        assert answer.status_code == 404

    def test_at_a_consultation_unpublished_meanwhile_is_not_found(
        self, resident, draft, passage, slug
    ):
        type(draft.consultation).objects.filter(slug=slug).update(live=False)

        answer = resident.post(form_of(draft, passage), {"q_x": TYPED})

        assert answer.status_code == 404

    def test_with_a_made_up_basket_key_opens_nothing(self, resident, draft, passage, slug):
        make_response(passage)
        resident.cookies["basket"] = "A" * 43

        answer = resident.get(reverse("respond:sent", args=[slug]))

        assert answer.status_code == 302

    def test_cannot_remove_a_comment_of_somebody_elses_basket(self, draft, passage, slug):
        mine, yours = Client(), Client()
        write(mine, draft, passage)
        write(yours, draft, passage)
        theirs = DraftComment.objects.order_by("pk").first()

        yours.post(reverse("respond:remove", args=[slug, theirs.pk]))

        assert DraftComment.objects.filter(pk=theirs.pk).exists()

    def test_in_the_address_is_a_bad_request(self, resident):
        assert resident.get("/consultations/?stage=%00").status_code == 400
        assert resident.get("/events/%00/").status_code in (400, 404)


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


def test_contact_details_are_on_no_public_page(resident, draft, passage, slug, board_member):
    make_response(passage, publish="without_name", name="Quokka", email="quokka@example.org")

    pages = [passage.section.url, draft.url, f"/consultations/{slug}/views/", "/consultations/"]

    assert [("quokka" in text(resident.get(page)).lower()) for page in pages] == [False] * 4
    assert Respondent.objects.count() == 1


def test_a_send_by_http_takes_at_most_twenty_queries(
    resident, draft, passage, slug, django_assert_max_num_queries
):
    send(resident, draft, passages_of(draft)[1])
    write(resident, draft, passage)
    about = ABOUT | {"email": "quokka@example.org"}  # who gets a receipt by mail
    resident.post(reverse("respond:about_you", args=[slug]), about)

    with django_assert_max_num_queries(20 + 2):  # two of them the test's own savepoint
        resident.post(reverse("respond:check", args=[slug]))


@pytest.mark.parametrize(
    "said", ["other", "none", "Ask another mother; none of us knows other ways."]
)
def test_words_that_are_names_of_answers_are_only_words(resident, draft, passage, slug, said):
    answer = write(resident, draft, passage, stance="agree", comment=said)

    assert answer.status_code == 302
    assert said in DraftComment.objects.get().answers.values()
