import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('consultations', '0001_initial'),
        ('wagtaildocs', '0014_alter_document_file_size'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='consultationpage',
            name='compact_applies',
            field=models.BooleanField(default=True, help_text='The Compact then asks for 12 weeks, or a reason in public.', verbose_name='affects voluntary and community groups'),
        ),
        migrations.AddField(
            model_name='consultationpage',
            name='equality_document',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtaildocs.document', verbose_name='screening as a document'),
        ),
        migrations.AddField(
            model_name='consultationpage',
            name='equality_link',
            field=models.URLField(blank=True, verbose_name='address of the screening'),
        ),
        migrations.AddField(
            model_name='consultationpage',
            name='equality_screened_by',
            field=models.CharField(blank=True, help_text='A role or a team, shown.', max_length=160, verbose_name='screening done by'),
        ),
        migrations.AddField(
            model_name='consultationpage',
            name='equality_screened_on',
            field=models.DateField(blank=True, null=True, verbose_name='screening done on'),
        ),
        migrations.AddField(
            model_name='consultationpage',
            name='equality_summary',
            field=models.TextField(blank=True, help_text='Who could be affected more than others, and what is done about it. Or give a link or a document below.', verbose_name='what the screening found'),
        ),
        migrations.AddField(
            model_name='consultationpage',
            name='read_within',
            field=models.PositiveSmallIntegerField(blank=True, help_text='Working days. Leave empty to promise nothing.', null=True, verbose_name='every comment is read within'),
        ),
        migrations.AddField(
            model_name='consultationpage',
            name='short_because',
            field=models.TextField(blank=True, help_text='One or two sentences. They are shown on the public page with your name.', verbose_name='why it is open for less than 12 weeks'),
        ),
        migrations.AddField(
            model_name='consultationpage',
            name='why_proposed',
            field=wagtail.fields.RichTextField(blank=True, help_text='Enough for people to judge it and to answer it.', verbose_name='why we propose this'),
        ),
        migrations.CreateModel(
            name='Election',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='For example “Local elections”.', max_length=120)),
                ('polling_day', models.DateField()),
                ('begins_on', models.DateField(blank=True, help_text='The day the notice of election is published. Left empty, 25 working days before polling day.', null=True, verbose_name='quiet time begins on')),
            ],
            options={
                'ordering': ['polling_day'],
                'constraints': [models.CheckConstraint(condition=models.Q(('begins_on__isnull', True), ('begins_on__lte', models.F('polling_day')), _connector='OR'), name='election_begins_before_its_poll')],
            },
        ),
        migrations.CreateModel(
            name='PromiseChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('field', models.CharField(max_length=40)),
                ('was', models.CharField(blank=True, max_length=40)),
                ('became', models.CharField(blank=True, max_length=40)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('consultation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='promise_changes', to='consultations.consultationpage')),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='DutyOverride',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('duty', models.CharField(max_length=40)),
                ('reason', models.TextField()),
                ('measure', models.IntegerField(blank=True, null=True)),
                ('at', models.DateTimeField()),
                ('second_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('consultation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='duty_overrides', to='consultations.consultationpage')),
                ('second_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['at', 'pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('consultation', 'duty'), name='override_one_standing_a_duty'), models.CheckConstraint(condition=models.Q(('second_by__isnull', True), models.Q(('second_by', models.F('by')), _negated=True), _connector='OR'), name='override_second_person_is_another'), models.CheckConstraint(condition=models.Q(models.Q(('second_at__isnull', True), ('second_by__isnull', True)), models.Q(('second_at__isnull', False), ('second_by__isnull', False)), _connector='OR'), name='override_second_person_has_a_moment'), models.CheckConstraint(condition=django.db.models.lookups.GreaterThanOrEqual(django.db.models.functions.text.Length('reason'), 20), name='override_has_a_reason_in_words')],
            },
        ),
    ]
