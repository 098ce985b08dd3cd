from pathlib import Path

import pytest

from consultations.drafts.importing import (
    Kind,
    Outline,
    Passage,
    Section,
    UnreadableDraft,
    read,
)


@pytest.mark.parametrize("name", ["draft.txt", "DRAFT.TXT"])
def test_read_plain_text(tmp_path: Path, name: str):
    path = tmp_path / name
    path.write_bytes(b"Our plan\n\nAIMS\n\nWe plant trees.")

    aims = Section("Aims", (Passage(Kind.PARAGRAPH, "We plant trees."),))
    assert read(path) == Outline("Our plan", (aims,))


@pytest.mark.parametrize("name", ["draft.xlsx", "draft", "draft.txt.exe"])
def test_read_refuses_every_other_kind_of_file(tmp_path: Path, name: str):
    path = tmp_path / name
    path.write_bytes(b"Our plan\n\nAIMS\n\nWe plant trees.")

    with pytest.raises(UnreadableDraft) as refusal:
        read(path)

    assert str(refusal.value) == (
        "Only Word (.docx), OpenDocument (.odt), Markdown (.md), HTML and plain text (.txt) files "
        "can be read. Save the draft as a Word document (.docx) and try again."
    )


def test_read_says_so_when_there_is_no_such_file(tmp_path: Path):
    with pytest.raises(UnreadableDraft, match=r"^The file could not be opened\.$"):
        read(tmp_path / "missing.txt")
