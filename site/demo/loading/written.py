"""Reading what people wrote from plain text files.

    == group | Quay Lane Arts Workshop | with name | day 34 | mail quay@example.org
    @ words of the passage | agree | choose In part
    What they say about it.

    In as many paragraphs as they like.
    > How they would word it.
    ! hold ST1 Why the Board holds it; "propose" where a second person has not agreed yet.
    ! hide PD1 the words that are hidden
    @@ ++ + o - -- ?

`==` begins a response: who, their name, what may be shown, the day it came (counted from the day
it opened), and perhaps `mail …` or `withdrawn 27`. `@` begins a comment. `@@` gives stances alone
on a list of passages, `.` for none. Text before the first `==` is a letter; `&letter` stands for
it.
"""

from dataclasses import dataclass, field
from pathlib import Path

from consultations.responses.enums import Capacity, Publish, Stance

FOLDER = Path(__file__).resolve().parents[1] / "content" / "responses"
SHOWN = {"with name": Publish.WITH_NAME, "without name": Publish.WITHOUT_NAME, "no": Publish.NO}
STANCES = {
    "strongly agree": Stance.STRONGLY_AGREE,
    "agree": Stance.AGREE,
    "neither": Stance.NEITHER,
    "disagree": Stance.DISAGREE,
    "strongly disagree": Stance.STRONGLY_DISAGREE,
}
SIGNS = {
    "++": Stance.STRONGLY_AGREE,
    "+": Stance.AGREE,
    "o": Stance.NEITHER,
    "-": Stance.DISAGREE,
    "--": Stance.STRONGLY_DISAGREE,
    "?": Stance.NO_VIEW,
}


@dataclass
class WrittenComment:
    """`filled_in` are answers to other questions, by their key, with options in words."""

    about: str
    stance: str = ""
    choice: str = ""
    text: str = ""
    wording: str = ""
    step: str = ""
    reason: str = ""
    note: str = ""
    filled_in: dict = field(default_factory=dict)


@dataclass
class WrittenResponse:
    capacity: Capacity
    name: str
    publish: str
    day: int
    email: str = ""
    withdrawn: int | None = None
    comments: list[WrittenComment] = field(default_factory=list)


def read_written(*names: str, ticked: tuple[str, ...] = ()) -> list[WrittenResponse]:
    """The responses in these files. `ticked` are the passages a line of stances is about."""
    return [response for name in names for response in _read((FOLDER / name).read_text(), ticked)]


def _read(text, ticked):
    letter, *blocks = f"\n{text}".split("\n== ")
    for block in blocks:
        head, *lines = block.splitlines()
        response = _head(head)
        for line in lines:
            _take(line, response, ticked)
        for comment in response.comments:
            comment.text = _joined(comment.text).replace("&letter", _joined(letter))
        yield response


def _head(line):
    who, name, publish, *more = (part.strip() for part in line.split("|"))
    said = dict(part.split(" ", 1) for part in more)
    return WrittenResponse(
        capacity=Capacity(who),
        name=name,
        publish=SHOWN[publish] if publish else "",
        day=int(said["day"]),
        email=said.get("mail", ""),
        withdrawn=int(said["withdrawn"]) if "withdrawn" in said else None,
    )


def _take(line, response, ticked):
    """Add one line to the response; a plain one belongs to the comment before it."""
    sign, _, rest = line.partition(" ")
    if sign == "@@":
        stances = zip(ticked, rest.split(), strict=True)
        response.comments += [
            WrittenComment(about, stance=SIGNS[stance])
            for about, stance in stances
            if stance != "."
        ]
    elif sign == "@":
        response.comments.append(_comment(rest))
    elif sign == ">":
        response.comments[-1].wording = rest
    elif sign == "!":
        last = response.comments[-1]
        last.step, last.reason, last.note = rest.split(" ", 2)
    elif line or response.comments:
        response.comments[-1].text += f"{line}\n"


def _comment(line):
    about, *more = (part.strip() for part in line.split("|"))
    comment = WrittenComment(about)
    for part in more:
        if part.startswith("choose "):
            comment.choice = part.removeprefix("choose ")
        else:
            comment.stance = STANCES[part]
    return comment


def _joined(text):
    """Paragraphs as one line each, as a person types them into a box."""
    return "\n\n".join(" ".join(part.split()) for part in text.strip().split("\n\n"))
