"""Registrations only."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.snippets.models import register_snippet

from consultations.models import ConsultationPage
from consultations.views import ready
from consultations.viewsets import DecisionMakerViewSet, ElectionViewSet


@hooks.register("register_admin_urls")
def duty_urls():
    return [
        path("consultations/<int:pk>/ready/", ready.ready, name="consultation_ready"),
        path(
            "consultations/<int:pk>/ready/<slug:code>/",
            ready.record_reason,
            name="consultation_record_reason",
        ),
        path(
            "consultations/<int:pk>/reasons/<int:override_id>/confirm/",
            ready.confirm_reason,
            name="consultation_confirm_reason",
        ),
        path(
            "consultations/<int:pk>/reasons/<int:override_id>/withdraw/",
            ready.withdraw_reason,
            name="consultation_withdraw_reason",
        ),
    ]


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def ready_button(page, user, view_name="", next_url=None):
    if issubclass(page.specific_class, ConsultationPage) and may_see(page, user):
        address = reverse("consultation_ready", args=[page.pk])
        yield Button("Ready to publish?", address, icon_name="tasks", priority=5)


def may_see(page, user):
    may = page.permissions_for_user(user)
    return may.can_edit() or may.can_publish()


@hooks.register("insert_global_admin_css")
def duties_css():
    return format_html('<link rel="stylesheet" href="{}">', static("admin/css/duties.css"))


register_snippet(ElectionViewSet)
register_snippet(DecisionMakerViewSet)
