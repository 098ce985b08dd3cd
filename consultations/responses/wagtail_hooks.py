"""Registrations only."""

from wagtail.snippets.models import register_snippet

from consultations.responses.viewsets import QuestionnaireViewSet

register_snippet(QuestionnaireViewSet)
