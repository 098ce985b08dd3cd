"""What the worker does for the toolkit by the clock. It may run twice or late without harm."""

from django.utils import timezone
from huey import crontab
from huey.contrib.djhuey import db_periodic_task

from toolkit.domain.disputes import forget_answered


@db_periodic_task(crontab(hour="3", minute="40"))
def forget_old_disputes():
    forget_answered(now=timezone.now())
