from django.db.models.signals import post_save
from django.dispatch import receiver

from consultations.responses.domain.questionnaires import freeze_version
from consultations.responses.domain.sent import as_written
from consultations.responses.models import Questionnaire, Response
from consultations.responses.notifications import queue_receipt
from consultations.responses.signals import response_received


@receiver(post_save, sender=Questionnaire)
def keep_what_was_asked(sender, instance, **kwargs):
    freeze_version(questionnaire=instance)


@receiver(response_received, sender=Response)
def thank_the_author(sender, response, comments, answers, basket, **kwargs):
    if basket is not None and basket.email:
        said = as_written(comments, answers)
        queue_receipt(response=response, to=basket.email, comments=said)
