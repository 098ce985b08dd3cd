from django import template
from django.utils import timezone
from django.utils.translation import ngettext

from consultations.domain.promises import Promised
from consultations.moderation.domain.promised import unread_too_long
from consultations.templatetags.promise_tags import Clock

register = template.Library()


@register.simple_tag
def reading_clock(consultation):
    """The promise to read every comment in time, and whether it is kept now; None without one."""
    days = consultation.read_within
    if not days:
        return None
    value = ngettext(
        "The Board reads every comment within %(days)s working day.",
        "The Board reads every comment within %(days)s working days.",
        days,
    ) % {"days": days}
    waiting = unread_too_long(consultation, now=timezone.now())
    if not waiting:
        return Clock("How soon it is read", value, Promised.AHEAD)
    note = ngettext(
        "%(waiting)s comment has waited longer.",
        "%(waiting)s comments have waited longer.",
        waiting,
    ) % {"waiting": waiting}
    return Clock("How soon it is read", value, Promised.OVERDUE, "Overdue", note)
