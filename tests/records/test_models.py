"""The log only grows: neither an entry nor any number of them can be changed or deleted."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from records.domain.log import record
from records.models import LogEntry
from tests.factories.people import make_user

AT = dt.datetime(2026, 6, 10, 11, 0, tzinfo=dt.UTC)


@pytest.fixture
def entry(db):
    record(action="response:sent", subjects=["response:12"], at=AT, consultation_id=3)
    return LogEntry.objects.get()


def kept():
    return list(LogEntry.objects.values_list("at", "action", "subject", "consultation_id"))


UNCHANGED = [(AT, "response:sent", "response:12", 3)]


class TestAnEntry:
    def test_cannot_be_changed(self, entry):
        entry.action = "response:lost"

        with pytest.raises(TypeError, match=r"A log entry is never changed\."):
            entry.save()
        assert kept() == UNCHANGED

    def test_cannot_be_changed_field_by_field(self, entry):
        entry.action = "response:lost"

        with pytest.raises(TypeError, match=r"A log entry is never changed\."):
            entry.save(update_fields=["action"])
        assert kept() == UNCHANGED

    def test_cannot_be_replaced_by_another_of_its_number(self, entry):
        with pytest.raises(TypeError, match=r"A log entry is never changed\."):
            LogEntry(pk=entry.pk, at=AT, action="response:lost", subject="x").save()
        assert kept() == UNCHANGED

    def test_cannot_be_deleted(self, entry):
        with pytest.raises(TypeError, match=r"A log entry is never deleted\."):
            entry.delete()
        assert kept() == UNCHANGED

    def test_can_be_added(self, db):
        record(action="response:sent", subjects=["response:12"], at=AT, consultation_id=3)

        assert kept() == UNCHANGED


class TestManyEntries:
    def test_cannot_be_changed(self, entry):
        for entries in (LogEntry.objects, LogEntry.objects.filter(pk=entry.pk)):
            with pytest.raises(TypeError, match=r"Log entries are never changed\."):
                entries.update(action="response:lost")
        assert kept() == UNCHANGED

    def test_cannot_be_changed_in_bulk(self, entry):
        entry.action = "response:lost"

        with (
            pytest.raises(TypeError, match=r"Log entries are never changed\."),
            transaction.atomic(),
        ):
            LogEntry.objects.bulk_update([entry], ["action"])
        assert kept() == UNCHANGED

    def test_cannot_be_deleted(self, entry):
        with pytest.raises(TypeError, match=r"Log entries are never deleted\."):
            LogEntry.objects.all().delete()
        assert kept() == UNCHANGED

    def test_cannot_be_replaced_while_adding(self, entry):
        other = LogEntry(pk=entry.pk, at=AT, action="response:lost", subject="x")

        with pytest.raises(IntegrityError):
            LogEntry.objects.bulk_create([other])

    def test_cannot_be_updated_or_created(self, entry):
        with pytest.raises(TypeError, match=r"A log entry is never changed\."):
            LogEntry.objects.update_or_create(
                subject="response:12", defaults={"action": "response:lost"}
            )
        assert kept() == UNCHANGED


def test_an_entry_stays_when_the_person_who_did_it_goes(db):
    officer = make_user("officer")
    record(action="page:published", subjects=["page:4"], at=timezone.now(), by=officer)

    number = officer.pk
    officer.delete()

    entry = LogEntry.objects.get()
    assert (entry.subject, entry.by_id) == ("page:4", number)
