"""What the tables said at an event on the strategy; they wait for an officer to hand them over."""

from dataclasses import dataclass

EVENT = "designing-services-disabled-people-can-use"


@dataclass(frozen=True)
class Table:
    """`section` is the number of a section to answer, from 1; 0 is the consultation as a whole."""

    name: str
    headcount: int
    who: str
    section: int
    agreed: str = ""
    most: str = ""
    some: str = ""


TABLES = (
    Table(
        "Table 1",
        7,
        "Deaf people and interpreters",
        1,
        agreed="Say in the strategy itself that interpreters are paid for, and by whom.",
        some="Two people would rather have the money with their group than with the council.",
    ),
    Table(
        "Table 2",
        9,
        "People who use wheelchairs, and carers",
        2,
        agreed="A room that is called accessible has been tried out by somebody who needs it.",
        most="One list of such rooms for the whole borough, kept by one person.",
    ),
    Table(
        "Table 3",
        6,
        "People with learning disabilities and their supporters",
        0,
        most="An easy-read version on the same day as the long one, not weeks after it.",
        some="Three people liked the meeting and would not write anything at all.",
    ),
)
