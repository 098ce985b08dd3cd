"""The notes of an event's tables: written down, changed, and noted as handed over.

What becomes of them in a consultation is decided in `integration.notes`.
"""

from dataclasses import dataclass

from django.db import transaction

from events.domain.booking_places import lock_session
from events.models import EventTable, TableNote
from pages.caching import pages_changed
from records.domain.log import record
from records.domain.references import key_hash


class AlreadyHandedOver(Exception):
    """It is a response by now, and changes no more."""


class ChangedMeanwhile(Exception):
    """Somebody else has changed it; `table` is as it stands now, or None where it was removed."""

    def __init__(self, table):
        super().__init__(table)
        self.table = table


@dataclass(frozen=True)
class Said:
    """What a table said about one thing: the id of a page, or None for the whole."""

    about: int | None = None
    agreed: str = ""
    most: str = ""
    some: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.agreed or self.most or self.some)


@dataclass(frozen=True)
class Written:
    """What a form says of one table."""

    name: str
    headcount: int
    who: str = ""
    led_by: str = ""
    may_be_shown: bool = False
    notes: tuple[Said, ...] = ()


def tables_of(session):
    """The tables of a session in the order in which they were written down, with their notes."""
    tables = EventTable.objects.filter(session=session)
    return list(
        tables.select_related("handed_over_by").prefetch_related("notes__about").order_by("pk")
    )


@transaction.atomic
def add_table(*, session_pk, key, written, by, at):
    """Write a table down. The same form sent again is the same table."""
    session = lock_session(session_pk)
    if known := EventTable.objects.filter(key_hash=key_hash(key)).first():
        return known
    table = EventTable(session=session, key_hash=key_hash(key))
    _write(table, written, by=by, at=at)
    record(action="tables.added", subjects=[f"table:{table.pk}"], at=at, by=by)
    return table


@transaction.atomic
def change_table(*, table_pk, version, written, by, at):
    """Change what was written down. Raises AlreadyHandedOver or ChangedMeanwhile."""
    table = _locked(table_pk)
    if table is None or table.version != version:
        raise ChangedMeanwhile(table)
    table.version += 1
    table.notes.all().delete()
    _write(table, written, by=by, at=at)
    record(action="tables.changed", subjects=[f"table:{table.pk}"], at=at, by=by)
    return table


@transaction.atomic
def remove_table(*, table_pk, by, at):
    """Remove a table and its notes; removed again, it stays so. Raises AlreadyHandedOver."""
    table = _locked(table_pk)
    if table is not None:
        record(action="tables.removed", subjects=[f"table:{table.pk}"], at=at, by=by)
        table.delete()
        pages_changed()


@transaction.atomic
def waiting_tables(*, session_pk):
    """The tables that say something and are not handed over, locked until the transaction ends."""
    lock_session(session_pk)
    tables = EventTable.objects.select_for_update(of=("self",)).filter(
        session=session_pk, reference="", pk__in=TableNote.objects.values("table")
    )
    return list(tables.prefetch_related("notes__about").order_by("pk"))


@transaction.atomic
def note_handed_over(*, table, reference, by, at):
    """Note once which response a table became. The caller holds its lock."""
    table.reference, table.handed_over_by, table.handed_over_at = reference, by, at
    table.save(update_fields=["reference", "handed_over_by", "handed_over_at"])
    record(action="tables.handed-over", subjects=[f"table:{table.pk}"], at=at, by=by)


def _locked(pk):
    session_pk = EventTable.objects.filter(pk=pk).values_list("session_id", flat=True).first()
    if session_pk is None:
        return None
    lock_session(session_pk)
    table = EventTable.objects.select_for_update(of=("self",)).filter(pk=pk).first()
    if table is not None and table.is_handed_over:
        raise AlreadyHandedOver
    return table


def _write(table, written, *, by, at):
    table.name, table.headcount = written.name, written.headcount
    table.who, table.led_by = written.who, written.led_by
    table.may_be_shown = written.may_be_shown
    table.written_by, table.written_at = by, at
    table.save()
    TableNote.objects.bulk_create(
        TableNote(table=table, about_id=one.about, agreed=one.agreed, most=one.most, some=one.some)
        for one in written.notes
        if not one.is_empty
    )
    pages_changed()  # reports on the consultation say how many talked
