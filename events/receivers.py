from django.db.models.signals import post_save
from django.dispatch import receiver

from events.models import EventIndexPage
from people.domain.roles import grant_pages_once
from people.enums import Role


@receiver(post_save, sender=EventIndexPage)
def let_events_editors_work_below(sender, instance, created, **kwargs):
    if created:
        grant_pages_once(
            page=instance,
            role=Role.EVENTS_EDITOR,
            permissions=["add", "change", "publish"],
        )
