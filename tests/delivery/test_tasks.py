"""The worker as it is started on a server, and the jobs it does by the clock."""

import signal
import subprocess
import sys
import time

import pytest
from django.core import mail
from django.db import connection
from huey.contrib.djhuey import HUEY

from delivery import tasks
from delivery.domain.heartbeats import worker_is_alive
from delivery.domain.outbox import queue_letter
from delivery.models import Heartbeat, OutboxMessage
from tests.config.processes import MADE_UP, ROOT, environment
from tests.delivery.databases import address_of_test_database

PATIENCE = 60


def queue():
    queue_letter(dedupe_key="one", to="amina@example.org", subject="Yours", body="Thank you.")


def away():
    """A queue that cannot be reached, such as a Redis that has been stopped."""
    raise ConnectionError("Nobody answers at the queue.")


@pytest.fixture
def worker(transactional_db, tmp_path):
    """`manage.py run_huey` with the production settings, on the test's database."""
    values = {
        **MADE_UP,
        "DATABASE_URL": address_of_test_database(),
        "VAR_DIR": str(tmp_path),
    }
    with (tmp_path / "worker.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "run_huey"],
            cwd=ROOT,
            env=environment(values),
            stdout=log,
            stderr=log,
        )
    yield process
    process.kill()
    process.wait()


def test_the_worker_starts_and_is_heard_and_ends_when_asked(worker, tmp_path):
    deadline = time.monotonic() + PATIENCE
    while not Heartbeat.objects.exists() and worker.poll() is None:
        assert time.monotonic() < deadline, (tmp_path / "worker.log").read_text()
        time.sleep(0.2)
        connection.close()

    assert worker.poll() is None, (tmp_path / "worker.log").read_text()
    assert worker_is_alive()
    assert (tmp_path / "queue.sqlite3").exists()

    worker.send_signal(signal.SIGINT)
    assert worker.wait(PATIENCE) == 0


def test_every_job_by_the_clock_is_known_to_the_worker():
    assert sorted(task.name for task in HUEY._registry.periodic_tasks) == [
        "beat",
        "deliver_waiting_letters",
        "publish_scheduled",
        "work_on_waiting_jobs",
    ]


@pytest.mark.django_db
class TestJobs:
    def test_send_what_waits(self):
        queue()

        tasks.deliver_waiting_letters()

        assert [message.to for message in mail.outbox] == [["amina@example.org"]]

    def test_beat(self):
        tasks.beat()

        assert worker_is_alive()

    def test_may_each_run_twice(self):
        queue()

        for job in (tasks.beat, tasks.deliver_waiting_letters, tasks.publish_scheduled) * 2:
            job()

        assert len(mail.outbox) == 1


@pytest.mark.django_db
class TestSoon:
    def test_is_once_the_transaction_has_committed(self, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            queue()
            tasks.deliver_soon()
            assert mail.outbox == []

        assert len(mail.outbox) == 1

    @pytest.mark.django_db(transaction=True)
    def test_is_the_next_minute_when_the_queue_is_away(self, monkeypatch):
        monkeypatch.setattr(tasks, "deliver_letters", away)

        queue()
        tasks.deliver_soon()

        assert OutboxMessage.objects.get().tries == 0
        assert mail.outbox == []
