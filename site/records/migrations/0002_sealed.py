import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from records.domain.sealing import digest_of, next_seal
from records.guards import guard, unguard

SEALED_AT_ONCE = 1000


def guard_log(apps, schema_editor):
    guard(schema_editor.connection)


def unguard_log(apps, schema_editor):
    unguard(schema_editor.connection)


def seal(apps, schema_editor):
    """Number and seal what was written before there were chains."""
    LogEntry = apps.get_model("records", "LogEntry")
    LogChain = apps.get_model("records", "LogChain")
    entries = LogEntry._base_manager
    LogEntry._base_manager.filter(consultation_id__isnull=False).update(
        chain=models.F("consultation_id")
    )
    for chain in sorted(set(entries.values_list("chain", flat=True))):
        number, before = 0, ""
        rows = list(entries.filter(chain=chain).order_by("pk"))
        for start in range(0, len(rows), SEALED_AT_ONCE):
            batch = rows[start : start + SEALED_AT_ONCE]
            before = next_seal(before, digest_of(batch))
            for row in batch:
                number += 1
                row.number, row.seal = number, before
            entries.bulk_update(batch, ["number", "seal"], batch_size=200)
        LogChain.objects.create(consultation_id=chain, length=number, seal=before)


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LogChain",
            fields=[
                ("consultation_id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("length", models.PositiveBigIntegerField()),
                ("seal", models.CharField(max_length=64)),
            ],
            options={"default_permissions": ()},
        ),
        migrations.AlterField(
            model_name="logentry",
            name="by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField("logentry", "chain", models.BigIntegerField(default=0), False),
        migrations.AddField("logentry", "number", models.PositiveBigIntegerField(default=0), False),
        migrations.AddField("logentry", "seal", models.CharField(default="", max_length=64), False),
        migrations.RunPython(seal, migrations.RunPython.noop),
        migrations.AddConstraint(
            "logentry",
            models.UniqueConstraint("chain", "number", name="log_entry_number_once_a_chain"),
        ),
        migrations.RunPython(guard_log, unguard_log),
    ]
