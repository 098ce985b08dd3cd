"""What the worker does for respondents by the clock. It may run twice or late without harm."""

from django.core.management import call_command
from django.utils import timezone
from huey import crontab
from huey.contrib.djhuey import db_periodic_task

from consultations.responses.domain import files
from consultations.responses.domain.equality import settle_all


@db_periodic_task(crontab(minute="20"))
def send_reminders():
    call_command("send_reminders", verbosity=0)


@db_periodic_task(crontab(minute="50"))
def settle_equality_records():
    settle_all(now=timezone.now())


@db_periodic_task(crontab(minute="35"))
def sweep_files():
    files.sweep(now=timezone.now())
