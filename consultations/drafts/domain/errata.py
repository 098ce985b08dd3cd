"""Slips in a published passage, put right beside it."""

from collections import defaultdict

from django.db import transaction

from consultations.drafts.models import Erratum
from pages.caching import pages_changed
from records.domain.log import record


class AlreadyWithdrawn(Exception):
    """Somebody has taken this erratum back before."""


@transaction.atomic
def add_erratum(*, passage, text, by, at):
    """Say beside a published passage what it should say. The passage itself stays as it is."""
    erratum = Erratum.objects.create(passage=passage, text=text.strip(), by=by, at=at)
    _note("erratum.added", erratum, by, at)
    return erratum


@transaction.atomic
def withdraw_erratum(*, erratum, by, at):
    """Take back one that was wrong itself: no longer shown, and kept on record."""
    locked = Erratum.objects.select_for_update().get(pk=erratum.pk)
    if locked.withdrawn_at is not None:
        raise AlreadyWithdrawn
    locked.withdrawn_at, locked.withdrawn_by = at, by
    locked.save(update_fields=["withdrawn_at", "withdrawn_by"])
    _note("erratum.withdrawn", locked, by, at)


def errata_by_passage(sections):
    """The errata to be shown in these sections, by passage, in one query.

    In none where the sections know that they have none (`DraftPage.sections_to_read`).
    """
    found = defaultdict(list)
    sections = [section.pk for section in sections if getattr(section, "has_errata", True)]
    if not sections:
        return found
    for erratum in Erratum.objects.standing().filter(passage__section__in=sections):
        found[erratum.passage_id].append(erratum)
    return found


def _note(action, erratum, by, at):
    section = erratum.passage.section
    record(
        action=action,
        subjects=[f"passage:{erratum.passage_id}"],
        at=at,
        consultation_id=section.draft.get_parent().pk,
        by=by,
    )
    pages_changed()
