"""Reports → Where drafts stand."""

from datetime import datetime

import django_filters
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page

from consultations.analysis.domain.standings import (
    KINDS,
    STATES,
    in_state,
    is_draft,
    may_see_report,
    pages_of,
    with_standings,
)
from consultations.drafts.models import DraftPage
from consultations.models import ConsultationPage

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class StandingsFilter(WagtailFilterSet):
    kind = django_filters.ChoiceFilter(label="What", choices=[*KINDS.items()], method="of_kind")
    state = django_filters.ChoiceFilter(label="State", choices=[*STATES.items()], method="in_state")

    class Meta:
        model = Page
        fields = []

    def of_kind(self, pages, name, value):
        return pages.type(DraftPage if value == "draft" else ConsultationPage)

    def in_state(self, pages, name, value):
        return in_state(pages, value)


def _harmless(text):
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(STARTS_A_FORMULA) else text


def _to_the_minute(moment):
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"


def _without_zone(moment):
    return timezone.make_naive(moment)  # spreadsheets know no zones: what the clock says in London


class WhereDraftsStandView(ReportView):
    model = Page
    page_title = "Where drafts stand"
    header_icon = "tasks"
    results_template_name = "analysis/admin/where_drafts_stand_results.html"
    index_url_name = "where_drafts_stand"
    index_results_url_name = "where_drafts_stand_results"
    filterset_class = StandingsFilter
    export_filename = "where-drafts-stand"
    default_ordering = "path"
    columns = [
        TitleColumn(
            "title",
            label="Title",
            accessor="stands.title",
            get_url=lambda page: page_address(page),
        ),
        Column("kind", label="What", accessor="stands.kind"),
        Column("state", label="State", accessor="stands.state"),
        Column("who", label="Who has it", accessor="stands.who"),
        DateColumn("since", label="Since", accessor="stands.since"),
        DateColumn("frozen_at", label="Frozen", accessor="stands.frozen_at"),
        NumberColumn("comments", label="Comments so far", accessor="stands.comments"),
        Column("opens_at", label="Opens", accessor="stands.opens_at"),
        Column("closes_at", label="Closes", accessor="stands.closes_at"),
    ]
    export_headings = {
        "stands.title": "Title",
        "stands.kind": "What",
        "stands.state": "State",
        "stands.who": "Who has it",
        "stands.since": "Since",
        "stands.frozen_at": "Frozen",
        "stands.comments": "Comments so far",
        "stands.opens_at": "Opens",
        "stands.closes_at": "Closes",
    }
    list_export = list(export_headings)
    custom_value_preprocess = {
        **ReportView.custom_value_preprocess,
        datetime: {ReportView.FORMAT_CSV: _to_the_minute, ReportView.FORMAT_XLSX: _without_zone},
        str: {ReportView.FORMAT_CSV: _harmless},
    }

    def dispatch(self, request, *args, **kwargs):
        if not may_see_report(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        return pages_of(self.request.user)

    def decorate_paginated_queryset(self, object_list):
        return with_standings(object_list)


def page_address(page):
    """Where to work on it; a frozen version is not edited, so its place in the tree."""
    if is_draft(page) and page.draftpage.frozen_at:
        return reverse("wagtailadmin_explore", args=[page.pk])
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


class WhereDraftsStandMenuItem(MenuItem):
    def is_shown(self, request):
        return may_see_report(request.user)
