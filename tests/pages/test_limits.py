"""Forms from one address, counted for a minute and never by anything that is kept."""

import datetime as dt

import pytest
import time_machine
from django.core.cache import caches

from pages.limits import is_too_fast

NOW = dt.datetime(2026, 6, 10, 11, 0, 30, tzinfo=dt.UTC)


@pytest.fixture
def sent(rf):
    """Sends one form from this address: whether it was too fast."""
    return lambda address="203.0.113.7", action="respond": is_too_fast(
        rf.post("/", REMOTE_ADDR=address), action=action, most=3
    )


@time_machine.travel(NOW, tick=False)
def test_the_fourth_of_three_is_too_fast(sent):
    assert [sent() for _ in range(5)] == [False, False, False, True, True]


@time_machine.travel(NOW, tick=False)
def test_another_address_and_another_kind_of_form_are_counted_apart(sent):
    for _ in range(3):
        sent()

    assert not sent("203.0.113.8")
    assert not sent(action="signing-in")
    assert sent()


def test_the_next_minute_begins_anew(sent):
    with time_machine.travel(NOW, tick=False):
        for _ in range(4):
            sent()
    with time_machine.travel(NOW + dt.timedelta(seconds=30), tick=False):
        assert not sent()


def test_no_address_is_kept(sent):
    sent()

    kept = list(caches["default"]._cache)
    assert len(kept) == 2  # the count and the salt of the day
    assert "203.0.113.7" not in str(kept)


def test_without_a_cache_nothing_is_too_fast(sent, settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}

    assert not any(sent() for _ in range(10))
