import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def note_when_they_were_begun(apps, schema_editor):
    """Every basket there was before held words from its start."""
    baskets = apps.get_model("responses", "ResponseDraft").objects.all()
    baskets.update(begun_at=models.F("started_at"))


class Migration(migrations.Migration):

    dependencies = [
        ('consultations', '0003_origins'),
        ('people', '0002_areas'),
        ('responses', '0005_question_kinds'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='respondent',
            name='user',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='response',
            name='is_late',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='response',
            name='signs',
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AddField(
            model_name='responsedraft',
            name='begun_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='responsedraft',
            name='sections',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='responsedraft',
            name='signs',
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AddField(
            model_name='responsedraft',
            name='way',
            field=models.CharField(blank=True, choices=[('quick', 'Quick'), ('choose', 'Some sections'), ('whole', 'The whole draft'), ('letter', 'A letter of my own')], max_length=20),
        ),
        migrations.RunPython(note_when_they_were_begun, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name='response',
            index=models.Index(models.F('received_at'), condition=models.Q(("signs", ""), _negated=True),
                name='response_to_look_at'),
        ),
    ]
