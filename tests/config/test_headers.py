"""The headers with which production answers, page by page."""

import pytest

from tests.factories.people import PASSWORD

PERMISSIONS = (
    "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), "
    "gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()"
)
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": PERMISSIONS,
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains; preload",
}
PUBLIC_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "object-src": "'none'",
    "upgrade-insecure-requests": "",
}
ADMIN_POLICY = {
    **PUBLIC_POLICY,
    "script-src": "'self' 'unsafe-inline'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "frame-src": "'self'",
    "frame-ancestors": "'self'",
}
PUBLIC_PAGES = ["/", "/accounts/login/", "/accounts/signup/", "/health/", "/no-such-page/"]


def policy_of(answer):
    parts = answer.headers["Content-Security-Policy"].split(";")
    return {name: value for name, _, value in (part.strip().partition(" ") for part in parts)}


def the_same_everywhere(answer):
    return {name: answer.headers.get(name) for name in EVERYWHERE}


@pytest.mark.parametrize("address", PUBLIC_PAGES)
def test_a_public_page_allows_nothing_inline_and_nothing_from_elsewhere(home, https, address):
    answer = https.get(address)

    assert policy_of(answer) == PUBLIC_POLICY
    assert the_same_everywhere(answer) == EVERYWHERE


@pytest.mark.parametrize("address", ["/admin/", "/admin/pages/", "/admin/account/"])
def test_an_admin_page_allows_what_wagtail_needs_and_no_other_site(
    home, https, administrator, address
):
    https.force_login(administrator)

    answer = https.get(address, follow=True)

    assert answer.status_code == 200
    assert policy_of(answer) == ADMIN_POLICY
    assert the_same_everywhere(answer) == EVERYWHERE


def test_a_page_in_the_cache_keeps_its_headers(home, https, settings, tmp_path):
    settings.PAGE_CACHE_ENABLED = True
    settings.PAGE_CACHE_STAMP = str(tmp_path / "pages-changed")

    first, second = https.get("/"), https.get("/")

    assert "ETag" in second.headers
    assert policy_of(second) == PUBLIC_POLICY
    assert the_same_everywhere(second) == EVERYWHERE
    assert first.content == second.content


def test_a_page_of_somebody_signed_in_stays_out_of_every_cache(https, administrator):
    https.force_login(administrator)

    answer = https.get("/admin/account/")

    assert answer.headers["Cache-Control"] == (
        "max-age=0, no-cache, no-store, must-revalidate, private"
    )


def test_plain_http_is_led_to_https(home, http):
    answer = http.get("/?page=2")

    assert (answer.status_code, answer.url) == (301, "https://consult.example.org/?page=2")


def test_the_health_page_answers_over_plain_http(db, http):
    assert http.get("/health/").status_code == 200


def test_a_host_that_is_not_ours_is_refused(home, https):
    answer = https.get("/", headers={"host": "elsewhere.example.net"})

    assert answer.status_code == 400


def test_cookies_are_for_this_host_and_https_only(https, administrator):
    https.get("/accounts/login/")
    https.post("/accounts/login/", {"login": administrator.email, "password": PASSWORD})

    cookies = {
        name: (bool(cookie["secure"]), cookie["path"], cookie["domain"], cookie["samesite"])
        for name, cookie in https.cookies.items()
        if cookie.value
    }

    assert cookies == {
        "__Host-csrf": (True, "/", "", "Lax"),
        "__Host-session": (True, "/", "", "Lax"),
        "messages": (True, "/", "", "Lax"),
    }
    assert https.cookies["__Host-session"]["httponly"] is True
