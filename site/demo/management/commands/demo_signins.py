from django.core.management.base import BaseCommand

from demo.signins import PASSWORD, SIGN_INS


class Command(BaseCommand):
    help = "Lists who can sign in to the worked example."

    def handle(self, **options):
        width = max(len(person.title) for person in SIGN_INS)
        for person in SIGN_INS:
            self.stdout.write(f"{person.title:<{width}}   {person.email}")
        self.stdout.write(f"{'Password of all of them':<{width}}   {PASSWORD}")
