from django.utils import timezone
from huey import crontab
from huey.contrib.djhuey import db_periodic_task

from consultations.moderation.domain.assigning import assign_waiting
from consultations.moderation.notifications import queue_news, queue_reminders, queue_risk


@db_periodic_task(crontab(minute="*/5"))
def deal_out_what_waits():
    assign_waiting(now=timezone.now())


@db_periodic_task(crontab(minute="*/5"))
def tell_of_risk():
    queue_risk(now=timezone.now())


@db_periodic_task(crontab(minute="*/15"))
def remind():
    queue_reminders(now=timezone.now())


@db_periodic_task(crontab(minute="*/5"))
def tell_authors():
    queue_news(now=timezone.now())
