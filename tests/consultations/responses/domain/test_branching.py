"""Which questions are shown after which answers; and every way in which rules can go wrong."""

from types import SimpleNamespace
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consultations.responses.domain.branching import (
    faults,
    hidden,
    in_words,
    submitted,
    visible,
    why,
)
from consultations.responses.enums import FactCheck, Stance
from tests.factories.questions import Asked, option, questions

STANCE = Asked("stance", "stance", "How far do you agree?")
CHANGE = Asked(
    "change",
    "comment",
    "What should change?",
    when=(("stance", Stance.DISAGREE, Stance.STRONGLY_DISAGREE),),
)
HELP = Asked("help", "line", "What would help you to decide?", when=(("stance", Stance.NO_VIEW),))
CHECK = Asked("check", "fact_check", "Is this right?")
SOURCE = Asked(
    "source", "line", "How do you know?", when=(("check", FactCheck.WRONG, FactCheck.OUT_OF_DATE),)
)
IMPACT = Asked("impact", "impact", "Does it affect some more?", options=("Carers", "Children"))
BETTER = Asked("better", "comment", "What would make it better?", when=(("impact", "yes"),))
BARRIERS = Asked(
    "barriers", "multi", "What stops you?", options=("Time", "Money"), more={"none": "Nothing"}
)
HOW_MUCH = Asked("how much", "number", "How much is missing?", when=(("barriers", "Money"),))


def picked(*answers):
    return {"picked": list(answers)}


@pytest.mark.parametrize(
    ("answers", "brings"),
    [
        ({"stance": Stance.DISAGREE}, "change"),
        ({"stance": Stance.STRONGLY_DISAGREE}, "change"),
        ({"stance": Stance.NO_VIEW}, "help"),
        ({"check": picked(FactCheck.WRONG)}, "source"),
        ({"check": picked(FactCheck.OUT_OF_DATE)}, "source"),
        ({"impact": picked("yes")}, "better"),
        ({"barriers": picked("Time", "Money")}, "how much"),
        ({}, ""),
        ({"stance": Stance.AGREE}, ""),
        ({"stance": Stance.NEITHER}, ""),
        ({"check": picked(FactCheck.CORRECT)}, ""),
        ({"check": picked(FactCheck.DONT_KNOW)}, ""),
        ({"impact": picked("no")}, ""),
        ({"impact": picked("dont_know")}, ""),
        ({"barriers": picked("Time")}, ""),
        ({"barriers": picked("none")}, ""),
    ],
)
def test_an_answer_brings_the_questions_that_depend_on_it(answers, brings):
    asked = questions(STANCE, CHANGE, HELP, CHECK, SOURCE, IMPACT, BETTER, BARRIERS, HOW_MUCH)
    values = {asked[name].key.hex: _keyed(asked[name], said) for name, said in answers.items()}

    shown = visible(list(asked.values()), values)

    always = {"stance", "check", "impact", "barriers"}
    assert {name for name, one in asked.items() if one.key.hex in shown} - always == (
        {brings} if brings else set()
    )


def _keyed(question, said):
    if isinstance(said, str):
        return str(said)
    keys = {one["label"]: one["key"] for one in question.options}
    return {"picked": [keys.get(label, str(label)) for label in said["picked"]]}


def test_an_answer_of_a_hidden_question_opens_nothing_and_is_not_sent():
    second = Asked("second", "choice", "Which?", options=("A", "B"), when=(("first", "Yes"),))
    third = Asked("third", "line", "Why A?", when=(("second", "A"),))
    first = Asked("first", "choice", "Any?", options=("Yes", "No"))
    asked = questions(first, second, third)
    said = {
        asked["first"].key.hex: picked(option(asked["first"], "No")),
        asked["second"].key.hex: picked(option(asked["second"], "A")),
        asked["third"].key.hex: "Because",
    }
    in_order = list(asked.values())

    assert set(submitted(in_order, said)) == {asked["first"].key.hex}
    assert set(hidden(in_order, said)) == {asked["second"].key.hex, asked["third"].key.hex}


def test_several_rules_must_all_be_met():
    both = Asked("both", "line", "Both?", when=(("stance", Stance.AGREE), ("impact", "yes")))
    asked = questions(STANCE, IMPACT, both)
    stance, impact, last = (asked[name].key.hex for name in ("stance", "impact", "both"))
    in_order = list(asked.values())

    assert last not in visible(in_order, {stance: "agree"})
    assert last not in visible(in_order, {impact: picked("yes")})
    assert last in visible(in_order, {stance: "agree", impact: picked("yes")})


