"""The database itself refuses to change or delete a published passage."""

from django.db import migrations

from consultations.drafts.guards import guard, unguard


def add(apps, schema_editor):
    guard(schema_editor.connection)


def remove(apps, schema_editor):
    unguard(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("drafts", "0001_initial")]
    operations = [migrations.RunPython(add, remove)]
