"""What people answered to the questions about the strategy as a whole.

The names of options are the short ones of `demo.content.forms`. Each row: the day it came, who
(None for a resident), what may be shown, and the answers.
"""

from consultations.responses.enums import Publish

WITH, WITHOUT, NO = Publish.WITH_NAME, Publish.WITHOUT_NAME, Publish.NO

ANSWERED = (
    (6, None, WITHOUT, {
        "first": ("process", "support", "influence"), "grants": "mix",
        "barriers": ("time", "bids"), "connection": ("live", "volunteer"),
    }),
    (9, None, WITH, {
        "name": "Bernice O.", "first": ("left out", "support"), "grants": "small",
        "barriers": ("language", "trust"), "impact": "yes",
        "people": ("Older people", "Carers"),
        "how": "Whoever looks after somebody cannot come to a meeting at two in the afternoon.",
        "less": "Pay for the sitter, not only for the bus.",
    }),
    (14, "Quayside Chess Club", WITH, {
        "first": ("process", "support", "compact"), "grants": "small",
        "why": "We need a hundred pounds for clocks, not a bid of eleven pages.",
        "barriers": ("bids", "insurance"), "connection": ("volunteer",),
    }),
    (15, None, WITHOUT, {
        "first": ("influence", "together", "process"), "grants": "mix",
        "missing": "What happens when a group closes. Who looks after its people then?",
        "connection": ("live", "work"),
    }),
    (19, None, NO, {"first": ("left out",), "grants": "core", "barriers": ("time",)}),
    (22, None, WITHOUT, {
        "grants": "contracts", "why": "With a contract at least both sides know where they stand.",
        "barriers": "none", "impact": "no",
    }),
    (26, "Marsh End Allotment Society", WITH, {
        "first": ("support", "process", "left out"), "grants": "core",
        "why": "The water bill comes every year, and no fund wants to pay for water.",
        "barriers": ("insurance", "computers", "bids"), "connection": ("live", "volunteer"),
        "offer": ("draft",),
    }),
    (31, None, WITHOUT, {
        "first": ("process", "left out", "support"), "grants": "mix", "impact": "yes",
        "people": ("Disabled people and people with long-term conditions",),
        "how": "Forms that only work on a computer shut out half of our members.",
        "less": "Let people ring and have it filled in.",
        "connection": ("live",),
    }),
    (33, None, WITHOUT, {
        "first": ("together", "influence"), "barriers": ("trust", "notice"),
        "missing": "The part called “Challenges” was promised twice. Without it the rest sounds "
        "as if all were well.",
    }),
    (38, "Millbrook Parents’ Choir", WITH, {
        "first": ("support", "process"), "grants": "mix", "barriers": ("time", "notice"),
        "offer": ("group", "draft"), "connection": ("volunteer",),
    }),
    (41, None, WITH, {
        "name": "R. Stokes", "grants": "other",
        "other": "Lend rooms and vans that stand empty in the evening, before any money changes "
        "hands.",
        "barriers": ("insurance",),
        "text": "Our street fair needed cover for two million pounds. The quote was more than the "
        "takings of three years.",
        "link": "https://example.org/street-fair-accounts", "may_show": "yes",
    }),
    (44, None, WITHOUT, {
        "first": ("influence", "left out", "compact"), "impact": "dont_know",
        "barriers": ("language", "other"), "other barrier": "Nobody ever asked us",
        "connection": ("live", "study"),
    }),
    (47, None, WITHOUT, {
        "first": ("process",), "grants": "small", "barriers": ("bids", "time", "language"),
        "text": "I have the letters that turned us down, with the reasons. They contradict one "
        "another.",
        "may_show": "no",
    }),
    (52, None, WITHOUT, {
        "first": ("support", "left out", "together"), "grants": "core", "connection": ("work",),
    }),
    (57, "Northfield Lunch Club", WITH, {
        "first": ("left out", "process", "support"), "grants": "core",
        "barriers": ("computers", "time"), "impact": "yes", "people": ("Older people",),
        "how": "If our grant ends so does Wednesday, and for nineteen people Wednesday is the "
        "only day on which they eat with somebody.",
        "connection": ("live", "volunteer"),
    }),
    (61, None, WITHOUT, {
        "first": ("compact", "process"), "grants": "mix", "barriers": ("notice",),
        "missing": "A date by which each objective will be looked at again.",
    }),
)  # fmt: skip