class TestFaults:
    def of(self, asked):
        return [fault.sentence for fault in faults(list(asked.values()))]

    def test_there_are_none_in_rules_that_work(self):
        asked = questions(STANCE, CHANGE, HELP, CHECK, SOURCE, BARRIERS, HOW_MUCH)

        assert self.of(asked) == []

    def test_a_question_that_depends_on_itself(self):
        asked = questions(STANCE)
        key = asked["stance"].key.hex
        asked["stance"].rules = [{"question": key, "any_of": ["agree"]}]

        assert self.of(asked) == ["This question depends on itself. Choose an earlier question."]

    def test_a_question_that_depends_on_a_later_one(self):
        asked = questions(STANCE, CHANGE)
        asked = dict(reversed(asked.items()))

        [sentence] = self.of(asked)

        assert "“How far do you agree?”, which comes later" in sentence

    def test_a_question_that_depends_on_one_that_was_removed(self):
        asked = questions(STANCE, CHANGE)
        del asked["stance"]

        [sentence] = self.of(asked)

        assert "no longer in the form" in sentence

    def test_a_question_that_depends_on_an_answer_that_was_removed(self):
        asked = questions(BARRIERS, HOW_MUCH)
        asked["barriers"].options = asked["barriers"].options[:1]

        [sentence] = self.of(asked)

        assert "an answer to “What stops you?” that is no longer there" in sentence

    def test_a_question_that_depends_on_one_without_answers_to_choose(self):
        asked = questions(Asked("line", "line", "Which group?"), Asked("next", "line", "Why?"))
        key = asked["line"].key.hex
        asked["next"].rules = [{"question": key, "any_of": ["x"]}]

        [sentence] = self.of(asked)

        assert "has no answers to choose from" in sentence

    def test_rules_that_exclude_one_another_over_two_questions(self):
        yes = Asked("yes", "impact", "Why?", options=("A", "B"), when=(("stance", Stance.AGREE),))
        never = Asked("never", "line", "Never?", when=(("yes", "yes"), ("stance", Stance.DISAGREE)))

        [sentence] = self.of(questions(STANCE, yes, never))

        assert sentence.startswith("Nobody can ever see this question")

    def test_two_ticks_of_a_multiple_choice_do_not_exclude_one_another(self):
        more = Asked("more", "multi", "More?", options=("A", "B"), when=(("barriers", "Time"),))
        last = Asked("last", "line", "Why?", when=(("more", "A"), ("barriers", "Money")))

        assert self.of(questions(BARRIERS, more, last)) == []

    def test_an_answer_that_rules_out_the_others_excludes_them(self):
        more = Asked("more", "multi", "More?", options=("A", "B"), when=(("barriers", "Time"),))
        last = Asked("last", "line", "Why?", when=(("more", "A"), ("barriers", "none")))

        [sentence] = self.of(questions(BARRIERS, more, last))

        assert sentence.startswith("Nobody can ever see this question")


def test_rules_are_put_into_words():
    asked = questions(STANCE, CHANGE)
    in_order = list(asked.values())

    assert in_words(asked["stance"], in_order) == "Always shown."
    assert in_words(asked["change"], in_order) == (
        "Shown only if “How far do you agree?” is answered with “Disagree” or “Strongly disagree”."
    )
    assert why(asked["change"], in_order, {}) == "“How far do you agree?” has not been answered."
    assert why(asked["change"], in_order, {asked["stance"].key.hex: "agree"}) == (
        "“How far do you agree?” was answered with “Agree”."
    )


ANSWERS = ("a", "b", "c")


@st.composite
def forms(draw):
    """Up to five questions, each with rules on earlier ones."""
    made = []
    for number in range(draw(st.integers(2, 5))):
        rules = (
            [
                {
                    "question": one.key.hex,
                    "any_of": draw(st.lists(st.sampled_from(ANSWERS), min_size=1, unique=True)),
                }
                for one in draw(st.lists(st.sampled_from(made), unique_by=id, max_size=2))
            ]
            if made
            else []
        )
        made.append(
            SimpleNamespace(
                key=uuid4(),
                kind="choice",
                label=f"Question {number}",
                options=[{"key": key, "label": key.upper()} for key in ANSWERS],
                settings={},
                rules=rules,
            )
        )
    return made


@settings(max_examples=40, deadline=None)
@given(forms())
def test_a_question_has_a_fault_exactly_when_no_answers_show_it(asked):
    seen = set()
    stack = [{}]
    for question in asked:
        stack = [
            {**answers, question.key.hex: {"picked": [key]}} for answers in stack for key in ANSWERS
        ]
    for answers in stack:
        seen |= visible(asked, answers)

    assert {fault.key for fault in faults(asked)} == {q.key.hex for q in asked} - seen
