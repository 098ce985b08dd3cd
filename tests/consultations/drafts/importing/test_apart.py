"""Reading in a process of its own: what it gives, what it is not given, and when it is ended."""

import pytest
from django.conf import settings

from consultations.drafts.importing import UnreadableDraft, apart, read
from consultations.drafts.importing.apart import ODD, TOO_MUCH, read_apart

OURS = settings.ROOT / "site" / "demo" / "content" / "strategy.txt"


def test_gives_what_reading_here_gives():
    assert read_apart(OURS) == read(OURS)


def test_says_why_a_file_cannot_be_read(tmp_path):
    file = tmp_path / "empty.txt"
    file.write_text(" ")

    with pytest.raises(UnreadableDraft, match="no words"):
        read_apart(file)


def stand_in(monkeypatch, tmp_path, code):
    """Runs this code in the place of our reader."""
    program = tmp_path / "stand_in"
    program.write_text(f"#!/bin/sh\n{code}\n")
    program.chmod(0o700)
    monkeypatch.setattr(apart.sys, "executable", str(program))


@pytest.mark.parametrize(
    ("code", "said"),
    [("kill -9 $$", TOO_MUCH), ("echo broken; exit 1", ODD), ("sleep 9", TOO_MUCH)],
)
def test_a_process_that_is_ended_or_breaks_is_a_sentence(monkeypatch, tmp_path, code, said):
    stand_in(monkeypatch, tmp_path, code)
    monkeypatch.setattr(apart, "MOST_SECONDS", 0.2)

    with pytest.raises(UnreadableDraft) as refusal:
        read_apart(OURS)

    assert str(refusal.value) == said


def test_a_file_that_fills_the_memory_is_refused_and_this_process_lives_on(monkeypatch, tmp_path):
    file = tmp_path / "long.txt"
    file.write_text("A plan\n\n" + "Words and more words, line by line.\n\n" * 100_000)
    monkeypatch.setattr(apart, "MOST_MEMORY", 80 * 1024 * 1024)

    with pytest.raises(UnreadableDraft) as refusal:
        read_apart(file)

    assert str(refusal.value) in (TOO_MUCH, ODD)


def test_the_other_process_knows_no_secret(monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET_KEY", "the key to everything")
    seen = tmp_path / "seen"
    stand_in(monkeypatch, tmp_path, f"env > {seen}; exit 1")

    with pytest.raises(UnreadableDraft):
        read_apart(OURS)

    assert "PYTHONPATH" in seen.read_text()
    assert "the key to everything" not in seen.read_text()
