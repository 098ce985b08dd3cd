"""The questions asked in the worked example."""

STANCE = {
    "type": "stance",
    "value": {"label": "How far do you agree or disagree with this?", "hint": ""},
}
COMMENT = {
    "type": "comment",
    "value": {
        "label": "What would you keep, change or add, and why?",
        "hint": "Please leave out names and addresses of other people.",
    },
}
WORDING = {
    "type": "wording",
    "value": {
        "label": "How would you word it?",
        "hint": "Only if you would like to. It is shown beside the present words.",
    },
}

ABOUT_A_PASSAGE = {"title": "About a passage", "questions": [STANCE, COMMENT, WORDING]}

# For the one section that says how funding and commissioning work now: a check of its facts.
WHERE_WE_ARE_NOW = {
    "title": "About the facts of today",
    "questions": [
        STANCE,
        {
            "type": "choice",
            "value": {
                "label": "Does it match what you have seen yourself?",
                "hint": "",
                "options": [
                    "Yes, it matches",
                    "In part",
                    "No, I have seen otherwise",
                    "I have not met this",
                ],
            },
        },
        COMMENT,
        WORDING,
    ],
}

WHAT_YOU_ARE_SEEING = {
    "title": "What you are seeing",
    "questions": [
        {
            "type": "choice",
            "value": {
                "label": "How new is it?",
                "hint": "Compared with a year ago.",
                "options": ["New", "More than before", "As before", "Less than before"],
            },
        },
        {
            "type": "comment",
            "value": {
                "label": "What have you noticed?",
                "hint": "One thing, as you would tell it to a neighbour. No names, please.",
            },
        },
    ],
}

WHICH_EVENINGS = {
    "title": "Which evenings",
    "questions": [
        {
            "type": "choice",
            "value": {
                "label": "Which evening would you come on first?",
                "hint": "",
                "options": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
            },
        },
        {
            "type": "comment",
            "value": {
                "label": "And which second one, and what would you come for?",
                "hint": "In a sentence or two.",
            },
        },
    ],
}
