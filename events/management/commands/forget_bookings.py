from django.core.management.base import BaseCommand
from django.utils import timezone

from events.domain.booking_retention import bookings_due, forget_bookings, forget_needs, needs_due


class Command(BaseCommand):
    help = (
        "Deletes what people needed a week after an event, and everything personal in bookings, "
        "with the notes of tables, after six months."
    )

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="only say how many")

    def handle(self, *args, **options):
        now = timezone.now()
        if options["dry_run"]:
            needs, bookings = needs_due(at=now).count(), bookings_due(at=now).count()
        else:
            needs, bookings = forget_needs(at=now), forget_bookings(at=now)
        if options["verbosity"]:
            verb = "would be" if options["dry_run"] else "were"
            self.stdout.write(
                f"Needs of {needs} and details of {bookings} bookings {verb} deleted."
            )
