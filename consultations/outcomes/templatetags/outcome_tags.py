from functools import reduce
from operator import or_

from django import template
from django.db.models import Q

from consultations.outcomes.models import OutcomePage

register = template.Library()


@register.simple_tag
def published_outcome(consultation):
    """The outcome the public may read, or None; nothing is asked before there can be one."""
    if consultation.answered_at is None:
        return None
    return OutcomePage.objects.live().child_of(consultation).first()


@register.simple_tag
def outcome_addresses(consultations):
    """Where to read what came of these, by consultation, in two queries; only what is public."""
    answered = {page.path: page.pk for page in consultations if page.answered_at}
    if not answered:
        return {}
    above = [Q(path__startswith=path) for path in answered]
    outcomes = OutcomePage.objects.live().public().filter(reduce(or_, above))
    return {answered[page.path[: -page.steplen]]: page.url for page in outcomes}
