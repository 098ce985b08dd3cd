"""Addresses of the admin that lead from one part of the system into another."""

from django.urls import path
from wagtail import hooks

from integration.views import missing, tables


@hooks.register("register_admin_urls")
def tables_of_events():
    return [
        path("sessions/<int:pk>/tables/", tables.tables, name="event_tables"),
        path("sessions/<int:pk>/tables/add/", tables.add, name="event_table_add"),
        path("sessions/<int:pk>/tables/hand-over/", tables.hand_tables_over, name="hand_over"),
        path("tables/<int:pk>/", tables.change, name="event_table"),
        path("tables/<int:pk>/remove/", tables.remove, name="event_table_remove"),
    ]


@hooks.register("register_admin_urls")
def who_is_missing():
    return [path("who-is-missing/<int:pk>/", missing.missing, name="who_is_missing")]
