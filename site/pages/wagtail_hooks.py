"""Registrations only."""

from django.db import DEFAULT_DB_ALIAS
from django.db.models import ProtectedError, RestrictedError
from django.db.models.deletion import Collector
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin import messages


@hooks.register("insert_global_admin_css")
def without_script_css():
    return format_html('<link rel="stylesheet" href="{}">', static("admin/css/without_script.css"))


@hooks.register("before_delete_snippet")
def say_what_is_still_used(request, instances):
    """A sentence instead of an error for something that other records hold on to."""
    for instance in instances:
        try:
            Collector(DEFAULT_DB_ALIAS).collect([instance])
        except (ProtectedError, RestrictedError):
            messages.error(request, f"“{instance}” is still used, so it cannot be deleted.")
            return redirect("wagtailadmin_home")
