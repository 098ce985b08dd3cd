from django.db.models.signals import post_save
from django.dispatch import receiver

from people.domain.roles import grant_pages_once
from people.enums import Role
from toolkit.models import ToolkitIndexPage


@receiver(post_save, sender=ToolkitIndexPage)
def let_toolkit_editors_work_below(sender, instance, created, **kwargs):
    if created:
        grant_pages_once(
            page=instance,
            role=Role.TOOLKIT_EDITOR,
            permissions=["add", "change", "publish"],
        )
