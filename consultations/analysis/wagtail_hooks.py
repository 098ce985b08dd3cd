"""Registrations only."""

from django.urls import path, reverse
from wagtail import hooks

from consultations.analysis.reports import WhereDraftsStandMenuItem, WhereDraftsStandView
from consultations.analysis.views import impact


@hooks.register("register_admin_urls")
def report_urls():
    view = WhereDraftsStandView
    return [
        path("reports/where-drafts-stand/", view.as_view(), name="where_drafts_stand"),
        path(
            "reports/where-drafts-stand/results/",
            view.as_view(results_only=True),
            name="where_drafts_stand_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def where_drafts_stand():
    return WhereDraftsStandMenuItem(
        "Where drafts stand", reverse("where_drafts_stand"), icon_name="tasks", order=100
    )


hooks.register("register_admin_urls", impact.urls)
