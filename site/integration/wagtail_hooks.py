"""Registrations only."""

from django.urls import path
from wagtail import hooks

from integration import views


@hooks.register("register_admin_urls")
def who_is_missing_url():
    return [path("who-is-missing/<int:pk>/", views.missing, name="who_is_missing")]
