import json
from itertools import groupby
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from consultations.domain.readiness import SUBJECTS, Finding, checks_for, in_order
from consultations.drafts.domain.checking import check_alone
from consultations.drafts.domain.checking.document import of_draft, of_outline
from consultations.drafts.domain.checking.running import newest_draft
from consultations.drafts.importing import UnreadableDraft, read
from consultations.drafts.management.reaching import check_addresses
from consultations.models import ConsultationPage


class Command(BaseCommand):
    help = "Says what is worth mending in a draft before it is put to the public."

    def add_arguments(self, parser):
        parser.add_argument("what", help="A file, or the slug of a consultation.")
        parser.add_argument("--format", choices=["text", "json"], default="text")
        parser.add_argument(
            "--links", action="store_true", help="Also try each link, over the network."
        )

    def handle(self, *, what, format, links, **options):
        document, findings = self.read(what)
        if links and document:
            findings = in_order([*findings, *check_addresses(document)])
        write = self.write_json if format == "json" else self.write_text
        write(what, findings)
        blocking = sum(finding.blocks for finding in findings)
        if blocking:
            stand = counted(blocking, "thing stands", "things stand")
            raise CommandError(f"{stand} in the way of putting it to the public.", returncode=1)

    def read(self, what):
        """The text and its findings, of this file or else of the consultation of that slug."""
        path = Path(what)
        if path.is_file():
            try:
                document = of_outline(read(path))
            except UnreadableDraft as error:
                raise CommandError(str(error)) from None
            return document, check_alone(document)
        consultation = ConsultationPage.objects.filter(slug=what).first()
        if consultation is None:
            raise CommandError(f"There is neither a consultation nor a file “{what}”.")
        consultation = consultation.get_latest_revision_as_object()
        draft = newest_draft(consultation)
        return draft and of_draft(draft), checks_for(consultation, draft)

    def write_json(self, what, findings: list[Finding]):
        rows = [
            {
                "code": finding.code,
                "severity": finding.severity.value,
                "sentence": finding.sentence,
                "place": finding.place.label if finding.place else "",
                "excerpt": finding.excerpt,
                "how_to_mend": finding.how_to_mend,
            }
            for finding in findings
        ]
        text = json.dumps({"checked": what, "findings": rows}, ensure_ascii=False, indent=2)
        self.stdout.write(text)

    def write_text(self, what, findings: list[Finding]):
        if not findings:
            self.stdout.write(f"{what}: nothing to mend was found.")
            return
        self.stdout.write(f"{what}: {counted(len(findings), 'thing', 'things')} to look at.")
        for subject, group in groupby(findings, key=lambda finding: finding.subject):
            self.stdout.write(f"\n{SUBJECTS[subject]}")
            for finding in group:
                self.write_finding(finding)

    def write_finding(self, finding: Finding):
        place = f" ({finding.place.label})" if finding.place else ""
        mark = "!" if finding.blocks else "-"
        self.stdout.write(f"  {mark} {finding.sentence}{place}")
        if finding.excerpt:
            self.stdout.write(f"      “{finding.excerpt}”")
        self.stdout.write(f"      {finding.how_to_mend}")


def counted(number, one, many):
    return f"{number} {one if number == 1 else many}"
