"""Options are tallied, those picked before among them."""

from django.db import migrations, models
from django.db.models import Count

# As `analysis.domain.picked` leaves them out.
NOT_COUNTED = ("offer", "consents", "postcode", "officers")


def count_what_was_picked(apps, schema_editor):
    Tally = apps.get_model("analysis", "Tally")
    AnswerChoice = apps.get_model("responses", "AnswerChoice")
    counted = (
        AnswerChoice.objects.filter(
            answer__comment__replaced_by__isnull=True,
            answer__comment__response__withdrawn_at__isnull=True,
            answer__comment__response__not_a_response_at__isnull=True,
        )
        .exclude(answer__question__kind__in=NOT_COUNTED)
        .order_by()
    )
    asked = (
        "answer__comment__consultation",
        "answer__comment__section",
        "answer__question__key",
        "answer__question__meaning",
    )
    options = counted.values_list(*asked, "row", "option", "rank").annotate(n=Count("pk"))
    answers = counted.values_list(*asked).annotate(n=Count("answer", distinct=True))
    rows = [*options.iterator(), *((*row[:4], "", "", None, row[4]) for row in answers.iterator())]
    Tally.objects.bulk_create(
        [
            Tally(
                consultation_id=about,
                place=f"options:{about}",
                measure=f"{section or ''}/{key.hex}/{meaning}/{row}/{option}/{rank or ''}",
                count=n,
            )
            for about, section, key, meaning, row, option, rank, n in rows
        ],
        batch_size=100,
    )


def forget_them(apps, schema_editor):
    apps.get_model("analysis", "Tally").objects.filter(place__startswith="options:").delete()


class Migration(migrations.Migration):
    dependencies = [
        ("analysis", "0001_initial"),
        ("responses", "0011_more_question_kinds"),
    ]

    operations = [
        migrations.AlterField("tally", "measure", models.CharField(max_length=160)),
        migrations.RunPython(count_what_was_picked, forget_them),
    ]
