from django import template

from consultations.analysis.domain.heard import by_section

register = template.Library()


@register.simple_tag
def heard_so_far(consultation):
    """What was said about each section until now, for the Board's desk: two queries."""
    return by_section(consultation)
