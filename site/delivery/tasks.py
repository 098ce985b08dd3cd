"""What the worker does by the clock. Each job may run twice or late without harm."""

from django.core.management import call_command
from django.db import transaction
from huey import crontab
from huey.contrib.djhuey import db_periodic_task, db_task

from delivery.domain import heartbeats, jobs, outbox


@db_task()
def deliver_letters():
    outbox.deliver_due()


def deliver_soon():
    """Have what was queued in this transaction sent at once, and not at the next full minute.

    A worker or a queue that cannot be reached changes nothing: the row is the truth.
    """
    transaction.on_commit(_wake_the_worker, robust=True)


def _wake_the_worker():
    deliver_letters()


@db_task()
def work_on_jobs():
    jobs.work_on_due()


def work_soon():
    """Have the jobs queued in this transaction begun at once, and not at the next full minute."""
    transaction.on_commit(_wake_for_jobs, robust=True)


def _wake_for_jobs():
    work_on_jobs()


# One job each, so that one that fails keeps no other from its minute.
@db_periodic_task(crontab(minute="*"))
def beat():
    heartbeats.beat()


@db_periodic_task(crontab(minute="*"))
def publish_scheduled():
    call_command("publish_scheduled", verbosity=0)


@db_periodic_task(crontab(minute="*"))
def deliver_waiting_letters():
    outbox.deliver_due()


@db_periodic_task(crontab(minute="*"))
def work_on_waiting_jobs():
    """Finds what was lost: the queue forgets a task whose worker died; the row does not."""
    jobs.work_on_due()
