"""Addresses and names of the places a comment can be about."""

import pytest

from consultations.responses.domain.places import Place
from consultations.responses.models import DraftComment
from consultations.responses.templatetags.response_tags import form_url, place_name
from tests.factories.consultations import (
    make_consultation,
    make_published_draft,
    passages_of,
    place_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def places():
    """The four kinds of place in one consultation, from narrow to wide."""
    passage = passages_of(make_published_draft(make_consultation(slug="c")))[0]
    narrow = place_of(passage)
    return [
        narrow,
        Place(narrow.consultation, narrow.draft, narrow.section),
        Place(narrow.consultation, narrow.draft),
        Place(narrow.consultation),
    ]


def test_each_comment_leads_back_to_its_own_form(places):
    addresses = [form_url("c", DraftComment(**place.columns)) for place in places]

    base = "/consultations/c/respond"
    passage, section, draft, _ = (place.thing.pk for place in places)
    assert addresses == [
        f"{base}/passage/{passage}/",
        f"{base}/section/{section}/",
        f"{base}/draft/{draft}/",
        f"{base}/consultation/",
    ]


def test_each_place_has_a_name_that_fits_into_a_sentence(places):
    assert [place_name(place) for place in places] == [
        "passage 1.1",
        "the section “Section 1”",
        "the whole draft",
        "the consultation as a whole",
    ]
