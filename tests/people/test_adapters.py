"""Signing in and up through the real forms, and the letters that follow."""

import pytest
from django.contrib.auth import get_user
from django.core import mail
from django.core.cache import cache

from delivery.domain.outbox import deliver_due
from delivery.models import OutboxMessage
from people.enums import Role
from people.models import User
from tests.factories.people import PASSWORD, make_user

ELSEWHERE = [
    "https://evil.example.net/",
    "//evil.example.net/",
    r"/\evil.example.net/",
    r"\\evil.example.net",
    "https:evil.example.net",
    "javascript:alert(1)",
    "http://testserver.evil.example.net/",
    "\thttps://evil.example.net/",
]
NEW = {"password1": "a long and new password", "password2": "a long and new password"}


@pytest.fixture
def sign_in(resident):
    """Fills in the sign-in form and sends it: `sign_in(officer)`."""

    def send(user, password=PASSWORD, **more):
        return resident.post(
            "/accounts/login/", {"login": user.email, "password": password, **more}
        )

    return send


def is_signed_in(client):
    return get_user(client).is_authenticated


class TestSigningIn:
    def test_leads_an_officer_to_the_admin(self, sign_in, resident, officer):
        answer = sign_in(officer)

        assert (answer.status_code, answer.url) == (302, "/admin/")
        assert get_user(resident) == officer

    def test_leads_a_board_member_to_the_desk(self, sign_in, resident, board_member):
        first = sign_in(board_member)
        second = resident.get(first.url)

        assert (first.url, second.status_code, second.url) == ("/admin/", 302, "/admin/board/")

    def test_leads_everybody_else_to_the_home_page(self, sign_in, stranger):
        assert sign_in(stranger).url == "/"

    def test_takes_the_address_in_any_case(self, resident, officer):
        resident.post("/accounts/login/", {"login": officer.email.upper(), "password": PASSWORD})

        assert is_signed_in(resident)

    def test_leads_to_where_one_was_going(self, sign_in, officer):
        assert sign_in(officer, next="/consultations/").url == "/consultations/"

    @pytest.mark.parametrize("elsewhere", ELSEWHERE)
    def test_never_leads_to_another_site(self, sign_in, officer, elsewhere):
        assert sign_in(officer, next=elsewhere).url == "/admin/"

    @pytest.mark.parametrize("elsewhere", ELSEWHERE)
    def test_never_leads_to_another_site_when_asked_in_the_address(
        self, resident, officer, elsewhere
    ):
        answer = resident.post(
            "/accounts/login/",
            {"login": officer.email, "password": PASSWORD},
            query_params={"next": elsewhere},
        )

        assert answer.url == "/admin/"

    def test_says_the_same_of_a_wrong_password_and_an_unknown_address(self, resident, officer):
        wrong, unknown = (
            resident.post("/accounts/login/", {"login": login, "password": "not the password"})
            for login in (officer.email, "nobody@example.org")
        )

        errors = [list(answer.context["form"].non_field_errors()) for answer in (wrong, unknown)]
        assert (wrong.status_code, unknown.status_code) == (200, 200)
        assert errors[0] == errors[1]
        assert len(errors[0]) == 1
        assert not is_signed_in(resident)

    def test_is_refused_to_somebody_who_has_left(self, sign_in, resident, officer):
        officer.is_active = False
        officer.save()

        sign_in(officer)

        assert not is_signed_in(resident)

    def test_waits_for_the_address_to_be_confirmed(self, db, sign_in, resident):
        """As after `manage.py createsuperuser`: the first sign-in sends the letter."""
        user = User.objects.create_superuser("first@example.org", PASSWORD)

        answer = sign_in(user)

        assert (answer.status_code, answer.url) == (302, "/accounts/confirm-email/")
        assert not is_signed_in(resident)
        assert [letter.to for letter in OutboxMessage.objects.all()] == ["first@example.org"]


class TestRateLimits:
    @pytest.fixture(autouse=True)
    def limits(self, settings):
        settings.ACCOUNT_RATE_LIMITS = {"login": "4/m/ip", "login_failed": "2/m/key"}

    def test_a_third_guess_is_refused_though_it_is_right(self, sign_in, resident, officer):
        guesses = [sign_in(officer, password=guess) for guess in ("one", "two", PASSWORD)]

        assert [answer.status_code for answer in guesses] == [200, 200, 200]
        assert not is_signed_in(resident)

    def test_the_right_password_is_taken_again_when_time_has_passed(
        self, sign_in, resident, officer
    ):
        for guess in ("one", "two", PASSWORD):
            sign_in(officer, password=guess)
        cache.clear()

        sign_in(officer)

        assert is_signed_in(resident)

    def test_one_address_that_goes_on_is_told_to_wait(self, sign_in, officer):
        answers = [sign_in(officer, password="not the password") for _ in range(6)]

        assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 429, 429]

    def test_another_address_is_not_kept_waiting(self, sign_in, resident, officer, board_member):
        for _ in range(3):
            sign_in(officer, password="not the password")

        sign_in(board_member)

        assert is_signed_in(resident)


