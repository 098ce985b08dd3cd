"""The agreement of the worked example: its codes in example wording of our own, nobody's text.

Texts are put under the names the site uses: `{compact}`, `{board}`, `{council}` are filled in.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class DemoCode:
    """`meanings` are pairs of an audience and a text; `events` and `methods` are slugs."""

    slug: str
    title: str
    summary: str
    public: tuple
    sector: tuple
    both: tuple
    meanings: tuple
    methods: tuple = ()
    events: tuple = ()
    cited_by: tuple = ()


COMPACT_SUMMARY = "What {council} and voluntary, community and faith groups promise one another."
COMPACT_INTRODUCTION = (
    "<p>The {compact} is an agreement between the public bodies of the borough and its voluntary, "
    "community and faith groups. It is no contract and nobody can be sued under it; it says how "
    "both sides mean to treat one another, and where to turn when one of them does not.</p>"
    "<p>The strategy that is being consulted on builds on the {compact} and replaces none of it. "
    "The {board} looks at every consultation with it in mind.</p>"
)
COMPACT_PARTNERS = (
    "{council}\nThe health trust\nThe police\nThe fire service\n"
    "The Council for Voluntary Service, for groups of every kind"
)

CODES = (
    DemoCode(
        slug="consultation-involvement-and-engagement",
        title="Consultation, involvement and engagement",
        summary="Asking early, giving time, and saying what came of it.",
        public=(
            "Ask while the answer can still change what is done, and say what cannot change.",
            "Give twelve weeks, or say in public why there were fewer.",
            "Answer every main point, whether it was taken up or not, and say why.",
        ),
        sector=(
            "Say whom an answer speaks for, and how those people were asked.",
            "Pass on what members say even where the committee sees it in another way.",
        ),
        both=(
            "Share one diary of consultations, so that small groups are not asked twice a week.",
        ),
        meanings=(
            (
                "a small group",
                "You can answer one passage and leave the rest. Twelve weeks are meant to be long "
                "enough for one committee meeting and one night of writing.",
            ),
            (
                "an officer",
                "Put the dates into the forward plan before the draft is finished. If you need "
                "fewer than twelve weeks, write the reason as if a resident were to read it, "
                "because one will.",
            ),
        ),
        methods=("comments-on-a-draft", "community-forum-item", "outreach-visits"),
        events=("compact-essentials-for-council-officers", "compact-essentials-for-groups"),
        cited_by=("compact-essentials-for-council-officers", "library-drop-in-on-the-draft"),
    ),
    DemoCode(
        slug="partnership-working",
        title="Partnership working",
        summary="Who sits at the table, who speaks for whom, and who decides.",
        public=(
            "Say of each partnership what it may decide and what it can only advise.",
            "Send papers a week before a meeting, and hold it where a bus goes.",
        ),
        sector=(
            "Choose those who speak for groups in the open, and for a term that ends.",
            "Report back to other groups within two weeks of a meeting.",
        ),
        both=("Look once a year at what the partnership changed, and end it if that is nothing.",),
        meanings=(
            (
                "a trustee",
                "Ask two things before you agree to sit on a partnership: what can it decide, and "
                "whom will you tell about it?",
            ),
            ("a councillor", "A partner who disagrees in a meeting is keeping this code."),
        ),
        methods=("co-writing-group", "world-cafe"),
        events=("networking-breakfast",),
        cited_by=("networking-breakfast",),
    ),
    DemoCode(
        slug="resourcing-procurement-and-commissioning",
        title="Resourcing, procurement and commissioning",
        summary="Fair ways to give grants, buy services and end both.",
        public=(
            "Ask for no more paper than the sum is worth: one page for less than £2,000.",
            "Agree funding for three years and a possible fourth, unless there is a stated reason.",
            "Give three months’ notice in writing before money falls, and ask first whom it hurts.",
            "Pay the full cost of what is bought, a share of rent and management included.",
        ),
        sector=(
            "Say early when a promised result will not be reached.",
            "Keep accounts that anybody can follow, and show what the money did.",
        ),
        both=("Talk about a difficulty within ten working days, before anybody writes a letter.",),
        meanings=(
            (
                "a group with less than £10,000 a year",
                "You should not need an accountant to ask for £500. If a form asks for more than a "
                "page, send this code back with it.",
            ),
            (
                "a commissioner",
                "Ring the group before the figures change. Three months run from the day they can "
                "read it, not from the day it was decided.",
            ),
        ),
        methods=("workshop-with-voluntary-organisations", "interviews-with-service-users"),
        events=("using-the-resourcing-code", "commissioning-together-1"),
        cited_by=(
            "using-the-resourcing-code",
            "commissioning-together-1",
            "commissioning-together-2",
            "bid-writing-basics",
        ),
    ),
    DemoCode(
        slug="equalities-and-diversity",
        title="Equalities and diversity",
        summary="Who is left out, how we find out, and what is done about it.",
        public=(
            "Look at who could be affected more than others before a decision, not after it.",
            "Pay for interpreters, lifts and childcare as part of an event and not as an extra.",
        ),
        sector=(
            "Look at who is missing from the committee, the members and the people helped.",
            "Say what a group is for, also where it is for some people only, and why.",
        ),
        both=("Ask people what they need before they come, and tell them what was arranged.",),
        meanings=(
            (
                "a disabled person",
                "You can ask for what you need at any event, and are told before the day whether "
                "it is there.",
            ),
            (
                "a group for women, a faith or a community",
                "Being for some people is no reason to be refused money. Saying plainly why you "
                "are is part of this code.",
            ),
        ),
        methods=("photo-diary", "interviews-with-service-users"),
        events=("designing-services-disabled-people-can-use",),
        cited_by=("designing-services-disabled-people-can-use",),
    ),
    DemoCode(
        slug="volunteering-and-active-citizenship",
        title="Volunteering and active citizenship",
        summary="Time given freely, and what those who give it can expect.",
        public=(
            "Use volunteers to add to a service, never to save the wage of somebody who leaves.",
            "Pay what volunteers spend on travel and care within two weeks.",
        ),
        sector=(
            "Give every volunteer somebody to turn to, and something to learn.",
            "Check people where the law asks for it, and explain the check.",
        ),
        both=("Thank people where others can hear it.",),
        meanings=(
            (
                "a volunteer",
                "You may say no to a task, you get your fares back, and you know whom to ring.",
            ),
            ("a manager", "If a task has to be done every week at nine, it is a job."),
        ),
        methods=("photo-diary", "focus-group"),
    ),
    DemoCode(
        slug="community-groups",
        title="Community groups",
        summary="For groups without staff, an office or a bank manager.",
        public=(
            "Meet groups in the evening, and near to where they are.",
            "Write in plain words, and ring rather than write where that is easier.",
        ),
        sector=(
            "Keep one address that is read, and say when it changes.",
            "Let the Community Forum know what is planned in its area.",
        ),
        both=("Lend one another rooms, tables and vans before anybody buys them.",),
        meanings=(
            (
                "a group of neighbours",
                "You need no constitution to be listened to. You do need one to be given money; "
                "there is help to write it.",
            ),
            ("an officer", "Nobody here has read your strategy. Bring the one page that matters."),
        ),
        methods=("community-forum-item", "drop-in-session"),
        events=("eastfields-forum-drop-in",),
        cited_by=("eastfields-forum-drop-in",),
    ),
)
CITING = "This keeps to the code “{title}”."

PROCEDURE_SUMMARY = "How to raise it in confidence, who reads it, and by when you are answered."
PROCEDURE_INTRODUCTION = (
    "<p>Try first to talk to whoever you think has not kept the {compact}; their {champion} can "
    "help. If that is no way, or has not helped, raise it here. Whoever raises something in good "
    "faith loses nothing by it: no grant, contract or seat may depend on it.</p>"
)
PROCEDURE_STEPS = (
    ("Say what happened.", "In your own words, and without a name if you like."),
    (
        "One of the people named below looks into it.",
        "They ask the other side what it says to it, and say who raised it only if you agree.",
    ),
    ("You have an answer.", "What was found, what is done about it, and by when."),
    (
        "If you do not agree,",
        "the chair of the {board} looks at it again with somebody from outside the borough.",
    ),
)

CHAMPIONS = (
    ("Adult care and health", "Head of Carers’ Services", "agreements with care groups", "care"),
    ("Children’s services", "Head of Early Years", "playgroups, youth clubs, parents", "children"),
    ("Environment and streets", "Parks Manager", "friends’ groups, allotments", "parks"),
    ("Finance and buying", "Commissioning Manager", "grants, tenders and contracts", "buying"),
    ("Finance and buying", "Grants Officer", "small grants", "grants"),
    ("Housing", "Tenant Involvement Officer", "tenants’ and residents’ groups", "housing"),
)

# When it was raised (days before today), of which code, how far it has come, what was said to it.
DISPUTES = (
    (
        48,
        "resourcing-procurement-and-commissioning",
        {
            "what_happened": "Our agreement ended in March. We were told on 9 March, in a phone "
            "call, that there would be no money from 1 April. The code says three months.",
            "what_was_tried": "We wrote to the officer and were told the budget was not settled.",
            "what_would_help": "Three months’ notice from the day it was written down.",
            "organisation": "A lunch club",
        },
        (
            (2, "We are asking Finance and buying when the letter went out."),
            (
                17,
                "The notice was given by telephone and never in writing. The council has agreed "
                "to pay until the end of June, which is three months from this answer.",
            ),
        ),
    ),
    (
        9,
        "consultation-involvement-and-engagement",
        {
            "what_happened": "The meeting about the hall was announced on a Thursday for the "
            "Monday after. None of our members could come.",
            "what_would_help": "A second meeting, in the evening.",
        },
        ((3, "We are asking Environment and streets how the meeting was announced."),),
    ),
    (
        2,
        None,
        {
            "what_happened": "We lent the service our minibus for three months and the fuel has "
            "not been paid.",
            "what_was_tried": "Two e-mails and one call.",
        },
        (),
    ),
)
