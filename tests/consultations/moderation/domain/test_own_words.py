"""Only what an author typed is screened, not the words of the form around it."""

import pytest

from consultations.moderation.domain.own_words import own_ranges

SHOWN = "For your eyes.\nMay it be shown? No, only the council and the Board"


@pytest.mark.parametrize(
    ("value", "text", "own"),
    [
        ("Ask the Board.", "Ask the Board.", ["Ask the Board."]),
        ({"text": "For your eyes.", "may_show": "no"}, SHOWN, ["For your eyes."]),
        (
            ["0b2c", {"other": "The Board’s bus"}],
            "Time\nElse: The Board’s bus",
            ["The Board’s bus"],
        ),
        ({"chosen": "0b2c"}, "The Board", []),
        ({"text": ""}, "The Board", []),
        ("Twice. ", "Twice. Twice. ", ["Twice. ", "Twice. "]),
        ("What was typed on  two  lines", "What was typed on two lines", None),
    ],
)
def test_own_words_are_found_where_they_are_shown(value, text, own):
    found = own_ranges(value, text)

    assert [text[start:end] for start, end in found] == (own if own is not None else [text])
