from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from pages.caching import pages_changed
from people.domain.roles import grant_pages_once
from people.enums import Role
from toolkit.domain.naming import retitle
from toolkit.models import (
    Champion,
    Dispute,
    MethodUse,
    Principle,
    PrincipleEntry,
    PrincipleRecord,
    ToolkitIndexPage,
    ToolkitWords,
)

# What stands on public pages without being one.
SHOWN_ON_PAGES = (Champion, Dispute, MethodUse, Principle, PrincipleEntry, PrincipleRecord)


@receiver(post_save, sender=ToolkitIndexPage)
def let_toolkit_editors_work_below(sender, instance, created, **kwargs):
    if created:
        grant_pages_once(
            page=instance,
            role=Role.TOOLKIT_EDITOR,
            permissions=["add", "change", "publish"],
        )


@receiver(post_save, sender=ToolkitWords)
def say_the_new_names(sender, instance, **kwargs):
    retitle(words=instance)
    pages_changed()


def forget_kept_pages(sender, **kwargs):
    pages_changed()


for shown in SHOWN_ON_PAGES:
    post_save.connect(forget_kept_pages, sender=shown)
    post_delete.connect(forget_kept_pages, sender=shown)
