"""The list of what is forgotten when, and the command that goes through it."""

from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from records.domain import retention
from records.domain.retention import Rule, apply_all


class Kept:
    """Two rows that are due until they are let go."""

    def __init__(self):
        self.rows = 2

    def due(self, at):
        return [SimpleNamespace(count=lambda: self.rows)]

    def forget(self, *, at):
        gone, self.rows = self.rows, 0
        return gone


def broken(*, at):
    raise ValueError("What is kept cannot be read.")


@pytest.fixture
def kept(monkeypatch):
    one = Kept()
    failing = Rule("Photographs", "never", one.due, broken)
    rules = [failing, Rule("Notes", "a day after", one.due, one.forget)]
    monkeypatch.setattr(retention, "_rules", rules)
    return one


def test_a_rule_that_fails_keeps_no_other_from_its_turn(kept, caplog):
    assert [one.rows for one in apply_all(at=timezone.now())] == [None, 2]
    assert kept.rows == 0
    assert "What is kept cannot be read." in caplog.text


def test_the_command_says_what_went_and_fails_where_something_failed(kept, capsys):
    call_command("apply_retention", "--dry-run")
    with pytest.raises(CommandError, match="Not everything could be deleted"):
        call_command("apply_retention")

    assert capsys.readouterr().out.splitlines() == [
        "Photographs, never: 2",
        "Notes, a day after: 2",
        "Nothing was changed.",
        "Photographs, never: failed",
        "Notes, a day after: 2",
        "Done.",
    ]


@pytest.mark.django_db
def test_every_app_that_keeps_something_of_people_has_its_rules(capsys):
    call_command("apply_retention", "--dry-run")

    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 10
    assert {line.rsplit(": ", 1)[1] for line in lines[:-1]} == {"0"}
    for what in ("Unsent", "Contact", "Equality", "Names", "Scans", "Letters", "Bookings", "disp"):
        assert [line for line in lines if what in line], what
