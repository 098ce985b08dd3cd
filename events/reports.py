"""Reports → Event numbers."""

from datetime import datetime

import django_filters
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn
from wagtail.admin.views.reports import ReportView

from events.domain.booking_numbers import (
    PERMISSION,
    held_in,
    with_organisations,
    year_in_figures,
    years_of,
)
from events.enums import Audience, EventKind
from events.models import EventSession
from tables.cells import harmless


class NumbersFilter(WagtailFilterSet):
    year = django_filters.ChoiceFilter(label="Year", method="as_given", empty_label=None)
    kind = django_filters.ChoiceFilter(
        label="Type", choices=EventKind.choices, field_name="event__kind"
    )
    audience = django_filters.ChoiceFilter(
        label="Open to", choices=Audience.choices, field_name="event__open_to"
    )
    title = django_filters.CharFilter(
        label="Words of the title, such as “Compact”",
        field_name="event__title",
        lookup_expr="icontains",
    )

    class Meta:
        model = EventSession
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        this_year = timezone.localdate().year
        years = sorted({this_year, *years_of(self.request.user)}, reverse=True)
        self.filters["year"].extra["choices"] = [(str(year), str(year)) for year in years]

    def as_given(self, sessions, name, value):
        return sessions


def _to_the_minute(moment):
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"


class EventNumbersView(ReportView):
    model = EventSession
    page_title = "Event numbers"
    header_icon = "calendar-alt"
    results_template_name = "events/admin/numbers_results.html"
    index_url_name = "event_numbers"
    index_results_url_name = "event_numbers_results"
    filterset_class = NumbersFilter
    export_filename = "event-numbers"
    default_ordering = "starts_at"
    columns = [
        Column("title", label="Event", accessor="event.title"),
        DateColumn("starts_at", label="Starts"),
        Column("kind", label="Type", accessor="event.get_kind_display"),
        Column("audience", label="Open to", accessor="event.get_open_to_display"),
        NumberColumn("places", label="Places"),
        NumberColumn("booked", label="Booked"),
        NumberColumn("came", label="Came"),
        NumberColumn("organisations", label="Organisations"),
    ]
    export_headings = {
        "event.title": "Event",
        "starts_at": "Starts",
        "event.get_kind_display": "Type",
        "event.get_open_to_display": "Open to",
        "places": "Places",
        "booked": "Booked",
        "came": "Came",
        "organisations": "Organisations",
        "organisation_names": "Which organisations",
    }
    list_export = list(export_headings)
    custom_value_preprocess = {
        **ReportView.custom_value_preprocess,
        datetime: {
            ReportView.FORMAT_CSV: _to_the_minute,
            ReportView.FORMAT_XLSX: timezone.make_naive,
        },
        str: {ReportView.FORMAT_CSV: harmless},
    }

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def year(self):
        given = self.request.GET.get("year", "")
        is_year = given.isdecimal() and 1900 < int(given) < 9000
        return int(given) if is_year else timezone.localdate().year

    def get_queryset(self):
        return held_in(self.request.user, year=self.year)

    def decorate_paginated_queryset(self, object_list):
        return with_organisations(object_list)

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        figures = {} if self.is_export else year_in_figures(list(self.get_filtered_queryset()))
        return context | {"year": self.year, "figures": figures}


class EventNumbersMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(PERMISSION)
