from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.documents.models import Document

from consultations.models import ConsultationIndexPage, ConsultationPage, DecisionMaker
from pages.caching import pages_changed
from people.domain.roles import grant_pages_once
from people.enums import Role
from people.models import Area


@receiver(post_save, sender=ConsultationIndexPage)
def let_officers_work_below(sender, instance, created, **kwargs):
    if created:
        grant_pages_once(
            page=instance,
            role=Role.ENGAGEMENT_OFFICER,
            permissions=["add", "change", "publish", "lock", "unlock"],
        )


@receiver([post_save, post_delete], sender=DecisionMaker)
@receiver([post_save, post_delete], sender=Area)
@receiver([post_save, post_delete], sender=Document)
def forget_pages_that_name_it(sender, **kwargs):
    pages_changed()


@receiver(post_save, sender=ConsultationPage)
def forget_the_forward_plan(sender, instance, **kwargs):
    """Saving what is not published tells nobody else, and yet it may be in the forward plan."""
    if not instance.live:
        pages_changed()
