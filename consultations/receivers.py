from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import Revision

from consultations.domain.publishing import prepare_to_save, refuse_unless_ready
from consultations.models import ConsultationIndexPage, ConsultationPage, DecisionMaker
from consultations.signals import saving_in_public
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


@receiver(saving_in_public, sender=ConsultationPage)
def keep_the_duties(sender, consultation, before, **kwargs):
    prepare_to_save(consultation=consultation, before=before, at=timezone.now())


@receiver(pre_save, sender=Revision)
def schedule_only_what_is_ready(sender, instance, raw=False, **kwargs):
    """A publishing date is a promise to publish: by then nobody may be there to be told."""
    if raw or not instance.approved_go_live_at:
        return
    if instance.content_type.model_class() is ConsultationPage:
        refuse_unless_ready(instance.as_object(), now=timezone.now())


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
