from django.core.management.base import BaseCommand
from django.utils import timezone

from events.domain.reminders import ask_how_it_was, remind


class Command(BaseCommand):
    help = "Reminds whoever has booked, and asks those who came how it was. Once each."

    def handle(self, *args, **options):
        now = timezone.now()
        reminded, asked = remind(at=now), ask_how_it_was(at=now)
        if options["verbosity"]:
            self.stdout.write(f"{reminded} were reminded, {asked} were asked how it was.")
