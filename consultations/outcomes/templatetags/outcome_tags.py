from django import template

from consultations.outcomes.models import OutcomePage

register = template.Library()


@register.simple_tag
def published_outcome(consultation):
    """The outcome the public may read, or None; nothing is asked before there can be one."""
    if consultation.answered_at is None:
        return None
    return OutcomePage.objects.live().child_of(consultation).first()
