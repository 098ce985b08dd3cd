"""Starting again: every row goes, then what a new installation has is put back."""

from django.apps import apps
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal
from django.db import DEFAULT_DB_ALIAS
from wagtail.models import Collection

from consultations.drafts.guards import passages
from pages.caching import pages_changed
from records.guards import log


def empty_everything():
    """Empty every table and let each app make its groups, permissions and workflows anew.

    Wagtail makes its root collection in a migration, which is not run again.
    """
    with passages.unguarded(), log.unguarded():
        call_command("flush", interactive=False, verbosity=0, inhibit_post_migrate=True)
    # What a migration says to the apps; `flush` by itself leaves out the registry.
    emit_post_migrate_signal(0, False, DEFAULT_DB_ALIAS, apps=apps, plan=[])
    Collection.add_root(name="Root")
    pages_changed()
