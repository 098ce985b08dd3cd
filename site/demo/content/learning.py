"""Principles in example wording, what two consultations can show for them, and uses of methods."""

from dataclasses import dataclass

from toolkit.enums import Kept, PrincipleStage

PRINCIPLES_TITLE = "Principles of engagement"
PRINCIPLES_SUMMARY = "What the {board} asks of every exercise, before, during and after it."
PRINCIPLES_INTRODUCTION = (
    "<p>The {board} has put its principles into three stages. Their names are in our own words, "
    "and so is their text: it shows how they could read until the {board} puts its own here.</p>"
)


@dataclass(frozen=True)
class DemoPrinciple:
    name: str
    stage: PrincipleStage
    text: str
    measure: str


PRINCIPLES = (
    DemoPrinciple(
        "Know why you ask",
        PrincipleStage.PLANNING,
        "Say what will be decided, by whom and when, and what can no longer change.",
        "the three lists of the promise are filled before it opens",
    ),
    DemoPrinciple(
        "Give people time",
        PrincipleStage.PLANNING,
        "Twelve weeks, or a reason that can be read.",
        "weeks open",
    ),
    DemoPrinciple(
        "Plan for who is usually missing",
        PrincipleStage.PLANNING,
        "Name the people who are seldom heard and how they will be reached, with money for it.",
        "audiences named in the plan, and audiences heard",
    ),
    DemoPrinciple(
        "Let people choose how to take part",
        PrincipleStage.ENGAGEMENT,
        "More than one way, at least one of them without a computer.",
        "ways offered, and ways used",
    ),
    DemoPrinciple(
        "Use plain words",
        PrincipleStage.ENGAGEMENT,
        "A summary first, every short form explained, other languages and large print on request.",
        "sections with a plain summary",
    ),
    DemoPrinciple(
        "Be open about what is said",
        PrincipleStage.ENGAGEMENT,
        "Count everything, hide little, and give the reason.",
        "comments held, each with its reason",
    ),
    DemoPrinciple(
        "Answer",
        PrincipleStage.EVALUATION,
        "Every theme has a reply, taken up or not, within twelve weeks of closing.",
        "weeks from closing to the reply",
    ),
    DemoPrinciple(
        "Show what changed",
        PrincipleStage.EVALUATION,
        "Point to the sentence, and to who moved it.",
        "passages changed, each with its theme",
    ),
    DemoPrinciple(
        "Learn for the next time",
        PrincipleStage.EVALUATION,
        "Write down what each method took, whom it reached and what to do in another way.",
        "methods used, and methods written up",
    ),
)

# The slug of a consultation; what stands before the list; entries by the name of the principle.
RECORDS = (
    (
        "what-should-grants-achieve",
        "Written by the engagement officer after the reply, and read by the {board}.",
        {
            "Know why you ask": (Kept.YES, "The promise named the Cabinet and the day.", "", ""),
            "Give people time": (
                Kept.PARTLY,
                "Open for eight weeks. The reason stands on the consultation’s page.",
                "12 by the rule",
                "8",
            ),
            "Plan for who is usually missing": (
                Kept.NO,
                "Nobody planned for young people, and none answered as such.",
                "none named",
                "none heard",
            ),
            "Let people choose how to take part": (
                Kept.YES,
                "Online, on paper in the libraries, and at three visits.",
                "3 offered",
                "3 used",
            ),
            "Answer": (
                Kept.YES,
                "The reply came nine weeks after closing.",
                "12 at most",
                "9",
            ),
            "Show what changed": (
                Kept.YES,
                "Each changed passage names the theme that moved it, on the page of changes.",
                "",
                "",
            ),
            "Learn for the next time": (
                Kept.YES,
                "Both methods are written up on their pages.",
                "2 used",
                "2 written up",
            ),
        },
    ),
    (
        "thriving-vcs-strategy",
        "A record that is still being written: the consultation is open.",
        {
            "Know why you ask": (
                Kept.YES,
                "The promise names who decides, the day, and what is fixed.",
                "",
                "",
            ),
            "Give people time": (Kept.YES, "Open for twelve weeks.", "12 by the rule", "12"),
            "Plan for who is usually missing": (Kept.OPEN, "", "", ""),
        },
    ),
)


@dataclass(frozen=True)
class DemoUse:
    """`days_ago` it ended; `consultation` is a slug, or "" for what was before this site."""

    method: str
    occasion: str
    days_ago: int
    people: int | None
    cost: int
    staff_days: str
    weeks: int
    reached: str
    missed: str
    lessons: str
    again: bool = True
    consultation: str = ""


# Of the first, `people` is None: it is counted from the responses of the worked example itself.
USES = (
    DemoUse(
        "comments-on-a-draft",
        "What grants should achieve",
        121,
        None,
        180,
        "14",
        4,
        "People who run groups, and some who are helped by them.",
        "Young people, and groups without staff.",
        "Three questions under each section were enough. Ring the ten smallest groups in week one.",
        consultation="what-should-grants-achieve",
    ),
    DemoUse(
        "comments-on-a-draft",
        "The libraries’ charter",
        420,
        112,
        90,
        "11",
        3,
        "Readers of every age.",
        "People who do not use a library.",
        "Put the plain summary before the text and not behind it.",
    ),
    DemoUse(
        "comments-on-a-draft",
        "The allotment rules",
        610,
        64,
        60,
        "8.5",
        2,
        "Nearly every plot holder.",
        "People on the waiting list, who were not asked.",
        "Ask those who want a thing, and not only those who have it.",
    ),
    DemoUse(
        "drop-in-session",
        "Parking near the station",
        300,
        85,
        420,
        "5",
        5,
        "Commuters and shopkeepers.",
        "People who work nights.",
        "The second session at seven in the morning brought more than the one at noon.",
    ),
    DemoUse(
        "drop-in-session",
        "The new health centre",
        455,
        140,
        610,
        "7",
        6,
        "Older people and parents.",
        "Men under forty.",
        "Bring somebody from the surgery: half of the questions were for them.",
    ),
    DemoUse(
        "drop-in-session",
        "The future of the youth club",
        700,
        22,
        260,
        "4.5",
        4,
        "Parents.",
        "Young people, who came past and did not come in.",
        "Hold it in the club, on a club night.",
        again=False,
    ),
    DemoUse(
        "outreach-visits",
        "What grants should achieve",
        160,
        41,
        95,
        "4",
        2,
        "A lunch club, a mosque and a carers’ group.",
        "Traveller families.",
        "Let the host speak first, and leave cards that can be posted.",
        consultation="what-should-grants-achieve",
    ),
    DemoUse(
        "outreach-visits",
        "Getting to hospital by bus",
        380,
        67,
        130,
        "6",
        3,
        "People who wait for the bus, at the bus stop.",
        "People who have given up on it.",
        "Two minutes a person is all there is: one question, and a card.",
    ),
    DemoUse(
        "outreach-visits",
        "Safe ways to school",
        530,
        88,
        75,
        "5.5",
        3,
        "Parents at four school gates.",
        "Children themselves.",
        "Come at three and not at nine: in the morning nobody has time.",
    ),
)
