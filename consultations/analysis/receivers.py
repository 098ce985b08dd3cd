from django.dispatch import receiver

from consultations.analysis.domain.tallying import (
    count_amended,
    count_responses,
    count_shown,
    recount_response,
    uncount_response,
)
from consultations.moderation.models import Review
from consultations.moderation.signals import response_set_aside, visibility_changed
from consultations.responses.models import Response
from consultations.responses.signals import response_amended, response_received, response_withdrawn


@receiver(response_received, sender=Response)
def count_it(sender, response, comments, answers, **kwargs):
    count_responses(responses=[response], comments=comments, answers=answers)


@receiver(response_amended, sender=Response)
def count_what_replaced_it(sender, comments, replaced, answers, **kwargs):
    count_amended(comments=comments, answers=answers, replaced=replaced)


@receiver(response_withdrawn, sender=Response)
def count_it_no_more(sender, response, **kwargs):
    if response.not_a_response_at is None:  # else it has left every count before
        uncount_response(response=response)


@receiver(response_set_aside, sender=Response)
def count_it_or_not(sender, response, sets_aside, **kwargs):
    if sets_aside:
        uncount_response(response=response)
    else:
        recount_response(response=response)


@receiver(visibility_changed, sender=Review)
def count_what_is_shown(sender, shown, hidden, **kwargs):
    count_shown(shown=shown, hidden=hidden)
