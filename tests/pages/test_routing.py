"""An address leads to its page as in Wagtail, in fewer queries, and never past a restriction."""

import pytest
from wagtail.models import PageViewRestriction

from pages.models import StandardPage
from tests.factories.consultations import make_published_draft, passages_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(home):
    above = home.add_child(instance=StandardPage(title="Above", slug="above"))
    below = above.add_child(instance=StandardPage(title="Below", slug="below"))
    return above, below


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/", 200),
        ("/above/", 200),
        ("/above/below/", 200),
        ("/below/", 404),
        ("/above/nothing/", 404),
        ("/nothing/below/", 404),
        ("/above/below/nothing/", 404),
    ],
)
def test_only_whole_addresses_lead_anywhere(resident, pages, address, status):
    assert resident.get(address).status_code == status


def test_an_unpublished_page_is_not_found_and_what_is_below_it_is(resident, pages):
    above, _ = pages
    above.unpublish()

    assert resident.get("/above/").status_code == 404
    assert resident.get("/above/below/").status_code == 200


@pytest.mark.parametrize("restricted", ["above", "below", "alias"])
def test_a_restriction_holds_for_the_page_and_everything_below_it(resident, pages, restricted):
    above, below = pages
    page = {"above": above, "below": below, "alias": below}[restricted]
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    address = "/above/below/"
    if restricted == "alias":
        alias = below.create_alias(update_slug="twin", parent=above.get_parent())
        address = f"/{alias.slug}/"

    answer = resident.get(address)

    assert (answer.status_code, answer.headers["Location"].split("?")[0]) == (
        302,
        "/accounts/login/",
    )


@pytest.mark.parametrize("where", ["consultation", "index", "alias"])
@pytest.mark.parametrize(
    "address", ["respond/", "respond/passage/{passage}/", "respond/check/", "views/"]
)
def test_a_restricted_consultation_has_no_open_side_door(resident, where, address):
    draft = make_published_draft()
    consultation = draft.consultation
    page = consultation.get_parent() if where == "index" else consultation
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    passage = passages_of(draft)[0]
    if where == "alias":
        consultation = consultation.create_alias(update_slug="twin", parent=page.get_parent())

    answer = resident.get(f"{consultation.url}{address.format(passage=passage.pk)}")

    assert answer.status_code == 404
