"""The address of a passage: short enough to print, and good for as long as the site stands."""

import pytest
from wagtail.models import PageViewRestriction

from consultations.drafts.importing.publish import make_draft
from tests.factories.consultations import (
    make_consultation,
    make_outline,
    make_published_draft,
    passages_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return make_published_draft(make_consultation(slug="open"), sections=2, passages=2)


def where(browser, path):
    """The address to which this one leads, or the status of the answer."""
    answer = browser.get(path)
    return answer.url if answer.status_code == 302 else answer.status_code


def test_a_number_leads_to_its_passage_in_its_section(resident, draft):
    assert where(resident, "/consultations/open/draft/passage/2.1/") == (
        "/consultations/open/draft/section-2/#p2-1"
    )


def test_the_id_of_its_block_leads_there_too(resident, draft):
    passage = passages_of(draft)[1]

    address = where(resident, f"/consultations/open/draft/passage/{passage.block_id}/")

    assert address == "/consultations/open/draft/section-1/#p1-2"


@pytest.mark.parametrize(
    "path",
    [
        "open/draft/passage/3.1/",
        "open/draft/passage/21/",
        "open/draft/passage/p2-1/",
        "open/draft/passage/%F0%9F%98%80/",
        "open/draft/passage/00000000-0000-0000-0000-000000000000/",
        "open/other/passage/2.1/",
        "other/draft/passage/2.1/",
    ],
)
def test_no_passage_at_an_address_is_said(resident, draft, path):
    assert where(resident, f"/consultations/{path}") == 404


def test_a_passage_of_another_version_is_not_found_under_this_one(resident, draft):
    later = make_published_draft(draft.consultation, sections=3, passages=1)

    assert where(resident, f"/consultations/open/{later.slug}/passage/3.1/") != 404
    assert where(resident, "/consultations/open/draft/passage/3.1/") == 404


def test_an_unpublished_draft_has_no_addresses(resident):
    make_draft(make_outline(), consultation=make_consultation(slug="open"))

    assert where(resident, "/consultations/open/draft/passage/1.1/") == 404


@pytest.mark.parametrize("restricted", ["consultation", "draft"])
def test_what_a_visitor_may_not_see_has_no_addresses(resident, draft, restricted):
    page = draft if restricted == "draft" else draft.consultation
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)

    assert where(resident, "/consultations/open/draft/passage/1.1/") == 404
    assert where(resident, "/consultations/open/draft/draft.pdf") == 404


def test_an_address_outlives_a_new_name_of_its_consultation(
    resident, draft, django_capture_on_commit_callbacks
):
    consultation = draft.consultation
    consultation.slug = "renamed"
    with django_capture_on_commit_callbacks(execute=True):
        consultation.save_revision().publish()

    answer = resident.get("/consultations/open/draft/passage/2.1/", follow=True)

    assert answer.redirect_chain[-1][0] == "/consultations/renamed/draft/section-2/#p2-1"
    assert answer.status_code == 200


def test_every_passage_shows_its_address(resident, draft):
    page = resident.get("/consultations/open/draft/section-2/").content.decode()

    address = "http://testserver/consultations/open/draft/passage/2.1/"
    assert f'Link to this passage: <a href="{address}">{address}</a>' in page
    assert "passage 2.1. http://testserver/" in page
