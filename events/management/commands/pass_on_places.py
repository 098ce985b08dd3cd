from django.core.management.base import BaseCommand
from django.utils import timezone

from events.domain.waiting import pass_on


class Command(BaseCommand):
    help = "Passes on places that were held and not taken, and offers what is free. May run often."

    def handle(self, *args, **options):
        lapsed = pass_on(at=timezone.now())
        if options["verbosity"]:
            self.stdout.write(f"{lapsed} offers were not answered in time.")
