"""Which questions are shown, given what was answered; and whether the rules make sense.

A rule is `{"question": key, "any_of": [answers]}`, its key in hex: the question that carries it
is shown only when the earlier one was shown and answered with one of these. Several rules must
all be met. Pure: it asks neither the database nor the clock.
"""

from dataclasses import dataclass

from consultations.responses.domain.answers import CHOOSABLE, NONE, choosable, chosen
from consultations.responses.enums import QuestionKind


@dataclass(frozen=True)
class Fault:
    """What is wrong with the rules of one question, as a sentence for its editor."""

    key: str
    sentence: str


def visible(questions, answers):
    """The keys of the questions that are shown when these answers were given.

    `questions` in their order, `answers` values by key. An answer to a question that is not shown
    opens nothing.
    """
    shown = set()
    by_key = {question.key.hex: question for question in questions}
    for question in questions:
        if all(_is_met(rule, by_key, answers, shown) for rule in question.rules):
            shown.add(question.key.hex)
    return shown


def submitted(questions, answers):
    """The answers that are sent: those to questions that are shown."""
    shown = visible(questions, answers)
    return {key: value for key, value in answers.items() if value and key in shown}


def hidden(questions, answers):
    """The answers that are kept in the basket and not sent, because their question is not shown."""
    shown = visible(questions, answers)
    return {key: value for key, value in answers.items() if value and key not in shown}


def _is_met(rule, by_key, answers, shown):
    earlier = by_key.get(rule["question"])
    if earlier is None or rule["question"] not in shown:
        return False
    given = chosen(earlier.kind, answers.get(rule["question"]))
    return not given.isdisjoint(rule["any_of"])


def in_words(question, questions):
    """When this question is shown, as a sentence."""
    by_key = {earlier.key.hex: earlier for earlier in questions}
    if not question.rules:
        return "Always shown."
    conditions = [_condition(rule, by_key) for rule in question.rules]
    return f"Shown only if {', and if '.join(conditions)}."


def _condition(rule, by_key):
    earlier = by_key.get(rule["question"])
    if earlier is None:
        return "a question is answered that is no longer here"
    names = dict(choosable(earlier))
    answers = [f"“{names[key]}”" for key in rule["any_of"] if key in names]
    return f"“{earlier.label}” is answered with {_either(answers)}"


def _either(words):
    if not words:
        return "an answer that is no longer there"
    return " or ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)


def why(question, questions, answers):
    """Why this question is shown or not, for somebody who tries out the form."""
    if not question.rules:
        return "It is always shown."
    by_key = {earlier.key.hex: earlier for earlier in questions}
    shown = visible(questions, answers)
    for rule in question.rules:
        earlier = by_key.get(rule["question"])
        if earlier is None:
            return "It depends on a question that is no longer in this form."
        if rule["question"] not in shown:
            return f"“{earlier.label}” is not shown itself."
        if not _is_met(rule, by_key, answers, shown):
            given = chosen(earlier.kind, answers.get(rule["question"]))
            names = dict(choosable(earlier))
            said = _either([f"“{names.get(key, key)}”" for key in sorted(given)])
            if not given:
                return f"“{earlier.label}” has not been answered."
            return f"“{earlier.label}” was answered with {said}."
    return f"Because {' and '.join(_condition(rule, by_key) for rule in question.rules)}."


def faults(questions):
    """Every rule that cannot work, each with a sentence; none is the only good answer."""
    places = {question.key.hex: number for number, question in enumerate(questions)}
    by_key = {question.key.hex: question for question in questions}
    found = []
    for number, question in enumerate(questions):
        sentences = [
            sentence
            for rule in question.rules
            if (sentence := _fault_of_rule(rule, number, question, by_key, places))
        ]
        if not sentences and not _can_be_shown(question, by_key):
            sentences = [
                "Nobody can ever see this question: its rules, with those of the questions it "
                "depends on, need answers that exclude one another. Take one of the rules away."
            ]
        found += [Fault(question.key.hex, sentence) for sentence in sentences]
    return found


def _fault_of_rule(rule, number, question, by_key, places):
    earlier = by_key.get(rule["question"])
    if earlier is None:
        return (
            "This question depends on one that is no longer in the form. Change its rule, or put "
            "that question back."
        )
    if earlier is question:
        return "This question depends on itself. Choose an earlier question."
    if places[rule["question"]] > number:
        return (
            f"This question depends on “{earlier.label}”, which comes later. Move it below that "
            "one, or change its rule."
        )
    if earlier.kind not in CHOOSABLE:
        return f"“{earlier.label}” has no answers to choose from, so nothing can depend on it."
    if not rule["any_of"]:
        return f"Choose which answers to “{earlier.label}” show this question."
    there = {key for key, _ in choosable(earlier)}
    if not there.issuperset(rule["any_of"]):
        return (
            f"This question depends on an answer to “{earlier.label}” that is no longer there. "
            "Change its rule, or put that answer back."
        )
    return ""


def _can_be_shown(question, by_key):
    """Whether any answers show this question, its rules and those it rests on taken together."""
    needed = {}
    waiting, seen = [question], set()
    while waiting:
        current = waiting.pop()
        if current.key.hex in seen:
            continue
        seen.add(current.key.hex)
        for rule in current.rules:
            if rule["question"] in by_key:
                needed.setdefault(rule["question"], []).append(set(rule["any_of"]))
                waiting.append(by_key[rule["question"]])
    return all(_can_be_met(by_key[key], wanted) for key, wanted in needed.items())


def _can_be_met(question, wanted):
    """Whether one answer to this question holds something of each of these sets."""
    if set.intersection(*wanted):
        return True
    if question.kind != QuestionKind.MULTI:
        return False
    return all(options - {NONE} for options in wanted)
