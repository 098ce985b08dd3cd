"""A NUL in an address or a cookie is answered with 400, on every database."""

import pytest


@pytest.mark.parametrize(
    "address", ["/?query=a%00b", "/consultations/%00/", "/admin/pages/?q=%00", "/%00"]
)
def test_an_address_with_a_nul_is_refused(home, resident, address):
    answer = resident.get(address)

    assert answer.status_code == 400
    assert answer.content == b"This address holds a character that cannot be used."
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_a_cookie_with_a_nul_is_refused(home, resident, settings):
    resident.cookies[settings.SESSION_COOKIE_NAME] = '"\\000aaaaaaaaaaaaaaaa"'

    assert resident.get("/accounts/login/").status_code == 400


def test_an_address_with_an_escaped_percent_sign_is_not_refused(home, resident):
    assert resident.get("/?page=%2500").status_code == 200


def test_a_nul_in_a_form_is_left_to_the_form(home, resident):
    answer = resident.post("/accounts/login/", {"login": "a\x00@example.org", "password": "x"})

    assert answer.status_code == 200
    assert "login" in answer.context["form"].errors


def test_a_stranger_cannot_loosen_the_policy_by_a_similar_address(home, resident):
    answer = resident.get("/administration/")

    assert "unsafe-inline" not in answer.headers["Content-Security-Policy"]
