"""The end of an import, once however often it is asked for: a new draft, or a corrected one."""

from django.db import transaction
from django.utils import timezone

from consultations.drafts.models import DraftImport, ImportState
from records.domain.log import record

from .publish import make_draft
from .republish import fingerprint, put_into
from .steps import ChangedMeanwhile
from .storing import from_json


class NothingToMake(Exception):
    def __init__(self):
        super().__init__(
            "Every passage has been left out, so there is nothing to comment on. Undo a step first."
        )


class DraftChangedMeanwhile(Exception):
    def __init__(self):
        super().__init__(
            "Somebody changed the draft while you were looking. Nothing was changed by you; "
            "this is what would happen now."
        )


@transaction.atomic
def finish(*, draft_import_id, version, by, seen=""):
    """Make the draft, or put the text into the one it corrects. Returns the draft.

    A second call gives the draft that the first one made. `seen` is the fingerprint of the draft
    that was compared. Raises ChangedMeanwhile, DraftChangedMeanwhile, NothingToMake, FrozenDraft,
    LockedPage.
    """
    found = DraftImport.objects.select_for_update().filter(pk=draft_import_id).first()
    if found is None:
        raise ChangedMeanwhile
    if found.state == ImportState.MADE and found.draft_id:
        return found.draft
    if found.state != ImportState.CORRECTING or found.version != version:
        raise ChangedMeanwhile
    outline = from_json(found.outline)
    if not any(section.passages for section in outline.sections):
        raise NothingToMake
    if found.corrects_id:
        if fingerprint(found.corrects) != seen:
            raise DraftChangedMeanwhile
        put_into(draft_id=found.corrects_id, outline=outline, by=by)
        draft = found.corrects
    else:
        draft = make_draft(outline, consultation=found.consultation, user=by)
    _close(found, draft, by)
    return draft


def _close(found, draft, by):
    """What was read is in the draft now and nowhere else."""
    found.state = ImportState.MADE
    found.draft = draft
    found.finished_at = timezone.now()
    found.outline = None
    found.save(update_fields=["state", "draft", "finished_at", "outline"])
    found.steps.all().delete()
    record(
        action="draft_text_corrected" if found.corrects_id else "draft_imported",
        subjects=[f"draft:{draft.pk}"],
        at=found.finished_at,
        consultation_id=found.consultation_id,
        by=by,
    )
