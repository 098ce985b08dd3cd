import datetime as dt

import pytest

from delivery.domain.heartbeats import SILENCE, beat, worker_is_alive
from delivery.models import Heartbeat

NOW = dt.datetime(2026, 6, 10, 11, 0, tzinfo=dt.UTC)
MICROSECOND = dt.timedelta(microseconds=1)

pytestmark = pytest.mark.django_db


def test_a_worker_that_was_never_heard_is_not_alive():
    assert worker_is_alive(now=NOW) is False


@pytest.mark.parametrize(("silent_for", "alive"), [(SILENCE - MICROSECOND, True), (SILENCE, False)])
def test_a_worker_is_alive_until_it_has_been_silent_for_long(silent_for, alive):
    beat(now=NOW)

    assert worker_is_alive(now=NOW + silent_for) is alive


def test_a_second_beat_replaces_the_first():
    beat(now=NOW)
    beat(now=NOW + SILENCE)

    assert [heartbeat.heard_at for heartbeat in Heartbeat.objects.all()] == [NOW + SILENCE]


def test_one_worker_says_nothing_about_another():
    beat(name="second", now=NOW)

    assert worker_is_alive(now=NOW) is False
