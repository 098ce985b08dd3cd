from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("events", "0003_move_dates")]

    operations = [
        migrations.RemoveField(
            model_name='eventpage',
            name='online_url',
        ),
        migrations.RemoveField(
            model_name='eventpage',
            name='places',
        ),
        migrations.RemoveField(
            model_name='eventpage',
            name='previous_starts_at',
        ),
        migrations.RemoveField(
            model_name='eventpage',
            name='venue_access',
        ),
        migrations.RemoveField(
            model_name='eventpage',
            name='venue_address',
        ),
        migrations.RemoveField(
            model_name='eventpage',
            name='venue_name',
        ),
    ]