@pytest.mark.django_db
class TestSigningUp:
    def send(self, client, email):
        return client.post("/accounts/signup/", {"email": email, **NEW})

    def test_looks_the_same_whether_or_not_there_is_an_account(self, client, resident):
        make_user("known")

        known = self.send(client, "known@example.org")
        unknown = self.send(resident, "unknown@example.org")

        assert (known.status_code, known.url) == (302, "/accounts/confirm-email/")
        assert (unknown.status_code, unknown.url) == (known.status_code, known.url)
        pages = [client.get(known.url).content, resident.get(unknown.url).content]
        assert pages[0] == pages[1].replace(b"unknown@", b"known@")
        assert sorted(letter.to for letter in OutboxMessage.objects.all()) == [
            "known@example.org",
            "unknown@example.org",
        ]

    def test_changes_nothing_about_an_account_that_is_there(self, client):
        make_user("known")

        self.send(client, "KNOWN@example.org")

        user = User.objects.get()
        assert user.check_password(PASSWORD)

    def test_gives_no_role_and_no_desk(self, client):
        self.send(client, "resident@example.org")

        user = User.objects.get()
        assert (user.is_staff, user.is_superuser, user.is_active) == (False, False, True)
        assert list(user.groups.all()) == []

    def test_ignores_what_the_form_does_not_ask_for(self, client):
        more = {"is_superuser": "on", "is_staff": "on", "groups": ["1"]}

        client.post("/accounts/signup/", {"email": "resident@example.org", **NEW, **more})

        user = User.objects.get()
        assert (user.is_staff, user.is_superuser, user.groups.count()) == (False, False, 0)

    @pytest.mark.parametrize("password", ["short", "password1234", "resident@example.org"])
    def test_refuses_a_weak_password(self, client, password):
        weak = {"password1": password, "password2": password}

        answer = client.post("/accounts/signup/", {"email": "resident@example.org", **weak})

        assert answer.status_code == 200
        assert User.objects.count() == 0


class TestAForgottenPassword:
    def test_looks_the_same_whether_or_not_there_is_an_account(self, resident, officer):
        known, unknown = (
            resident.post("/accounts/password/reset/", {"email": email})
            for email in (officer.email, "nobody@example.org")
        )

        assert (known.status_code, known.url) == (302, "/accounts/password/reset/done/")
        assert (unknown.status_code, unknown.url) == (known.status_code, known.url)

    def test_is_never_reset_through_a_host_that_is_not_ours(self, resident, officer):
        answer = resident.post(
            "/accounts/password/reset/",
            {"email": officer.email},
            headers={"host": "evil.example.net"},
        )

        assert answer.status_code == 400
        assert OutboxMessage.objects.count() == 0


class TestLetters:
    def test_go_through_the_outbox_with_a_mail_server_that_is_away(
        self, resident, officer, settings
    ):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9

        answer = resident.post("/accounts/password/reset/", {"email": officer.email})

        letter = OutboxMessage.objects.get()
        assert answer.status_code == 302
        assert letter.to == officer.email
        assert "/accounts/password/reset/key/" in letter.body

    def test_are_sent_at_once_when_the_request_has_committed(
        self, resident, officer, django_capture_on_commit_callbacks
    ):
        with django_capture_on_commit_callbacks(execute=True):
            resident.post("/accounts/password/reset/", {"email": officer.email})

        letter = OutboxMessage.objects.get()
        assert [message.to for message in mail.outbox] == [[officer.email]]
        assert (letter.tries, letter.last_error) == (1, "")
        assert letter.sent_at is not None

    def test_are_each_a_letter_of_their_own(self, resident, officer):
        for _ in range(2):
            resident.post("/accounts/password/reset/", {"email": officer.email})

        assert deliver_due() == 2

    def test_lead_to_a_confirmed_account(self, client, db):
        email = "resident@example.org"
        client.post("/accounts/signup/", {"email": email, **NEW})
        letter = OutboxMessage.objects.get()
        [address] = [word for word in letter.body.split() if "/accounts/confirm-email/" in word]

        client.post(address)
        client.post("/accounts/login/", {"login": email, "password": NEW["password1"]})

        assert get_user(client).email == email


def test_a_role_given_later_opens_the_admin(resident, stranger):
    resident.post("/accounts/login/", {"login": stranger.email, "password": PASSWORD})
    before = resident.get("/admin/").status_code
    make_user("somebody", Role.EVENTS_EDITOR).groups.get().user_set.add(stranger)

    after = resident.get("/admin/").status_code

    assert (before, after) == (302, 200)
