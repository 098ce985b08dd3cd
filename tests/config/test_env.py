"""Every refusal names the variable, and no refusal quotes a password."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env

ROOT = Path(__file__).resolve().parents[2]
POSTGRES_OPTIONS = {
    "connect_timeout": 3,
    "options": (
        "-c statement_timeout=30s -c lock_timeout=5s -c idle_in_transaction_session_timeout=2min"
    ),
}
SQLITE_OPTIONS = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000;"
    ),
}


@pytest.fixture
def given(monkeypatch):
    """Sets the variable THING to this text: `given("yes")`."""
    return lambda value: monkeypatch.setenv("THING", value)


@pytest.fixture(autouse=True)
def thing_is_not_set(monkeypatch):
    monkeypatch.delenv("THING", raising=False)


def refusal(read, *arguments, **options):
    with pytest.raises(ImproperlyConfigured) as caught:
        read("THING", *arguments, **options)
    return str(caught.value)


class TestText:
    def test_is_read_without_the_blanks_around_it(self, given):
        given("  consult  ")

        assert env.text("THING") == "consult"

    @pytest.mark.parametrize("value", ["", "   "])
    def test_is_the_default_when_blank(self, given, value):
        given(value)

        assert env.text("THING", "default") == "default"

    def test_is_refused_when_there_is_no_default(self):
        assert refusal(env.text) == "Set THING: there is no safe default for it."


class TestFlag:
    @pytest.mark.parametrize("value", ["1", "true", "Yes", "ON", " on "])
    def test_is_true_for_words_of_assent(self, given, value):
        given(value)

        assert env.flag("THING", False) is True

    @pytest.mark.parametrize("value", ["0", "false", "No", "OFF"])
    def test_is_false_for_words_of_refusal(self, given, value):
        given(value)

        assert env.flag("THING", True) is False

    @pytest.mark.parametrize("default", [True, False])
    def test_is_the_default_when_not_set(self, default):
        assert env.flag("THING", default) is default

    def test_is_refused_when_it_is_neither(self, given):
        given("ture")

        assert refusal(env.flag, False) == "THING is 'ture'; write true or false."


class TestNumber:
    def test_is_read_when_it_is_the_least(self, given):
        given("1")

        assert env.number("THING", 5, least=1) == 1

    def test_is_the_default_when_not_set(self):
        assert env.number("THING", 5) == 5

    def test_is_refused_when_it_is_below_the_least(self, given):
        given("0")

        said = refusal(env.number, 5, least=1)

        assert said == "THING is 0; the least that works is 1."

    @pytest.mark.parametrize("value", ["four", "4.0", "4 MB"])
    def test_is_refused_when_it_is_no_whole_number(self, given, value):
        given(value)

        assert refusal(env.number, 5) == f"THING is {value!r}; write a whole number."


class TestWords:
    def test_are_read_without_blanks(self, given):
        given(" a.example.org,, b.example.org ,")

        assert env.words("THING") == ["a.example.org", "b.example.org"]

    @pytest.mark.parametrize("value", ["", " , "])
    def test_are_the_default_when_blank(self, given, value):
        given(value)

        assert env.words("THING", ("localhost",)) == ["localhost"]


class TestHosts:
    def test_are_read_when_they_are_names(self, given):
        given("consult.example.org, .example.com")

        assert env.hosts("THING") == ["consult.example.org", ".example.com"]

    @pytest.mark.parametrize("value", ["", " , ", "*", "consult.example.org,*"])
    def test_are_refused_when_anybody_could_choose_one(self, given, value):
        given(value)

        assert refusal(env.hosts) == (
            "Set THING to the names this site answers to, separated by commas, and not to `*`."
        )

    def test_are_refused_when_they_are_addresses(self, given):
        given("https://consult.example.org")

        assert refusal(env.hosts) == (
            "THING holds 'https://consult.example.org'; "
            "write only the name, such as consult.example.org."
        )


class TestSecret:
    def test_is_read_when_it_has_fifty_characters(self, given):
        given("abcde" * 10)

        assert env.secret("THING") == "abcde" * 10

    @pytest.mark.parametrize("value", ["abcdefg" * 7, "x" * 80, "abcd" * 20])
    def test_is_refused_when_it_is_short_or_monotonous(self, given, value):
        given(value)

        said = refusal(env.secret)

        assert said.startswith("THING is too weak: use at least 50 random characters")
        assert value not in said

    def test_is_refused_when_not_set(self):
        assert refusal(env.secret) == "Set THING: there is no safe default for it."


class TestSqlite:
    def test_is_tuned_when_the_path_is_absolute(self, given):
        given("sqlite:////srv/board.sqlite3")

        assert env.database("THING", "") == {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": "/srv/board.sqlite3",
            "CONN_MAX_AGE": None,
            "OPTIONS": SQLITE_OPTIONS,
        }

    def test_lies_in_the_project_when_the_path_is_relative(self, given, monkeypatch, tmp_path):
        given("sqlite:///data/board.sqlite3")
        monkeypatch.chdir(tmp_path)

        assert env.database("THING", "")["NAME"] == str(ROOT / "data" / "board.sqlite3")

    def test_may_lie_in_a_folder_with_any_name(self, given):
        given("sqlite:////srv/the%20council%27s%20%23own%3F/board.sqlite3")

        assert env.database("THING", "")["NAME"] == "/srv/the council's #own?/board.sqlite3"

    @pytest.mark.parametrize("value", ["sqlite://", "sqlite:///"])
    def test_is_refused_when_it_names_no_file(self, given, value):
        given(value)

        assert refusal(env.database, "") == (
            "THING names no file; write sqlite:////var/board.sqlite3."
        )


class TestPostgresql:
    def test_is_read_from_all_parts_of_the_address(self, given):
        given("postgres://board:secret@db.example.org:6432/consultations")

        assert env.database("THING", "") == {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": "consultations",
            "USER": "board",
            "PASSWORD": "secret",
            "HOST": "db.example.org",
            "PORT": "6432",
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": POSTGRES_OPTIONS,
        }

    def test_may_have_any_character_in_its_password(self, given):
        given("postgresql://b%40ard:p%23%2F%3A%40%25ss@db/consultations")

        read = env.database("THING", "")

        assert (read["USER"], read["PASSWORD"], read["HOST"]) == ("b@ard", "p#/:@%ss", "db")

    def test_may_be_reached_through_a_socket(self, given):
        given("postgres:///consultations?host=/run/postgresql&sslmode=disable")

        read = env.database("THING", "")

        assert (read["HOST"], read["PORT"]) == ("", "")
        assert read["OPTIONS"] == {
            **POSTGRES_OPTIONS,
            "host": "/run/postgresql",
            "sslmode": "disable",
        }

    @pytest.mark.parametrize("value", ["postgres://db", "postgres://board:secret@db:5432/"])
    def test_is_refused_when_it_names_no_database(self, given, value):
        given(value)

        said = refusal(env.database, "")

        assert said.startswith("THING names no database; ")
        assert "secret@" not in said

    @pytest.mark.parametrize(
        "value",
        [
            "postgres://board:hush/hush@db/consultations",
            "postgres://board:hush#hush@db/consultations",
            "postgres://board:hush@db:54x2/consultations",
            "postgres://board:hush@db:70000/consultations",
            "postgres://board:hush@[db/consultations",
        ],
    )
    def test_is_refused_without_quoting_it_when_it_cannot_be_read(self, given, value):
        given(value)

        said = refusal(env.database, "")

        assert said.startswith("THING cannot be read; ")
        assert "hush" not in said

    def test_is_refused_when_a_password_hides_the_host(self, given):
        given("postgres://board:12#hush@db/consultations")

        said = refusal(env.database, "")

        assert said.startswith("THING names no database; ")
        assert "hush" not in said


def test_a_database_of_another_make_is_refused(given):
    given("mysql://board:hush@db/consultations")

    assert refusal(env.database, "") == "THING starts with 'mysql'; use sqlite or postgres."


def test_a_database_is_the_default_when_not_set():
    assert env.database("THING", "sqlite:////srv/b.sqlite3")["NAME"] == "/srv/b.sqlite3"


class TestScanner:
    @pytest.mark.parametrize(
        ("value", "where"),
        [
            ("clamd://127.0.0.1:3311", ("127.0.0.1", 3311)),
            ("clamd://scanner", ("scanner", 3310)),
            ("clamd://[::1]:3310/", ("::1", 3310)),
            ("clamd:///run/clamav/clamd.ctl", "/run/clamav/clamd.ctl"),
        ],
    )
    def test_is_read_as_a_host_or_a_path(self, given, value, where):
        given(value)
        assert env.scanner("THING") == where

    @pytest.mark.parametrize("value", ["", " "])
    def test_is_none_when_blank(self, given, value):
        given(value)
        assert env.scanner("THING") is None

    @pytest.mark.parametrize(
        "value",
        [
            "127.0.0.1:3310",
            "tcp://127.0.0.1",
            "clamd://",
            "clamd:///",
            "clamd://host:port",
            "clamd://host/path",
            "yes",
        ],
    )
    def test_is_refused_when_it_is_neither(self, given, value):
        given(value)
        assert "THING" in refusal(env.scanner)
