from django.utils import timezone
from huey import crontab
from huey.contrib.djhuey import db_periodic_task

from consultations.moderation.domain.assigning import assign_waiting


@db_periodic_task(crontab(minute="*/5"))
def deal_out_what_waits():
    assign_waiting(now=timezone.now())
