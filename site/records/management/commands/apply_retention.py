from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from records.domain.retention import apply_all, due_now


class Command(BaseCommand):
    help = "Deletes what has been kept for as long as it may be; --dry-run only says how much."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="only say how much")

    def handle(self, *args, **options):
        now = timezone.now()
        is_trial = options["dry_run"]
        applied = due_now(at=now) if is_trial else apply_all(at=now)
        if options["verbosity"]:
            for one in applied:
                rows = "failed" if one.rows is None else one.rows
                self.stdout.write(f"{one.rule.what}, {one.rule.when}: {rows}")
            self.stdout.write("Nothing was changed." if is_trial else "Done.")
        if any(one.rows is None for one in applied):
            raise CommandError("Not everything could be deleted. The server's log says why.")
