from django.conf import settings
from django.core.management.base import BaseCommand

from integration.starting import start_site


class Command(BaseCommand):
    help = "Makes a new site's first pages: home, consultations, events and toolkit."

    def add_arguments(self, parser):
        parser.add_argument(
            "--title", default=settings.WAGTAIL_SITE_NAME, help="The site's name, on its home page."
        )

    def handle(self, *args, title, **options):
        made = start_site(title=title, address=settings.WAGTAILADMIN_BASE_URL)
        if made:
            self.stdout.write(f"Made: {', '.join(made)}.")
        else:
            self.stdout.write("Nothing to do: the first pages are there.")
