"""A document that the officer has sent and not finished correcting."""

from pathlib import Path

from django.core.files import File

from consultations.drafts.importing import steps
from consultations.drafts.importing.uploading import receive
from consultations.models import ConsultationPage
from demo.content.consultations import ENGAGEMENT
from demo.signins import OFFICER

NEIGHBOURHOODS = Path(__file__).resolve().parents[1] / "content" / "neighbourhoods.txt"


def load_import(scene):
    """Two corrections have been made, so that there is something to undo."""
    with NEIGHBOURHOODS.open("rb") as file:
        found = receive(
            file=File(file, name="working-in-neighbourhoods.txt"),
            consultation=ConsultationPage.objects.get(slug=ENGAGEMENT.slug),
            by=scene.user(OFFICER),
            now=scene.now,
        )
    for version, name, arguments in (
        (0, "front-matter", {"section": 0}),
        (1, "retitle", {"title": "Working in neighbourhoods: a place, a person, a little money"}),
    ):
        steps.correct(draft_import_id=found.pk, version=version, name=name, **arguments)
