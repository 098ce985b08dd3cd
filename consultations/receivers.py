from django.db.models.signals import post_save
from django.dispatch import receiver

from consultations.models import ConsultationIndexPage
from people.domain.roles import grant_pages_once
from people.enums import Role


@receiver(post_save, sender=ConsultationIndexPage)
def let_officers_work_below(sender, instance, created, **kwargs):
    if created:
        grant_pages_once(
            page=instance,
            role=Role.ENGAGEMENT_OFFICER,
            permissions=["add", "change", "publish", "lock", "unlock"],
        )
