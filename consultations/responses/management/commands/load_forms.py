from django.core.management.base import BaseCommand

from consultations.responses.domain.library import load_library


class Command(BaseCommand):
    help = "Add the standard forms that this site has never had. Those it has are left alone."

    def handle(self, **options):
        loaded = load_library()
        for title in loaded:
            self.stdout.write(f"Added the form “{title}”.")
        if not loaded:
            self.stdout.write("The standard forms were added before; nothing was changed.")
