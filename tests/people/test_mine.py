"""What is somebody's own: their responses on one page, and nobody else's."""

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from consultations.responses.models import Respondent
from tests.factories.consultations import make_published_draft, make_response, passages_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(stranger):
    browser = Client()
    browser.force_login(stranger)
    return browser


def test_whoever_is_not_signed_in_is_asked_to(resident):
    answer = resident.get("/accounts/mine/")

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/accounts/login/")


def test_an_account_shows_its_own_responses_and_opens_them(
    signed_in, stranger, django_assert_max_num_queries
):
    passages = passages_of(make_published_draft())
    assert "You have sent nothing" in signed_in.get("/accounts/mine/").content.decode()
    EmailAddress.objects.create(user=stranger, email="me@example.org", verified=True)
    EmailAddress.objects.create(user=stranger, email="not-mine@example.org", verified=False)
    with_account = make_response(passages[0])
    Respondent.objects.create(response=with_account, user=stranger)
    with_address = make_response(passages[1], email="Me@example.org")
    others = [
        make_response(passages[2], email="not-mine@example.org"),
        make_response(passages[2], email="else@example.org"),
    ]

    with django_assert_max_num_queries(12):
        page = signed_in.get("/accounts/mine/").content.decode()
    opened = [
        signed_in.post(f"/responses/{response.reference}/open/").headers["Location"]
        for response in (with_account, with_address, others[0])
    ]

    assert page.count("1 comment.") == 2 * 2  # seen, and read out with its button
    assert [response.reference in page for response in others] == [False, False]
    assert opened == [
        f"/responses/{with_account.reference}/",
        f"/responses/{with_address.reference}/",
        "/responses/",
    ]
    assert signed_in.get(opened[1]).status_code == 200
    assert Client().post(f"/responses/{others[1].reference}/open/").status_code == 302


def test_deleting_the_details_takes_it_from_the_page(signed_in, stranger):
    response = make_response(passages_of(make_published_draft())[0])
    Respondent.objects.create(response=response, user=stranger)
    signed_in.post(f"/responses/{response.reference}/open/")

    signed_in.post(f"/responses/{response.reference}/details/")

    assert response.reference not in signed_in.get("/accounts/mine/").content.decode()
