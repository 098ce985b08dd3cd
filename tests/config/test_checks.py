import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env
from config.checks import (
    one_process_without_shared_cache,
    refuse_to_serve_badly,
    sqlite_is_tuned,
    untuned,
)


def ids(errors):
    return [error.id for error in errors]


@pytest.fixture(autouse=True)
def serving(settings):
    settings.DEBUG = False
    settings.CACHE_URL = ""
    settings.WEB_CONCURRENCY = 1


class TestProcesses:
    def test_one_is_accepted_without_a_shared_cache(self):
        assert one_process_without_shared_cache() == []

    def test_two_are_refused_without_a_shared_cache(self, settings):
        settings.WEB_CONCURRENCY = 2

        assert ids(one_process_without_shared_cache()) == ["sounding_board.E001"]

    def test_two_are_accepted_with_a_shared_cache(self, settings):
        settings.WEB_CONCURRENCY = 2
        settings.CACHE_URL = "redis://127.0.0.1:6379/0"

        assert one_process_without_shared_cache() == []

    def test_two_are_accepted_while_debugging(self, settings):
        settings.WEB_CONCURRENCY = 2
        settings.DEBUG = True

        assert one_process_without_shared_cache() == []


class TestSqlite:
    @pytest.fixture
    def database(self):
        return env.sqlite("DATABASE_URL", "/srv/board.sqlite3")

    def test_is_tuned_as_made_from_an_address(self, database):
        assert untuned({"default": database}) == []

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("transaction_mode", "DEFERRED"),
            ("timeout", 19),
            ("init_command", "PRAGMA synchronous=NORMAL;"),
        ],
    )
    def test_is_untuned_when_an_option_differs(self, database, name, value):
        database["OPTIONS"][name] = value

        assert untuned({"default": database}) == ["default"]

    @pytest.mark.parametrize("name", ["transaction_mode", "timeout", "init_command"])
    def test_is_untuned_when_an_option_is_missing(self, database, name):
        del database["OPTIONS"][name]

        assert untuned({"default": database}) == ["default"]

    def test_is_not_looked_for_on_postgresql(self):
        assert untuned({"default": {"ENGINE": "django.db.backends.postgresql"}}) == []

    def test_is_accepted_when_every_database_is_tuned(self):
        assert sqlite_is_tuned() == []

    def test_is_refused_when_a_second_database_is_untuned(self, untuned_database):
        assert [(error.id, error.msg) for error in sqlite_is_tuned()] == [
            (
                "sounding_board.E002",
                "The SQLite database 'old' runs with Django's defaults, "
                "with which writes fail under load.",
            )
        ]

    def test_is_accepted_untuned_while_debugging(self, untuned_database, settings):
        settings.DEBUG = True

        assert sqlite_is_tuned() == []

    @pytest.fixture
    def untuned_database(self, monkeypatch, settings):
        old = {"ENGINE": "django.db.backends.sqlite3", "NAME": "old"}
        monkeypatch.setitem(settings.DATABASES, "old", old)


def test_the_web_server_is_let_through_when_all_is_well():
    assert refuse_to_serve_badly() is None


def test_the_web_server_is_told_what_to_do_when_something_is_wrong(settings):
    settings.WEB_CONCURRENCY = 3

    with pytest.raises(ImproperlyConfigured, match=r"WEB_CONCURRENCY is 3 .* Set CACHE_URL"):
        refuse_to_serve_badly()
