"""What one part of the system says on the pages of another."""

from dataclasses import dataclass

from django import template
from django.db.models import Count, Q, Sum
from django.utils import timezone

from events.models import EventSession
from integration.offers import offers

register = template.Library()


@dataclass(frozen=True)
class Noted:
    """A session with tables that were written down: how many, and how many are handed over."""

    session: EventSession
    tables: int
    people: int
    handed_over: int


@register.simple_tag
def noted_at_events(consultation):
    """The sessions of this consultation's events at which notes were taken, the latest first."""
    sessions = (
        EventSession.objects.filter(event__consultation=consultation.pk, event__live=True)
        .filter(tables__isnull=False)
        .select_related("event")
        .annotate(
            noted=Count("tables"),
            people=Sum("tables__headcount"),
            handed_over=Count("tables", filter=~Q(tables__reference="")),
        )
        .order_by("-starts_at", "-pk")
    )
    return [Noted(one, one.noted, one.people, one.handed_over) for one in sessions]


@register.simple_tag
def places_to_book(receipt):
    """The events that whoever has just sent a response can book."""
    return offers(receipt, now=timezone.now())
