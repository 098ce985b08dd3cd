import csv
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from records.domain.verifying import verify
from records.models import LogEntry

COLUMNS = ("chain", "number", "at", "action", "subject", "by_id", "reason", "seal")


class Command(BaseCommand):
    help = (
        "Reads the whole log again and finds what was changed, removed or re-ordered. Prints each"
        " chain with its newest seal: keep that outside the database. Exits 1 if it is not whole."
    )

    def add_arguments(self, parser):
        parser.add_argument("chain", nargs="?", type=int, help="One consultation's number; 0: none")
        parser.add_argument("--export", metavar="FILE", help="Write the entries as CSV as well")

    def handle(self, *args, chain, export, **options):
        found = verify(chain=chain)
        for one in found:
            self.stdout.write(f"{one.chain}: {one.length} entries, seal {one.seal or 'none'}")
            for fault in one.faults:
                self.stdout.write(f"  {fault}")
        if export:
            self._export(chain, Path(export))
        if any(one.faults for one in found):
            raise CommandError("The log is not as it was written.")
        self.stdout.write("The log is whole.")

    def _export(self, chain, path):
        """Numbers, codes and moments only: no cell can begin like a formula."""
        entries = LogEntry.objects.order_by("chain", "number")
        if chain is not None:
            entries = entries.filter(chain=chain)
        with path.open("w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(COLUMNS)
            writer.writerows(entries.values_list(*COLUMNS).iterator(2000))
