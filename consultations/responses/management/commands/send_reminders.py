from django.core.management.base import BaseCommand
from django.utils import timezone

from consultations.responses.domain.reminding import unsent_before_closing
from consultations.responses.notifications import queue_reminder


class Command(BaseCommand):
    help = "Reminds people of what they have not sent, three days before it closes. Once each."

    def handle(self, *args, **options):
        now = timezone.now()
        baskets = list(unsent_before_closing(now=now))
        for basket in baskets:
            queue_reminder(basket=basket, now=now)
        if options["verbosity"]:
            self.stdout.write(f"{len(baskets)} unsent responses in what closes within three days.")
