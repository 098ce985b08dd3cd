"""Uploaded documents, through the same door as an officer's."""

from django.core.files.uploadedfile import SimpleUploadedFile

from consultations.drafts.importing import steps
from consultations.drafts.importing.storing import from_json
from consultations.drafts.importing.uploading import receive
from tests.factories.consultations import make_consultation

TEXT = """Draft strategy

WORKING TOGETHER

We will work with groups of every size.

We will publish what we spend.

We will meet in every part of the borough.

GRANTS

Grants will last three years.

Small groups will have a fund of their own.
"""


def make_file(text=TEXT, name="strategy.txt"):
    return SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)


def make_import(by, *, text=TEXT, name="strategy.txt", consultation=None, **fields):
    return receive(
        file=make_file(text, name),
        consultation=consultation or make_consultation(),
        by=by,
        **fields,
    )


def make_long_text(paragraphs):
    """A document of so many paragraphs, too long to be read while its sender waits."""
    lines = [
        f"Paragraph {number} says what will be done, by whom, and how everybody can see it done."
        for number in range(1, paragraphs + 1)
    ]
    return "Draft strategy\n\nWHAT WE WILL DO\n\n" + "\n\n".join(lines)


def outline_of(draft_import):
    draft_import.refresh_from_db()
    return from_json(draft_import.outline)


def correct(draft_import, name, **arguments):
    """One correction to the import as it stands."""
    draft_import.refresh_from_db()
    return steps.correct(
        draft_import_id=draft_import.pk, version=draft_import.version, name=name, **arguments
    )
