"""What the consultations promise. Days count from the day the example is loaded."""

from dataclasses import dataclass, field

from consultations.enums import Level, PublicationMode, Scale


@dataclass(frozen=True)
class Exercise:
    """`opens`, `closes`, `decision` and `reply` are days from today; `fields` the page's words.

    `areas` are names of areas; none of them means the whole borough.
    """

    slug: str
    title: str
    summary: str
    introduction: str
    opens: int
    closes: int | None = None
    decision: int | None = None
    reply: int | None = None
    areas: tuple = ()
    is_published: bool = True
    fields: dict = field(default_factory=dict)


INDEX = {
    "title": "Consultations",
    "slug": "consultations",
    "summary": "What the council is asking, what it asked before, and what came of it.",
    "show_in_menus": True,
}

CONTACT = {
    "contact_name": "The engagement team",
    "contact_email": "consultations@example.org",
    "contact_phone": "01632 960 440",
}

OTHER_WAYS = (
    "<p>Ring us and we write down what you say, or ask for the draft on paper or in large print. "
    "You can also come to a drop-in: the dates are among the <a href='/events/'>events</a>.</p>"
)

STRATEGY = Exercise(
    slug="thriving-vcs-strategy",
    title="Towards a thriving voluntary and community sector",
    summary="How should the council and local groups work together, and on what terms? "
    "Comment on the draft strategy, passage by passage.",
    introduction=(
        "<p>Two years ago hardly one in eleven local organisations told a national survey that "
        "public bodies helped them to succeed. No other area scored lower. This draft says what "
        "we have learned since and what we mean to do about it.</p>"
        "<p>You need not read all of it. Each section begins with a few plain sentences; open the "
        "one that concerns you and comment on the words you would keep or change.</p>"
    ),
    opens=-63,
    closes=21,
    decision=75,
    reply=60,
    fields={
        "scale": Scale.CONSULTATION,
        "level": Level.CONSULTATION,
        "decision_maker": "Cabinet",
        "publication_mode": PublicationMode.DURING,
        "show_counts": True,
        "open_to_change": (
            "The six objectives: their wording, their order, and whether one is missing\n"
            "How the Compact becomes part of everyday work\n"
            "How one process for grants and contracts should look\n"
            "Who gives support and training to groups, and how"
        ),
        "fixed": (
            "The total that the council can spend, which the budget decides in February\n"
            "The law on buying services above certain sums"
        ),
        "decided": (
            "There will be a strategy, and one action plan with it\n"
            "The Compact stays in force, with its six codes"
        ),
        "rejected_options": (
            "A strategy by the council alone: it would repeat what the survey complained of\n"
            "Waiting for the government’s own plans: groups need to know before the next budget\n"
            "Ending grants in favour of contracts: small groups could not bid for them"
        ),
        "other_ways": OTHER_WAYS,
        **CONTACT,
    },
)

GRANTS = Exercise(
    slug="what-should-grants-achieve",
    title="What should grants achieve?",
    summary="Grants cannot do everything. Which of four aims should come first, and how should "
    "we decide?",
    introduction=(
        "<p>Before writing a draft strategy we asked what the council’s grants are for. It was a "
        "short paper with four possible aims. It was open for eight weeks, because every word of "
        "it could still change and groups were just preparing their budgets.</p>"
    ),
    opens=-240,
    closes=-184,
    decision=-128,
    reply=-121,
    fields={
        "scale": Scale.CONSULTATION,
        "level": Level.DELIBERATION,
        "decision_maker": "Cabinet",
        "publication_mode": PublicationMode.AFTER_CLOSE,
        "open_to_change": "The aims and their order\nHow often we decide\nWho advises us",
        "fixed": "The sum for this year",
        "decided": "There will be a grants programme next year",
        "rejected_options": "Sharing the sum equally: everyone would get too little to do anything",
        **CONTACT,
    },
)

ENGAGEMENT = Exercise(
    slug="community-engagement-strategy",
    title="Community Engagement Strategy",
    summary="How the council should involve people before it decides. The draft will be here when "
    "the consultation opens.",
    introduction=(
        "<p>We are writing down how we involve people: when we ask, whom we ask, how much can "
        "still change, and when you hear back. The Board is helping us with the first draft.</p>"
        "<p>Come back on the day it opens, or ask us to tell you.</p>"
    ),
    opens=35,
    closes=119,
    decision=180,
    reply=170,
    fields={
        "scale": Scale.CONSULTATION,
        "level": Level.COLLABORATION,
        "decision_maker": "Cabinet",
        "publication_mode": PublicationMode.DURING,
        "open_to_change": "Everything in the draft, its length included",
        "fixed": "Duties to consult that are laid down by law",
        "other_ways": OTHER_WAYS,
        **CONTACT,
    },
)

SEEING = Exercise(
    slug="what-your-members-are-seeing",
    title="Tell us what your members are seeing",
    summary="Groups notice things before any statistic does. Send us one observation at a time; "
    "this never closes.",
    introduction=(
        "<p>People tell a neighbour, a youth worker or a driver things that they would never tell "
        "a council. If you notice that something is changing, write it here: one thing at a time, "
        "without names. The Board reads every note and tells the services concerned.</p>"
    ),
    opens=-126,
    fields={
        "scale": Scale.CONVERSATION,
        "level": Level.CONSULTATION,
        "publication_mode": PublicationMode.DURING,
        "decision_maker": "The Community Involvement Board",
        "open_to_change": "What the services look into next",
        "other_ways": OTHER_WAYS,
        **CONTACT,
    },
)

EVENINGS = Exercise(
    slug="library-evenings",
    title="Which two evenings should the library stay open?",
    summary="Millbrook Library can open until eight on two evenings a week. There is nothing to "
    "read first: tell us which two, and what you would come for.",
    introduction=(
        "<p>Friends of the library have found the money for four more hours a week. Which evenings "
        "they should be has not been decided, and there is no paper about it.</p>"
    ),
    opens=-16,
    closes=9,
    decision=30,
    reply=37,
    areas=("Millbrook",),
    fields={
        "scale": Scale.CONVERSATION,
        "level": Level.CONSULTATION,
        "decision_maker": "The portfolio holder for communities",
        "publication_mode": PublicationMode.DURING,
        "open_to_change": "Which two evenings\nWhat happens in those hours",
        "fixed": "Two evenings, until eight o’clock",
        "other_ways": "<p>Put a note into the box at the library’s counter.</p>",
        **CONTACT,
    },
)

# Not published yet: an editor has put it in the forward plan.
NEIGHBOURHOODS = Exercise(
    slug="neighbourhood-money",
    title="How should Community Forums share out their money?",
    summary="Each forum has a small fund. We want to know whether a ward, a street or a group "
    "should be able to ask for it.",
    introduction="<p>The paper is being written with three forums.</p>",
    opens=64,
    closes=134,
    areas=("The Quays", "Eastfields and Northway"),
    is_published=False,
    fields={
        "scale": Scale.CONVERSATION,
        "level": Level.DELIBERATION,
        "decision_maker": "Cabinet",
        "show_in_forward_plan": True,
        **CONTACT,
    },
)

EXERCISES = (STRATEGY, GRANTS, ENGAGEMENT, SEEING, EVENINGS, NEIGHBOURHOODS)
