"""A text file becomes a published, frozen version with its plain words."""

from pathlib import Path

from consultations.drafts.importing import read
from consultations.drafts.importing.publish import make_draft

CONTENT = Path(__file__).resolve().parents[1] / "content"


def publish_draft(file, *, consultation, user, summaries, label="", introduction=""):
    """Import the file, give every section its plain words and publish it.

    `summaries` are by section title: each section but the front matter needs one.
    """
    draft = make_draft(read(CONTENT / file), consultation=consultation, user=user)
    for section in draft.sections().filter(is_front_matter=False):
        section.plain_summary = summaries[section.title]
        section.save_revision(user=user)
    draft.version_label = label
    draft.introduction = introduction
    draft.first_published_at = consultation.opens_at
    draft.save()
    draft.save_revision(user=user).publish(user=user)
    draft.refresh_from_db()
    return draft
