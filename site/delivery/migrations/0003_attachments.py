from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("delivery", "0002_jobs"),
    ]

    operations = [
        migrations.AddField(
            model_name="outboxmessage",
            name="attachment",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="outboxmessage",
            name="attachment_name",
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AddField(
            model_name="outboxmessage",
            name="attachment_type",
            field=models.CharField(blank=True, max_length=80),
        ),
    ]
