"""A text file becomes a published, frozen version with its plain words."""

from pathlib import Path

from consultations.drafts.importing import read
from consultations.drafts.importing.publish import make_draft

CONTENT = Path(__file__).resolve().parents[1] / "content"


def publish_draft(file, *, consultation, user, summaries):
    """Import the file, give every section its plain words and publish it."""
    draft = write_draft(file, consultation=consultation, user=user, summaries=summaries)
    return publish(draft, user=user, at=consultation.opens_at)


def write_draft(file, *, consultation, user, summaries):
    """The file as a draft nobody sees yet.

    `summaries` are by section title: each section but the front matter needs one.
    """
    draft = make_draft(read(CONTENT / file), consultation=consultation, user=user)
    for section in draft.sections().filter(is_front_matter=False):
        section.plain_summary = summaries[section.title]
        section.save_revision(user=user)
    return draft


def publish(draft, *, user, at, label="", introduction=""):
    """Publish it as though it had been at that moment."""
    draft.version_label = label
    draft.introduction = introduction
    draft.first_published_at = at
    draft.save()
    draft.save_revision(user=user).publish(user=user)
    draft.refresh_from_db()
    return draft
