from datetime import timedelta

from django.db import Error
from django.utils import timezone

from delivery.models import Heartbeat

SILENCE = timedelta(seconds=150)


def beat(*, name="worker", now=None):
    Heartbeat.objects.update_or_create(name=name, defaults={"heard_at": now or timezone.now()})


def worker_is_alive(*, name="worker", now=None):
    """Whether the worker was heard lately; False when nothing can be asked."""
    now = now or timezone.now()
    try:
        return Heartbeat.objects.filter(name=name, heard_at__gt=now - SILENCE).exists()
    except Error:
        return False
