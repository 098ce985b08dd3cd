from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from consultations.drafts.importing import UnreadableDraft, read
from consultations.drafts.importing.publish import make_draft
from consultations.models import ConsultationPage


class Command(BaseCommand):
    help = "Turns a document into a draft of sections and numbered passages."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--consultation", required=True, help="The consultation's slug.")
        parser.add_argument("--title", default="")
        parser.add_argument("--publish", action="store_true", help="Freeze it and make it public.")

    def handle(self, *, file, consultation, title, publish, **options):
        page = ConsultationPage.objects.filter(slug=consultation).first()
        if page is None:
            raise CommandError(
                f"There is no consultation “{consultation}”. Make it first, or check the spelling."
            )
        try:
            outline = read(file)
        except UnreadableDraft as error:
            raise CommandError(str(error)) from None
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from None
        with transaction.atomic():
            draft = make_draft(outline, consultation=page, title=title)
            if publish:
                draft.get_latest_revision().publish()
                draft.refresh_from_db()
        count = sum(len(section.passages) for section in outline.sections)
        state = "published" if draft.is_frozen else "not yet published"
        self.stdout.write(
            f"“{draft.title}”: {len(outline.sections)} sections, {count} passages, {state}."
        )
        for note in outline.notes:
            self.stdout.write(f"Note: {note}")
        self.stdout.write(f"Its address is {draft.url or draft.url_path}")
