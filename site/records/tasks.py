"""What the worker does with records by the clock. It may run twice or late without harm."""

from django.core.management import call_command
from huey import crontab
from huey.contrib.djhuey import db_periodic_task


@db_periodic_task(crontab(hour="3", minute="10"))
def apply_retention():
    call_command("apply_retention", verbosity=0)
