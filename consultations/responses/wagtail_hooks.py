"""Registrations only."""

from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from consultations.responses.views import attaching, editing, files
from consultations.responses.views.channels import hooks as channels
from consultations.responses.viewsets import QuestionnaireViewSet


@hooks.register("register_admin_urls")
def questionnaire_urls():
    return [
        path("forms/<int:pk>/try/", editing.try_out, name="questionnaire_try"),
        path("forms/<int:pk>/rules/", editing.rules, name="questionnaire_rules"),
        path("forms/<int:pk>/rules/<uuid:key>/", editing.rule, name="questionnaire_rule"),
    ]


@hooks.register("insert_global_admin_css")
def questionnaire_css():
    return format_html('<link rel="stylesheet" href="{}">', static("admin/css/forms.css"))


register_snippet(QuestionnaireViewSet)


hooks.register("register_admin_urls", attaching.urls)
hooks.register("register_admin_urls", channels.urls)
hooks.register("register_admin_urls", files.urls)
hooks.register("register_admin_menu_item", channels.menu_item)
