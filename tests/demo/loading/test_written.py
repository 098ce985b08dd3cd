import pytest

from consultations.responses.enums import Capacity, Publish, Stance
from demo.loading import written
from demo.loading.written import WrittenComment, WrittenResponse, read_written

TEXT = """Please keep
small grants.

== group | Quay Lane Arts Workshop | with name | day 34 | mail quay@example.org
@ by the river | strongly agree | choose In part
One line,
and its end.

A second paragraph.
> Better words.
! hold ST1 Names a trainee.

== myself | | no | day 3 | withdrawn 5
@@ ++ . -
@ whole draft | neither
&letter

And my own words.

== myself | | | day 4
@ by the river
"""


@pytest.fixture
def read(tmp_path, monkeypatch):
    """Reads this text as the files of the worked example are read."""
    monkeypatch.setattr(written, "FOLDER", tmp_path)

    def read_text(text, **options):
        (tmp_path / "said.txt").write_text(text)
        return read_written("said.txt", **options)

    return read_text


def test_responses_are_read_with_everything_said_in_them(read):
    group, person, unsent = read(TEXT, ticked=("first", "second", "third"))

    assert group == WrittenResponse(
        Capacity.GROUP,
        "Quay Lane Arts Workshop",
        Publish.WITH_NAME,
        34,
        email="quay@example.org",
        comments=[
            WrittenComment(
                "by the river",
                stance=Stance.STRONGLY_AGREE,
                choice="In part",
                text="One line, and its end.\n\nA second paragraph.",
                wording="Better words.",
                step="hold",
                reason="ST1",
                note="Names a trainee.",
            )
        ],
    )
    assert person == WrittenResponse(
        Capacity.MYSELF,
        "",
        Publish.NO,
        3,
        withdrawn=5,
        comments=[
            WrittenComment("first", stance=Stance.STRONGLY_AGREE),
            WrittenComment("third", stance=Stance.DISAGREE),
            WrittenComment(
                "whole draft",
                stance=Stance.NEITHER,
                text="Please keep small grants.\n\nAnd my own words.",
            ),
        ],
    )
    assert unsent == WrittenResponse(
        Capacity.MYSELF, "", "", 4, comments=[WrittenComment("by the river")]
    )


def test_stances_are_refused_that_do_not_fit_the_passages(read):
    with pytest.raises(ValueError, match="zip"):
        read("== myself | | no | day 1\n@@ ++ -\n", ticked=("first", "second", "third"))


def test_stance_is_refused_that_nobody_can_choose(read):
    with pytest.raises(KeyError, match="rather agree"):
        read("== myself | | no | day 1\n@ by the river | rather agree\n")
