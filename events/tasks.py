"""What the worker does for bookings by the clock. Each may run twice or late without harm."""

from django.core.management import call_command
from huey import crontab
from huey.contrib.djhuey import db_periodic_task


@db_periodic_task(crontab(minute="*/5"))
def pass_on_places():
    call_command("pass_on_places", verbosity=0)


@db_periodic_task(crontab(minute="25"))
def remind_bookers():
    call_command("remind_bookers", verbosity=0)
