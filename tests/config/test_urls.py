"""One door: whatever asks for a password leads to allauth's form, and nothing else signs in."""

import pytest
from django.contrib.auth import get_user
from django.urls import URLPattern, URLResolver, get_resolver

from tests.factories.people import PASSWORD

OTHER_DOORS = ["/admin/login/", "/_util/login/"]
CLOSED = [
    "/admin/password_reset/",
    "/admin/password_reset/done/",
    "/admin/password_reset/complete/",
    "/admin/password_reset/confirm/MQ/set-password/",
    "/django-admin/",
    "/django-admin/login/",
    "/admin/login/admin/",
    "/api/v2/pages/",
    "/api/v3/pages/",
]


def is_signed_in(client):
    return get_user(client).is_authenticated


@pytest.mark.parametrize("door", OTHER_DOORS)
def test_another_door_leads_to_ours(resident, door):
    answer = resident.get(door, {"next": "/admin/pages/"})

    assert (answer.status_code, answer.url) == (302, "/accounts/login/?next=%2Fadmin%2Fpages%2F")


@pytest.mark.parametrize("door", OTHER_DOORS)
def test_a_password_given_at_another_door_signs_nobody_in(resident, officer, door):
    answer = resident.post(
        door, {"username": officer.email, "login": officer.email, "password": PASSWORD}
    )

    assert (answer.status_code, answer.url) == (302, "/accounts/login/")
    assert not is_signed_in(resident)


def test_the_same_password_given_at_our_door_signs_in(resident, officer):
    resident.post("/accounts/login/", {"login": officer.email, "password": PASSWORD})

    assert is_signed_in(resident)


def test_another_door_without_its_slash_leads_to_ours(home, resident):
    answer = resident.get("/admin/login", follow=True)

    assert answer.redirect_chain == [("/admin/login/", 301), ("/accounts/login/", 302)]


@pytest.mark.parametrize("address", CLOSED)
def test_a_closed_address_is_not_found(home, administrator, signed_in, address):
    assert signed_in(administrator).get(address).status_code == 404


def test_the_admin_leads_a_resident_to_our_door(resident):
    answer = resident.get("/admin/pages/")

    assert (answer.status_code, answer.url) == (302, "/accounts/login/?next=/admin/pages/")


def test_a_password_is_not_changed_in_the_admin(officer, signed_in):
    text = signed_in(officer).get("/admin/account/").content.decode()

    assert 'type="password"' not in text
    assert 'name="name_email-first_name"' in text


def views(patterns, prefix=""):
    """(address, view) of every pattern in the whole URL map."""
    for pattern in patterns:
        address = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from views(pattern.url_patterns, address)
        elif isinstance(pattern, URLPattern):
            yield address, pattern.callback


def test_no_other_view_of_django_or_wagtail_signs_anybody_in():
    """Each of these is shadowed by a redirect that stands before it."""
    found = [
        address
        for address, view in views(get_resolver().url_patterns)
        if getattr(getattr(view, "view_class", view), "__name__", "") == "LoginView"
        and not view.__module__.startswith("allauth.")
    ]

    assert found == ["admin/login/", "_util/login/"]


def test_the_django_admin_is_not_mounted():
    found = [
        address
        for address, view in views(get_resolver().url_patterns)
        if view.__module__.startswith("django.contrib.admin")
    ]

    assert found == []
