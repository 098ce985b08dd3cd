"""What the worker does by the clock. Each job may run twice or late without harm."""

from django.core.management import call_command
from huey import crontab
from huey.contrib.djhuey import db_periodic_task, db_task

from delivery.domain import heartbeats, outbox


@db_task()
def deliver_letters():
    outbox.deliver_due()


@db_periodic_task(crontab(minute="*"))
def each_minute():
    heartbeats.beat()
    outbox.deliver_due()
    call_command("publish_scheduled", verbosity=0)
