"""A Redis that is away: a real port of this machine at which nobody listens."""

import socket

import pytest
from django.contrib.auth import get_user
from django.core.cache import cache

from tests.factories.people import PASSWORD


@pytest.fixture
def no_redis(settings):
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    settings.CACHES = {
        "default": {
            "BACKEND": "config.caches.SparableRedisCache",
            "LOCATION": f"redis://127.0.0.1:{port}/0",
        }
    }


def test_what_is_asked_of_it_is_not_there(no_redis):
    cache.set("a", 1)

    assert cache.get("a") is None
    assert cache.get("a", "default") == "default"
    assert cache.get_many(["a", "b"]) == {}
    assert cache.get_or_set("a", lambda: 2) == 2
    assert "a" not in cache


def test_what_is_told_to_it_is_dropped(no_redis):
    assert cache.add("a", 1) is False
    assert cache.touch("a") is False
    assert cache.delete("a") is False
    assert cache.incr("a") == 1
    assert cache.set_many({"a": 1}) == []
    assert cache.delete_many(["a"]) is None


def test_a_page_is_read_without_it(no_redis, home, resident, settings):
    settings.PAGE_CACHE_ENABLED = True
    settings.PAGE_CACHE_STAMP = ""

    assert [resident.get("/").status_code for _ in range(2)] == [200, 200]


def test_a_page_is_published_without_it(
    no_redis, home, settings, django_capture_on_commit_callbacks
):
    settings.PAGE_CACHE_ENABLED = True
    settings.PAGE_CACHE_STAMP = ""

    with django_capture_on_commit_callbacks(execute=True):
        home.save_revision().publish()

    home.refresh_from_db()
    assert home.has_unpublished_changes is False


def test_whoever_is_signed_in_works_on_without_it(no_redis, officer, signed_in):
    assert signed_in(officer).get("/admin/").status_code == 200


def test_nobody_can_guess_passwords_without_it(no_redis, home, officer, resident, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1000/m/ip"}

    answer = resident.post("/accounts/login/", {"login": officer.email, "password": PASSWORD})

    assert answer.status_code == 429
    assert not get_user(resident).is_authenticated
