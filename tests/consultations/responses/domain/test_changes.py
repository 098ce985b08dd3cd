"""Which edits leave answers meaning what they meant."""

import copy

import pytest

from consultations.responses.domain.changes import compare, is_typo_sized
from tests.factories.questions import EVERY_KIND, Asked, questions

MULTI = Asked("multi", "multi", "What stops your group from applying?", options=("Time", "Money"))
LINE = Asked("line", "line", "Which group do you help?")


@pytest.mark.parametrize(
    ("before", "after", "is_small"),
    [
        ("Which gruop do you help?", "Which group do you help?", True),
        ("which group do you help", "Which group do you help?", True),
        ("Should we chnage it?", "Should we change it?", True),
        ("Should we do it?", "Should we not do it?", False),
        ("Do you agree?", "Do you disagree?", False),
        ("Within 10 days", "Within 11 days", False),
        ("Should it increase?", "Should it decrease?", False),
        ("Can you come?", "Can you go?", False),
    ],
)
def test_only_spelling_is_typo_sized(before, after, is_small):
    assert is_typo_sized(before, after) is is_small


def edited(change):
    """What compare says about this edit of the two questions: is each difference new?"""
    before = questions(MULTI, LINE)
    after = copy.deepcopy(before)
    change(after)
    return [one.is_new for one in compare(list(before.values()), list(after.values()))]


def relabel(name, label):
    return lambda asked: setattr(asked[name], "label", label)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda asked: None, []),
        (relabel("line", "Which group do you hepl?"), [False]),
        (lambda asked: setattr(asked["line"], "hint", "Its name."), [False]),
        (lambda asked: asked.update(questions(Asked("new", "line", "And?"))), [False]),
        (lambda asked: asked.update(multi=asked.pop("multi")), [False]),
        (lambda asked: asked["multi"].options.reverse(), [False]),
        (lambda asked: asked["multi"].options[0].update(label="Tine"), [False]),
        (relabel("line", "Whom do you help?"), [True]),
        (lambda asked: asked.pop("line"), [True]),
        (lambda asked: asked["multi"].options.pop(), [True]),
        (lambda asked: asked["multi"].options.append({"key": "x", "label": "Fear"}), [True]),
        (lambda asked: asked["multi"].options[0].update(label="Distance"), [True]),
        (lambda asked: asked["line"].rules.append({"question": "x", "any_of": []}), [True]),
        (lambda asked: asked["multi"].settings.update(most=2), [True]),
        (lambda asked: setattr(asked["line"], "kind", "comment"), [True]),
    ],
)
def test_each_edit_is_told_apart(change, found):
    assert edited(change) == found


def test_nothing_is_different_between_a_form_and_itself():
    asked = list(questions(*EVERY_KIND).values())

    assert compare(asked, copy.deepcopy(asked)) == []
