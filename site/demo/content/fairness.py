"""What each consultation says about itself to be fair, by its slug. Screened so many days before
it opened."""

from consultations.enums import StakeholderKind
from demo.content.consultations import (
    ENGAGEMENT,
    EVENINGS,
    GRANTS,
    NEIGHBOURHOODS,
    OTHER_WAYS,
    SEEING,
    STRATEGY,
)

SCREENED_BEFORE = 14

FAIRNESS = {
    STRATEGY.slug: {
        "why_proposed": (
            "<p>The agreement between the council and local groups is two years old, and few "
            "people use it. Groups tell us that they hear of decisions too late, that every grant "
            "has another form, and that nobody can say who supports whom. One strategy, with one "
            "action plan, is meant to put that right.</p>"
        ),
        "read_within": 5,
        "equality_screened_by": "the policy and equality team",
        "equality_summary": (
            "Small groups without paid staff could lose most if forms stay long; many of them are "
            "run by and for people of colour, disabled people and carers. Objectives 3 and 4 are "
            "about them. We will look again at the end, before Cabinet decides."
        ),
    },
    GRANTS.slug: {
        "why_proposed": (
            "<p>Grants had grown year by year without anybody saying what they were for. Before "
            "writing a strategy we wanted to know what they should achieve.</p>"
        ),
        "short_because": (
            "The paper was a first question and no draft, a full consultation of twelve weeks was "
            "to follow, and groups asked for an answer before they set their budgets."
        ),
        "other_ways": OTHER_WAYS,
        "equality_screened_by": "the policy and equality team",
        "equality_summary": (
            "Nobody gains or loses by a question. What the programme itself changes is assessed "
            "with the draft strategy."
        ),
        "may_cut": True,
    },
    ENGAGEMENT.slug: {
        "why_proposed": (
            "<p>Departments ask people in eleven different ways, and some ask too late for the "
            "answers to matter. We want to write down one way that everybody can hold us to.</p>"
        ),
        "rejected_options": (
            "Leaving it to each department: that is what people complain about\n"
            "A rule book for every case: nobody would read it"
        ),
        "read_within": 5,
        "equality_screened_by": "the policy and equality team",
        "equality_summary": (
            "People who do not use the internet, who do not read English with ease or who cannot "
            "come in the evening are heard least today. The draft has a chapter on each."
        ),
    },
    SEEING.slug: {
        "why_proposed": (
            "<p>What groups notice reaches the council by chance. This is a place for it.</p>"
        ),
    },
    EVENINGS.slug: {
        "why_proposed": (
            "<p>Four more hours a week have been paid for. Whoever uses the library after work "
            "knows best when they are needed.</p>"
        ),
    },
    NEIGHBOURHOODS.slug: {},  # still being written: nothing is owed before it is published
}

# Grants may end: who was asked, and how many days from today the first of them could.
STAKEHOLDERS = {
    GRANTS.slug: (
        (StakeholderKind.TAX_PAYERS, "Residents, by the council’s newsletter and the libraries"),
        (StakeholderKind.RATE_PAYERS, "Businesses, by the town centre traders’ lists"),
        (StakeholderKind.USERS, "People who use what the grants pay for, through each group"),
        (
            StakeholderKind.INTERESTED,
            "The 17 groups with a grant, by letter; all others through the CVS",
        ),
    ),
}
CUT_IN = {GRANTS.slug: -20}

ELECTION = "By-election in Riverside ward"
POLLS_IN = 160  # days from today, or the Thursday after
