"""Who can sign in to the worked example, and what to try first."""

from dataclasses import dataclass

from people.enums import Role

PASSWORD = "sounding-board"  # shown on the page of sign-ins; the demo runs on one's own machine


@dataclass(frozen=True)
class SignIn:
    """Roles instead of people. `organisation` is the one a Board member sits for."""

    email: str
    title: str
    role: Role
    try_first: tuple[str, ...]
    seat: str = ""
    organisation: str = ""


OFFICER = "officer@example.org"
FIRST_MEMBER = "board-member@example.org"
SECOND_MEMBER = "second-member@example.org"
CHAIR = "chair@example.org"
HANDLER = "dispute-handler@example.org"
WEB_ADMINISTRATOR = "web-administrator@example.org"

SIGN_INS = (
    SignIn(
        OFFICER,
        "Engagement officer",
        Role.ENGAGEMENT_OFFICER,
        (
            "Pages → Consultations: change the closing time of the Community Engagement Strategy.",
            "Snippets → Questionnaires: add a question, and see it on the next form. Then open "
            "/toolkit/plans/workedexampleaa2/ and set the plan up.",
            "Settings → Try out routes: see which comments would go where.",
        ),
    ),
    SignIn(
        FIRST_MEMBER,
        "Board member for disabled people",
        Role.BOARD_MEMBER,
        (
            "Read what waits on the Board desk, publish a few comments, propose to hold one.",
            "Look for the comments of Millbrook Disability Partnership: they are not on your desk.",
        ),
        seat="Disabled people’s organisations",
        organisation="Millbrook Disability Partnership",
    ),
    SignIn(
        SECOND_MEMBER,
        "Board member for faith groups",
        Role.BOARD_MEMBER,
        (
            "Confirm or decline what the first member proposed to hold: it takes two people.",
            "Under Decided, take one decision back and look at the public page again.",
        ),
        seat="Faith groups",
        organisation="Harbourside Faith Forum",
    ),
    SignIn(
        CHAIR,
        "Chair of the Board",
        Role.BOARD_CHAIR,
        (
            "Read the two proposals to hold a comment and decide whether they are right.",
            "Read what is due today: somebody may be at risk.",
            "Compare the Board desk with a member’s: the chair sits for no organisation.",
        ),
        seat="Chair",
    ),
    SignIn(
        "outside-reader@example.org",
        "Reader from outside the Board",
        Role.OUTSIDE_READER,
        (
            "Read the comments that are about the Board itself, which no member is shown.",
            "Look at what found them: the words are marked, with the reason below.",
        ),
        seat="Outside the Board: information governance",
    ),
    SignIn(
        "events-editor@example.org",
        "Events editor",
        Role.EVENTS_EDITOR,
        (
            "Home: open the register of “Compact essentials for groups” and tick who came.",
            "Pages → Events: move the networking breakfast to another day.",
        ),
    ),
    SignIn(
        "toolkit-editor@example.org",
        "Toolkit editor",
        Role.TOOLKIT_EDITOR,
        (
            "Pages → Toolkit: add a step to a method.",
            "Write up a method you know, and preview it before it is public.",
        ),
    ),
    SignIn(
        HANDLER,
        "Independent handler of disputes",
        Role.DISPUTE_HANDLER,
        (
            "Disputes: read the one that came two days ago, and say that it is being looked into.",
            "Raise one on the public page, follow it with its code, and answer it here.",
        ),
    ),
    SignIn(
        "second-handler@example.org",
        "Secretary of the voluntary sector’s council",
        Role.DISPUTE_HANDLER,
        (
            "Raise a dispute and tick this handler to be left out: it is not on their list.",
            "Look for it as the web administrator: nobody else finds it either.",
        ),
    ),
    SignIn(
        WEB_ADMINISTRATOR,
        "Web administrator",
        Role.WEB_ADMINISTRATOR,
        (
            "Settings → Site details: change the strip at the top of every page.",
            "Pages → Privacy: change a sentence and publish it.",
        ),
    ),
)
