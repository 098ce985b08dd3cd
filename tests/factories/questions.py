"""Forms with questions of every kind, and filling them in as a browser does."""

import itertools
from uuid import UUID

from consultations.responses.domain.building import (
    Asked,
    Form,
    build_questionnaire,
    key_of,
    make_questionnaire,
)
from consultations.responses.domain.questionnaires import questions_of

numbers = itertools.count(1)

EVERY_KIND = (
    Asked("stance", "stance", "How far do you agree?"),
    Asked("comment", "comment", "What would you change?"),
    Asked("wording", "wording", "How would you word it?"),
    Asked("check", "fact_check", "Is this right?"),
    Asked("choice", "choice", "Who should do it?", options=("Us", "You"), more={"other": True}),
    Asked(
        "multi",
        "multi",
        "What stops you?",
        options=("Time", "Money"),
        more={"other": True, "none": "None of these"},
    ),
    Asked(
        "options",
        "options",
        "Which way?",
        options=("This way", "That way"),
        more={
            "none": "None of these",
            "ruled_out": [{"label": "No way", "reason": "It leads nowhere."}],
        },
    ),
    Asked(
        "first",
        "priorities",
        "What comes first?",
        options=("Roads", "Rooms", "Rules", "Roofs"),
        more={"most": 3},
    ),
    Asked(
        "matrix",
        "matrix",
        "How well do these work?",
        options=("Well", "Badly"),
        rows=("Grants", "Training"),
    ),
    Asked("place", "place", "Which ward?", options=("Quayside", "Old Town")),
    Asked("line", "line", "Which group?"),
    Asked("number", "number", "How many of you?", more={"lowest": 1, "highest": 500}),
    Asked("date", "date", "When did you agree?"),
    Asked("impact", "impact", "Does it affect some more?", options=("Carers", "Children")),
    Asked("evidence", "evidence", "What should we read?", "A report, perhaps."),
    Asked("record", "group_record", "What did the meeting say?"),
    Asked("offer", "offer", "Would you help?", options=("Read the next draft",)),
    Asked("consents", "consents", "May we also?", options=("Quote me", "Write to me")),
    Asked(
        "information",
        "information",
        "What this is",
        more={"text": "<p>A <b>promise</b>.</p>"},
    ),
)


def make_form(*asked, **fields):
    """A stored form of these questions, the default one; with `keys` by name."""
    form = Form(f"test-{next(numbers)}", "A form", asked)
    questionnaire = make_questionnaire(form, is_default=True, **fields)
    questionnaire.keys = {one.name: UUID(key_of(form, one.name)).hex for one in asked}
    return questionnaire


def questions(*asked):
    """These questions, stored nowhere, by name; for rules that ask no database."""
    form = Form(f"test-{next(numbers)}", "A form", asked)
    made = questions_of(build_questionnaire(form))
    return dict(zip([one.name for one in asked], made, strict=True))


def option(question, label):
    """The key of the option with this label."""
    return next(one["key"] for one in question.options if one["label"] == label)
