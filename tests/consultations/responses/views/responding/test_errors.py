"""What is said of an error, and any input answered without one of ours."""

import pytest
from django.test import Client
from django.urls import reverse

from consultations.responses.models import DraftComment
from tests.consultations.responses.views.responding.steps import (
    ABOUT,
    HOSTILE,
    TYPED,
    form_of,
    text,
    write,
)
from tests.factories.consultations import (
    make_consultation,
    make_published_draft,
    make_response,
    passages_of,
)

pytestmark = pytest.mark.django_db


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
