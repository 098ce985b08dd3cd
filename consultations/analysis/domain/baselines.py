"""Who could answer, as an officer enters it from a census or a register, and by whom."""

from django.db import IntegrityError, transaction

from consultations.analysis.enums import Slice
from consultations.analysis.models import Baseline
from consultations.responses.domain.characteristics import CHARACTERISTICS, PREFER_NOT
from people.models import Area, Organisation
from records.domain.log import record


class OnRecordAlready(Exception):
    """There is a row about the same people; take that one out first."""


def choices():
    """{slice: {key: what people call it}} of everybody a baseline may be about."""
    return {
        Slice.AREA: {str(area.pk): area.label for area in Area.objects.active()},
        Slice.KIND: {
            kind.value: kind.label
            for kind in Organisation.Kind
            if kind != Organisation.Kind.UNKNOWN
        },
        Slice.GROUP: {
            f"{one.key}:{key}": f"{one.name}: {label}"
            for one in CHARACTERISTICS
            for key, label in one.options
            if key != PREFER_NOT
        },
    }


@transaction.atomic
def add_baseline(*, consultation, slice, key, share, source, year, by, at):
    """Say how many of a hundred who could answer are like this. Raises OnRecordAlready."""
    try:
        with transaction.atomic():
            row = Baseline.objects.create(
                consultation=consultation,
                slice=slice,
                key=key,
                share=share,
                source=source.strip(),
                year=year,
            )
    except IntegrityError as error:
        raise OnRecordAlready from error
    _note("baseline.added", row, by, at)
    return row


@transaction.atomic
def remove_baseline(*, baseline, by, at):
    _note("baseline.removed", baseline, by, at)
    baseline.delete()


@transaction.atomic
def copy_baselines(*, source, to, by, at):
    """Take over what another consultation's officers entered, where this one says nothing yet.

    Gives how many rows were taken.
    """
    have = set(to.baselines.values_list("slice", "key"))
    rows = [row for row in source.baselines.all() if (row.slice, row.key) not in have]
    for row in rows:
        row.pk, row.consultation = None, to
    Baseline.objects.bulk_create(rows)
    for row in rows:
        _note("baseline.added", row, by, at)
    return len(rows)


def _note(action, row, by, at):
    record(
        action=action,
        subjects=[f"baseline:{row.pk}"],
        at=at,
        consultation_id=row.consultation_id,
        by=by,
    )
