from django.core.management.base import BaseCommand, CommandError

from consultations.analysis.domain.reconciling import reconcile
from consultations.models import ConsultationPage


class Command(BaseCommand):
    help = "Counts everything anew and compares: received = counted + withdrawn + not a response."

    def add_arguments(self, parser):
        parser.add_argument("slug", nargs="?", help="One consultation; all of them when left out.")

    def handle(self, *, slug, **options):
        pages = ConsultationPage.objects.order_by("opens_at")
        if slug:
            pages = pages.filter(slug=slug)
            if not pages:
                raise CommandError(f"There is no consultation “{slug}”.")
        faults = sum(self.report(page) for page in pages)
        if faults:
            raise CommandError(f"{faults} things do not add up.", returncode=1)

    def report(self, page):
        result = reconcile(page)
        self.stdout.write(
            f"{page.slug}: {result.received} received = {result.counted} counted"
            f" + {result.withdrawn} withdrawn + {result.not_responses} not a response;"
            f" {result.comments} comments"
        )
        who = result.numbers
        self.stdout.write(
            f"    counted: {who.people:,} of people, {who.of_organisations:,} of"
            f" {who.organisations:,} organisations, {who.meetings:,} of meetings with"
            f" {who.at_meetings:,} people, {who.councillors:,} of councillors and MPs"
        )
        if who.late:
            self.stdout.write(f"    sent late, and counted: {who.late:,}")
        for label, count in result.statuses.items():
            self.stdout.write(f"    {count:>7,} {label}")
        for fault in result.faults:
            self.stderr.write(f"  ! {fault}")
        if result.adds_up:
            self.stdout.write("  It adds up.")
        return len(result.faults)
