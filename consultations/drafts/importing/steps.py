"""Corrections to an imported document, kept in the database: one at a time, each undoable."""

from dataclasses import replace

from django.db import transaction

from consultations.drafts.models import DraftImport, ImportState, ImportStep
from consultations.drafts.models.uploads import MOST_STEPS

from . import correcting
from .outline import Outline
from .storing import as_json, decode, encode, from_json

CORRECTIONS = {
    "retitle": correcting.retitle,
    "retitle-section": correcting.retitle_section,
    "merge-section": correcting.merge_section,
    "demote-section": correcting.demote_section,
    "split-section": correcting.split_section,
    "front-matter": correcting.mark_front_matter,
    "drop-section": correcting.drop_section,
    "promote-passage": correcting.promote_passage,
    "merge-passage": correcting.merge_passage,
    "change-kind": correcting.change_kind,
    "drop-passage": correcting.drop_passage,
}


class ChangedMeanwhile(Exception):
    """Somebody, or another window, has changed or finished this import since it was looked at."""

    def __init__(self):
        super().__init__(
            "This import was changed in another window since you opened this page. "
            "Nothing was changed by you just now; here it is as it stands."
        )


class NothingToUndo(Exception):
    def __init__(self):
        super().__init__("There is nothing left to undo.")


@transaction.atomic
def correct(*, draft_import_id, version, name, **arguments):
    """Make one correction to the outline in this version. Returns the Correction.

    Raises CannotCorrect, ChangedMeanwhile.
    """
    found = _locked(draft_import_id, version)
    before = from_json(found.outline)
    done = CORRECTIONS[name](before, **arguments)
    first, length, replaced = difference(before, done.outline)
    found.version += 1
    ImportStep.objects.create(
        draft_import=found,
        version=found.version,
        first=first,
        length=length,
        replaced=encode(replaced),
        title=before.title,
        said=done.said[:300],
        section=arguments.get("section"),
        passage=arguments.get("passage"),
    )
    ImportStep.objects.filter(draft_import=found, version__lte=found.version - MOST_STEPS).delete()
    _keep(found, done)
    return done


@transaction.atomic
def undo(*, draft_import_id, version):
    """Take back the last correction. Raises ChangedMeanwhile, NothingToUndo."""
    found = _locked(draft_import_id, version)
    step = found.steps.first()
    if step is None:
        raise NothingToUndo
    now = from_json(found.outline)
    sections = (
        *now.sections[: step.first],
        *decode(step.replaced),
        *now.sections[step.first + step.length :],
    )
    outline = replace(now, title=step.title, sections=sections)
    done = correcting.Correction(outline, f"Undone: {step.said}", step.section, step.passage)
    step.delete()
    found.version += 1
    _keep(found, done)
    return done


def _locked(draft_import_id, version):
    found = DraftImport.objects.select_for_update().filter(pk=draft_import_id).first()
    if found is None or found.state != ImportState.CORRECTING or found.version != version:
        raise ChangedMeanwhile
    return found


def _keep(found, done):
    found.outline = as_json(done.outline)
    found.said = done.said[:300]
    found.said_section = done.section
    found.said_passage = done.passage
    found.save(update_fields=["outline", "version", "said", "said_section", "said_passage"])


def difference(before: Outline, after: Outline):
    """Where the sections differ: from which place on, how many stand there now, what stood there.

    A correction leaves every section that it does not touch the same object, so this is quick.
    """
    old, new = before.sections, after.sections
    shortest = min(len(old), len(new))
    first = 0
    while first < shortest and old[first] is new[first]:
        first += 1
    last = 0
    while last < shortest - first and old[-1 - last] is new[-1 - last]:
        last += 1
    return first, len(new) - first - last, old[first : len(old) - last]
