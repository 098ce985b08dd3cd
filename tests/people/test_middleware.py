"""Staff show a second factor, by whichever way they came in."""

import time

import pytest
import time_machine
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    SECRET_SESSION_KEY,
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
)
from django.contrib.auth import get_user

from tests.factories.people import PASSWORD

SIGN_IN, ASKED_FOR_CODE = "/accounts/login/", "/accounts/2fa/authenticate/"
SET_UP, SHOW_AGAIN = "/accounts/2fa/totp/activate/", "/accounts/2fa/reauthenticate/"


def code_for(secret, *, periods_ago=0):
    counter = int(time.time()) // 30 - periods_ago
    return format_hotp_value(hotp_value(secret, counter))


@pytest.fixture(autouse=True)
def second_factor(settings):
    settings.STAFF_SECOND_FACTOR = True


@pytest.fixture(autouse=True)
def still_clock():
    """No code may run out between the line that makes it and the line that uses it."""
    with time_machine.travel("2026-06-10T11:00:00+00:00", tick=False) as clock:
        yield clock


@pytest.fixture
def secret(officer):
    """What the officer's telephone and the site both know."""
    shared = generate_totp_secret()
    TOTP.activate(officer, shared)
    return shared


@pytest.fixture
def at_the_code(resident, officer, secret):
    """A browser in which the officer has given the password and is asked for the code."""
    answer = resident.post(SIGN_IN, {"login": officer.email, "password": PASSWORD})
    assert answer.url == ASKED_FOR_CODE
    return resident


def is_signed_in(client):
    return get_user(client).is_authenticated


class TestWithoutASecondFactor:
    def test_staff_are_led_to_set_one_up(self, resident, officer):
        resident.post(SIGN_IN, {"login": officer.email, "password": PASSWORD})

        answer = resident.get("/admin/pages/")

        assert (answer.status_code, answer.url) == (302, SET_UP)

    def test_a_form_sent_to_the_admin_does_nothing(self, signed_in, officer):
        answer = signed_in(officer).post("/admin/account/", {"name_email-first_name": "Mallory"})

        officer.refresh_from_db()
        assert (answer.status_code, answer.url) == (302, SET_UP)
        assert officer.first_name == "Officer"

    @pytest.mark.django_db(transaction=True)  # the session is told once the row is committed
    def test_whoever_sets_it_up_gets_in_at_once(self, resident, officer):
        resident.post(SIGN_IN, {"login": officer.email, "password": PASSWORD})
        resident.post(f"/accounts/reauthenticate/?next={SET_UP}", {"password": PASSWORD})
        resident.get(SET_UP)
        secret = resident.session[SECRET_SESSION_KEY]

        set_up = resident.post(SET_UP, {"code": code_for(secret)})

        assert (set_up.status_code, set_up.url) == (302, "/accounts/2fa/recovery-codes/")
        assert resident.get("/admin/").status_code == 200

    def test_the_password_is_asked_for_before_one_is_set_up(self, resident, officer):
        resident.post(SIGN_IN, {"login": officer.email, "password": PASSWORD})

        answer = resident.get(SET_UP)

        assert (answer.status_code, answer.url) == (
            302,
            "/accounts/reauthenticate/?next=%2Faccounts%2F2fa%2Ftotp%2Factivate%2F",
        )

    def test_somebody_without_a_role_is_turned_away_as_ever(self, signed_in, stranger):
        answer = signed_in(stranger).get("/admin/")

        assert (answer.status_code, answer.url) == (302, "/accounts/login/?next=/admin/")

    def test_a_public_page_is_read_by_staff_as_by_anybody(self, home, signed_in, officer):
        assert signed_in(officer).get("/").status_code == 200

    def test_nothing_is_asked_where_the_setting_is_off(self, signed_in, officer, settings):
        settings.STAFF_SECOND_FACTOR = False

        assert signed_in(officer).get("/admin/").status_code == 200


