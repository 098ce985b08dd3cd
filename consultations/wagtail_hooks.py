"""Registrations only."""

from wagtail.snippets.models import register_snippet

from consultations.viewsets import DecisionMakerViewSet

register_snippet(DecisionMakerViewSet)
