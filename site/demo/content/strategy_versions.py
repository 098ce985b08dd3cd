"""How the draft strategy read before groups were asked about grants, and why it was changed."""

from dataclasses import dataclass

FIRST_LABEL = "First draft"
FIRST_PUBLISHED = -270  # days from today, before grants were asked about
FIRST_INTRODUCTION = (
    "<p>A first draft, to show which way we are thinking. Before we ask for your comments on it, "
    "we will ask what grants should achieve.</p>"
)


@dataclass(frozen=True)
class Revised:
    """`now` begins a passage of version 2; `was` is its earlier wording, "" where it is new.

    Where a passage was split, `and_then` begins the part that now stands on its own.
    """

    now: str
    was: str
    reason: str
    and_then: str = ""


REVISED = (
    Revised(
        now="The council’s main grants programme",
        was="The council’s main grants programme supports 17 organisations. The grants came to "
        "£624,833 in 2009/10.",
        reason="“Small sums should be small work.” You asked us to tell large grants and small "
        "ones apart, so the figures now do.",
    ),
    Revised(
        now="Larger grants began as three-year agreements",
        was="Larger grants are agreements for three years. The council's Cabinet has the last word "
        "on every application.",
        reason="“Tell funded groups early what happens when their agreement ends.” The further "
        "year had been left out.",
    ),
    Revised(
        now="Groups that work across the borough can apply",
        was="Groups that work across the borough can apply to this programme. Community Forums "
        "have money of their own, which can pay for local improvements.",
        reason="“Leave room for groups without a constitution or a bank account.” Forums can help "
        "them, and this was not said.",
    ),
    Revised(
        now="Other council departments, and the local health trust",
        was="",
        reason="“Tell us where the money is.” The five million pounds stood in the middle of a "
        "long passage; now you can comment on it alone.",
        and_then="Few people can see how all this fits together",
    ),
    Revised(
        now="Many groups still feel that what they know goes nowhere",
        was="",
        reason="“Say why you refuse.” Groups told us how seldom they hear what became of what they "
        "said, so this was added.",
    ),
    Revised(
        now="Provide support and training that groups can rely on",
        was="Provide support and training that groups can apply for",
        reason="“Running costs come first.” Help has to be there next year, too.",
    ),
    Revised(
        now="Buy, pay for, monitor and evaluate services",
        was="Buy, monitor and evaluate services by one consistent process.",
        reason="“Say why you refuse.” The process has to be open, and grants are part of it.",
    ),
)

# A slip in version 2: what its passage begins with, and what is said beside it.
SLIP = "You can read the Compact here"
ERRATUM = (
    "The address printed here is the old one. The Compact and its six codes are now at "
    "www.example.org/thurrock-compact."
)
FOUND_AFTER = 9  # days from opening
