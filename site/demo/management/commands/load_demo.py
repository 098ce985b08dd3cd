from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from consultations.analysis.domain.reconciling import reconcile
from consultations.models import ConsultationPage
from demo.loading.emptying import empty_everything
from demo.loading.everything import load_everything


class Command(BaseCommand):
    help = "Loads the worked example. What is there already stays as it is."

    def add_arguments(self, parser):
        parser.add_argument(
            "--fresh",
            action="store_true",
            help="Throw away everything in the database, whoever wrote it, and load anew.",
        )

    @transaction.atomic
    def handle(self, *, fresh, **options):
        if not settings.DEMO:
            raise CommandError("The worked example is loaded only where the setting DEMO is true.")
        if fresh:
            empty_everything()
        loaded = load_everything(now=timezone.now())
        self.stdout.write(
            f"Loaded: {', '.join(loaded)}."
            if loaded
            else "The worked example is here already; nothing was changed."
        )
        for consultation in ConsultationPage.objects.order_by("path"):
            self.stdout.write(summary(consultation))


def summary(consultation):
    """One line a consultation, from a recount."""
    count = reconcile(consultation)
    if not count.received:
        return f"  {consultation.title}: no responses."
    statuses = ", ".join(f"{number} {name.lower()}" for name, number in count.statuses.items())
    faults = "" if count.adds_up else f" It does not add up: {' '.join(count.faults)}"
    return (
        f"  {consultation.title}: {count.received} received = {count.counted} counted"
        f" + {count.withdrawn} withdrawn + {count.not_responses} not responses."
        f" {count.comments} comments: {statuses}.{faults}"
    )
