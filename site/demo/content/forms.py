"""The questions asked in the worked example, beside those of the standard forms."""

from consultations.responses.domain.building import Asked, Form
from consultations.responses.domain.library import (
    COMMENT,
    GENERAL,
    HELP_TO_DECIDE,
    STANCE,
    WORDING,
)
from consultations.responses.enums import QuestionKind

MATCHES = ("Yes, it matches", "In part", "No, I have seen otherwise", "I have not met this")

# For the one section that says how funding and commissioning work now: a check of its facts.
WHERE_WE_ARE_NOW = Form(
    "demo-facts",
    "How things are today",
    (
        STANCE,
        Asked(
            "choice",
            QuestionKind.CHOICE,
            "Does it match what you have seen yourself?",
            options=MATCHES,
        ),
        Asked(
            "check",
            QuestionKind.FACT_CHECK,
            "Which is it, as far as you know?",
            when=(("choice", "In part", "No, I have seen otherwise"),),
        ),
        HELP_TO_DECIDE,
        COMMENT,
        WORDING,
    ),
)

OBJECTIVES = {
    "compact": "1. The Compact in everyday work",
    "together": "2. Working together across the sectors",
    "influence": "3. A real way to influence decisions",
    "support": "4. Support and training to rely on",
    "process": "5. One open process for grants and contracts",
    "left out": "6. Groups that are often left out",
}
GRANTS = {
    "core": "Grants for running costs",
    "small": "A pot for small sums, quickly given",
    "contracts": "Contracts only",
    "mix": "A mix of these",
}
BARRIERS = {
    "time": "Time",
    "language": "The language that is used",
    "notice": "Short notice",
    "insurance": "Insurance",
    "bids": "Writing bids",
    "computers": "Computers and the internet",
    "trust": "Trust",
}
CONNECTIONS = {
    "live": "I live here",
    "work": "I work here",
    "volunteer": "I volunteer here",
    "study": "I study here",
}
OFFERS = {
    "group": "Join the working group on objective 5",
    "draft": "Read the next draft before it is finished",
}

[_, _, IMPACT, EVIDENCE, _, _] = GENERAL.questions

ABOUT_THE_WHOLE = Form(
    "demo-general",
    "About the strategy as a whole",
    (
        Asked(
            "first",
            QuestionKind.PRIORITIES,
            "Which three objectives should come first?",
            "Choose up to three.",
            options=tuple(OBJECTIVES.values()),
            more={"most": 3},
        ),
        Asked(
            "grants",
            QuestionKind.OPTIONS,
            "How should the council’s money reach groups?",
            options=tuple(GRANTS.values()),
            more={
                "other": True,
                "none": "None of these",
                "ruled_out": [
                    {
                        "label": "Ending grants in favour of contracts everywhere",
                        "reason": "Small groups could not bid for them.",
                    },
                    {
                        "label": "The same sum for everybody",
                        "reason": "It would be too little for anybody to do anything.",
                    },
                ],
            },
        ),
        Asked(
            "barriers",
            QuestionKind.MULTI,
            "What stops your group, or groups you know, from taking part?",
            options=tuple(BARRIERS.values()),
            more={"other": True, "none": "None of these"},
        ),
        Asked(
            "missing",
            QuestionKind.COMMENT,
            "Is anything missing from the draft?",
            "Earlier versions promised parts called “Challenges” and “The way forward”.",
        ),
        IMPACT,
        EVIDENCE,
        Asked(
            "connection",
            QuestionKind.MULTI,
            "How are you connected with Thurrock?",
            options=tuple(CONNECTIONS.values()),
            more={"other": True},
        ),
        Asked(
            "offer",
            QuestionKind.OFFER,
            "Would you like to help with what comes next?",
            "We can only ask you if you leave an e-mail address on a later page.",
            options=tuple(OFFERS.values()),
        ),
    ),
)

WHAT_YOU_ARE_SEEING = Form(
    "demo-seeing",
    "What you are seeing",
    (
        Asked(
            "choice",
            QuestionKind.CHOICE,
            "How new is it?",
            "Compared with a year ago.",
            options=("New", "More than before", "As before", "Less than before"),
        ),
        Asked(
            "comment",
            QuestionKind.COMMENT,
            "What have you noticed?",
            "One thing, as you would tell it to a neighbour. No names, please.",
        ),
    ),
)

WHICH_EVENINGS = Form(
    "demo-evenings",
    "Which evenings",
    (
        Asked(
            "choice",
            QuestionKind.CHOICE,
            "Which evening would you come on first?",
            options=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
        ),
        Asked(
            "comment",
            QuestionKind.COMMENT,
            "And which second one, and what would you come for?",
            "In a sentence or two.",
        ),
    ),
)
