import pytest

from consultations.drafts.importing.titles import Recasing

CONTENTS = ["A Vision for Thurrock", "Background ........ 4", "Plan for 2011"]
RUNNING_TEXT = [
    "In Thurrock the NHS and the Compact matter. Trees give shade, and trees stay.",
    "We like Thurrock, the Compact and every Action plan; an action and an Action.",
    "The action we took, the NHS says, was small.",
]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("A VISION FOR THURROCK", "A Vision for Thurrock"),
        ("BACKGROUND", "Background"),
        ("PLAN FOR 2011", "Plan for 2011"),
        ("3. A VISION FOR THURROCK", "3. A Vision for Thurrock"),
        ("THE COMPACT AND THURROCK'S TREES", "The Compact and Thurrock's trees"),
        ("TREES AND THE NHS", "Trees and the NHS"),
        ("ACTION, AND MORE ACTION", "Action, and more action"),
        ("WHAT THE LSP AND I DID FOR NI7 IN PART IV", "What the LSP and I did for NI7 in part IV"),
        ("2.1 DON’T WAIT", "2.1 Don’t wait"),
        ("‘NEXT’ STEPS", "‘Next’ steps"),
        ("İSTANBUL İN MAY", "İstanbul i̇n may"),
    ],
)
def test_title_in_capitals_is_put_into_the_case_of_the_draft(printed, read):
    assert Recasing(CONTENTS, RUNNING_TEXT).apply(printed) == read


def test_title_follows_no_word_that_is_written_both_ways():
    sometimes = ["our Board met", "our Board met", "our Board met", "our board met"]

    assert Recasing([], sometimes).apply("THE BOARD") == "The board"
    assert Recasing([], [*sometimes, "our Board met"]).apply("THE BOARD") == "The Board"
