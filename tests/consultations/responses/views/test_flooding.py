"""More forms than a room full of people could send: slowed down, and no word lost."""

import pytest
from django.urls import reverse

from tests.factories.consultations import make_published_draft, passages_of

pytestmark = pytest.mark.django_db


def test_a_flood_is_slowed_down_and_loses_no_word(resident, settings):
    settings.MOST_FORMS_A_MINUTE = 1
    draft = make_published_draft()
    passage = passages_of(draft)[0]
    address = reverse("respond:comment", args=[draft.consultation.slug, "passage", passage.pk])
    resident.post(address, {"q_x": "First."})

    answer = resident.post(address, {"q_x": "Second words, which must not be lost."})

    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")
    assert "Second words, which must not be lost." in answer.content.decode()
    assert "Wait for a minute" in answer.content.decode()


def test_guessing_codes_is_slowed_down(resident, settings):
    settings.MOST_FORMS_A_MINUTE = 3
    given = {"reference": "222-222-222", "code": "AAAA"}

    statuses = [resident.post("/responses/", given).status_code for _ in range(4)]

    assert statuses == [422, 422, 422, 429]


def test_reading_a_form_is_never_too_fast(resident, settings):
    settings.MOST_FORMS_A_MINUTE = 1

    assert [resident.get("/responses/").status_code for _ in range(3)] == [200] * 3