class TestSigningInWithACode:
    def test_the_password_alone_signs_nobody_in(self, at_the_code):
        assert not is_signed_in(at_the_code)
        assert at_the_code.get("/admin/").url == "/accounts/login/?next=/admin/"

    def test_the_password_alone_signs_nobody_in_at_another_door(self, resident, officer, secret):
        for door in ("/admin/login/", "/_util/login/"):
            resident.post(door, {"username": officer.email, "password": PASSWORD})

            assert not is_signed_in(resident)

    def test_the_right_code_opens_the_admin(self, at_the_code, secret):
        answer = at_the_code.post(ASKED_FOR_CODE, {"code": code_for(secret)})

        assert (answer.status_code, answer.url) == (302, "/admin/")
        assert at_the_code.get("/admin/").status_code == 200

    def test_a_wrong_code_does_not(self, at_the_code, secret):
        wrong = f"{(int(code_for(secret)) + 1) % 1_000_000:06}"

        answer = at_the_code.post(ASKED_FOR_CODE, {"code": wrong})

        assert answer.status_code == 200
        assert not is_signed_in(at_the_code)

    @pytest.mark.parametrize("periods_ago", [1, -1])
    def test_a_code_of_another_half_minute_does_not(self, at_the_code, secret, periods_ago):
        code = code_for(secret, periods_ago=periods_ago)

        at_the_code.post(ASKED_FOR_CODE, {"code": code})

        assert not is_signed_in(at_the_code)

    def test_a_code_works_once(self, at_the_code, client, officer, secret):
        at_the_code.post(ASKED_FOR_CODE, {"code": code_for(secret)})
        client.post(SIGN_IN, {"login": officer.email, "password": PASSWORD})

        client.post(ASKED_FOR_CODE, {"code": code_for(secret)})

        assert is_signed_in(at_the_code)
        assert not is_signed_in(client)

    def test_guessing_codes_is_stopped(self, at_the_code, secret, settings):
        settings.ACCOUNT_RATE_LIMITS = {"login_failed": "3/m/key"}
        for guess in range(3):
            at_the_code.post(ASKED_FOR_CODE, {"code": f"{guess:06}"})

        answer = at_the_code.post(ASKED_FOR_CODE, {"code": code_for(secret)})

        assert answer.status_code == 200
        assert not is_signed_in(at_the_code)

    def test_a_recovery_code_opens_the_admin_once(self, at_the_code, client, officer):
        code = RecoveryCodes.activate(officer).get_unused_codes()[0]
        at_the_code.post(ASKED_FOR_CODE, {"code": code})
        client.post(SIGN_IN, {"login": officer.email, "password": PASSWORD})

        client.post(ASKED_FOR_CODE, {"code": code})

        assert at_the_code.get("/admin/").status_code == 200
        assert not is_signed_in(client)


class TestASessionWithoutACode:
    """Such as one that began before the second factor was set up elsewhere."""

    def test_is_led_to_show_it(self, signed_in, officer, secret):
        answer = signed_in(officer).get("/admin/pages/?page=2")

        assert (answer.status_code, answer.url) == (
            302,
            f"{SHOW_AGAIN}?next=%2Fadmin%2Fpages%2F%3Fpage%3D2",
        )

    def test_goes_on_once_it_is_shown(self, signed_in, officer, secret):
        browser = signed_in(officer)
        asked = browser.get("/admin/account/").url

        answer = browser.post(asked, {"code": code_for(secret)})

        assert (answer.status_code, answer.url) == (302, "/admin/account/")
        assert browser.get("/admin/account/").status_code == 200

    def test_of_one_person_says_nothing_about_another(
        self, at_the_code, officer, administrator, secret
    ):
        at_the_code.post(ASKED_FOR_CODE, {"code": code_for(secret)})
        TOTP.activate(administrator, generate_totp_secret())

        at_the_code.force_login(administrator)

        assert at_the_code.get("/admin/").url == f"{SHOW_AGAIN}?next=%2Fadmin%2F"
