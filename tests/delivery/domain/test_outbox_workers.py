"""Several workers at once, and one that is killed: real threads, and a real process."""

import datetime as dt
import os
import signal
import socket
import subprocess
import sys
import threading

import pytest
from django.core import mail
from django.db import connection

from delivery.domain.outbox import LEASE, deliver_due, queue_letter
from delivery.models import OutboxMessage
from tests.config.processes import MADE_UP, ROOT, environment
from tests.delivery.databases import address_of_test_database

NOW = dt.datetime(2026, 6, 10, 11, 0, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)


def queue(key="receipt-1", subject="Your response"):
    queue_letter(
        dedupe_key=key, to="amina@example.org", subject=subject, body="Thank you.", now=NOW
    )


def in_threads(count, work):
    """Runs `work` in so many threads that start together, and gives what each returned."""
    start = threading.Barrier(count)
    results = []

    def run():
        try:
            start.wait()
            results.append(work())
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


@pytest.mark.django_db(transaction=True)
class TestTwoWorkersAtOnce:
    def test_send_every_letter_once(self):
        for number in range(20):
            queue(f"receipt-{number}", subject=f"Letter {number}")

        sent = in_threads(2, lambda: deliver_due(now=NOW))

        assert sum(sent) == 20
        assert sorted(message.subject for message in mail.outbox) == sorted(
            f"Letter {number}" for number in range(20)
        )
        assert set(OutboxMessage.objects.values_list("tries", flat=True)) == {1}

    def test_queue_one_letter_of_one_key(self):
        in_threads(4, queue)

        assert OutboxMessage.objects.count() == 1


WORKER = """
import django
django.setup()
from delivery.domain.outbox import deliver_due
deliver_due()
"""


@pytest.fixture
def silent_server():
    """A mail server that takes a connection and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(60)
        yield listening


@pytest.fixture
def worker_in_the_middle(transactional_db, silent_server, tmp_path):
    """A worker process that has leased a letter and waits for the mail server to take it."""
    values = {
        **MADE_UP,
        "DATABASE_URL": address_of_test_database(),
        "VAR_DIR": str(tmp_path),
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": str(silent_server.getsockname()[1]),
        "EMAIL_TLS": "false",
    }

    def start():
        process = subprocess.Popen(
            [sys.executable, "-c", WORKER], cwd=ROOT, env=environment(values)
        )
        started.append(process)
        connected, _ = silent_server.accept()
        return process, connected

    started = []
    yield start
    for process in started:
        process.kill()
        process.wait()


def test_a_letter_of_a_killed_worker_is_sent_after_its_lease(worker_in_the_middle):
    queue()

    process, connected = worker_in_the_middle()
    leased = OutboxMessage.objects.get()
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    connected.close()

    until = leased.next_try_at
    assert (leased.tries, leased.sent_at) == (1, None)
    assert [deliver_due(now=now) for now in (until - SECOND, until, until + LEASE * 9)] == [0, 1, 0]
    assert [message.to for message in mail.outbox] == [["amina@example.org"]]
    assert OutboxMessage.objects.get().tries == 2


def test_the_tests_run_on_a_database_of_their_own(db):
    """The worker above must never be let loose on anybody's real letters."""
    assert "test" in str(connection.settings_dict["NAME"])
