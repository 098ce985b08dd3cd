"""Where the consultations come from: who decides, which areas, what was asked and known before."""

from consultations.enums import DecisionMakerKind
from people.enums import AreaKind

DECISION_MAKERS = {
    "Cabinet": {
        "kind": DecisionMakerKind.CABINET,
        "decides": "Councillors who lead the council. They meet in public once a month and decide "
        "on strategies, budgets and grants.",
    },
    "The portfolio holder for communities": {
        "kind": DecisionMakerKind.PORTFOLIO_HOLDER,
        "decides": "One member of the Cabinet, who decides alone where a decision touches one "
        "service in one part of the borough.",
    },
    "The Community Involvement Board": {
        "kind": DecisionMakerKind.BOARD,
        "decides": "Nine people from groups, the council and the health trust. The Board decides "
        "which service hears of what people notice.",
    },
}

# Name: kind, what it lies in, whether it is active.
BOROUGH, QUAYS, NORTH, SOUTH = "The borough", "The Quays", "Eastfields and Northway", "Riverside"
AREAS = {
    BOROUGH: (AreaKind.BOROUGH, None, True),
    QUAYS: (AreaKind.FORUM, BOROUGH, True),
    NORTH: (AreaKind.FORUM, BOROUGH, True),
    SOUTH: (AreaKind.FORUM, BOROUGH, False),
    "Harbourside": (AreaKind.WARD, QUAYS, True),
    "Lower Quay": (AreaKind.WARD, QUAYS, True),
    "Eastfields": (AreaKind.WARD, NORTH, True),
    "Northway": (AreaKind.WARD, NORTH, True),
    "Marsh End": (AreaKind.WARD, SOUTH, True),
    "Millbrook": (AreaKind.WARD, BOROUGH, True),
}

# What the strategy was told before: by the earlier consultation, and elsewhere.
TOLD_ABOUT_GRANTS = (
    "Running costs come first: rent, heating, somebody to answer the telephone.\n"
    "Small sums should be small work: two pages at most, and a quick answer.\n"
    "Tell funded groups early what happens when their agreement ends.\n"
    "Once a year is too seldom.\n"
    "Say why you refuse, so that the next application is better.\n"
    "Let residents advise, but not always the same ones.\n"
    "Leave room for groups without a constitution or a bank account."
)
CAME_OF_GRANTS = (
    "Running costs and small new things are now the two aims of the programme, which decides twice "
    "a year. A limit on how often an organisation is funded was not accepted."
)
HELD_ELSEWHERE = {
    "title": "What help do groups need? Research by the Council for Voluntary Service",
    "held_on": "2009-10-15",
    "said": (
        "Those who buy services should talk with groups early.\n"
        "Groups should know the local priorities and how services are bought.\n"
        "Organisations that support others should stay independent.\n"
        "There should be one clear way of buying, used every time."
    ),
    "came_of_it": "Two programmes of training, and objectives four and five of this draft.",
}

# `about` are words of the passages that a paper informed; `file` is in the folder `papers`.
PAPERS = (
    {
        "title": "National Indicator 7: our result in the survey of 2008",
        "published_on": "2008-11-30",
        "who": "National survey of voluntary organisations",
        "finding": "8.8% of registered organisations here said that public bodies help them to "
        "succeed, against 16.3% in the whole country. No other area scored lower.",
        "file": "national-indicator-7.csv",
        "about": ("In Thurrock only 8.8%", "Our low score suggests"),
    },
    {
        "title": "What groups say they need",
        "published_on": "2009-10-15",
        "who": "Council for Voluntary Service",
        "finding": "Groups ask for early talks with those who buy services, and for one clear way "
        "of buying.",
        "file": "what-groups-need.txt",
        "about": ("asked groups across Thurrock", "four main recommendations", "one open and cons"),
    },
    {
        "title": "What the council pays to groups, 2009/10",
        "published_on": "2010-04-30",
        "who": "Finance team",
        "finding": "The main programme paid £624,833: more than £10,000 each to 11 organisations, "
        "and less than £2,000 each to 6.",
        "file": "grants-2009-10.csv",
        "about": ("main grants programme supports 11", "about £5 million a year"),
    },
    {
        "title": "The Partnership Improvement Programme",
        "published_on": "2010-06-30",
        "who": "An adviser from outside, with the partners",
        "finding": "Both sides agreed on three objectives, and that trust has to be earned by "
        "keeping small promises.",
        "file": "improvement-programme.txt",
        "about": ("Because trust was low", "Make it clear how partnerships work"),
    },
)
