"""What an edit does to answers that were given before: the same questions, or new ones.

Corrections of spelling, help texts, the order of things and added questions leave every answer
meaning what it meant. Everything else makes a question a new one, whose answers are counted apart.
"""

import re
from dataclasses import dataclass

SHORTEST = 4  # letters of a word in which one wrong letter can be told from another word
WORDS = re.compile(r"[\w’']+")
# Settings that decide which answers can be given, beside the options.
DECIDING = ("most", "lowest", "highest")


@dataclass(frozen=True)
class Change:
    """One difference, as a sentence. `is_new` says that answers before and after stand apart."""

    key: str
    sentence: str
    is_new: bool


def compare(before, after):
    """The differences between the questions as they were asked and as they would be now.

    Both are lists of things with `key` (UUID), `kind`, `label`, `hint`, `options`, `settings` and
    `rules`.
    """
    old = {question.key: question for question in before}
    new = {question.key: question for question in after}
    changes = []
    for key, question in new.items():
        if key not in old:
            changes.append(_same(question, f"“{question.label}” is added."))
        else:
            changes += _of_one(old[key], question)
    for key, question in old.items():
        if key not in new:
            changes.append(
                _other(question, f"“{question.label}” is no longer asked. Its answers are kept.")
            )
    kept = [key for key in old if key in new]
    if kept != [key for key in new if key in old]:
        changes.append(Change("", "The questions stand in another order.", False))
    return changes


def _same(question, sentence):
    return Change(question.key.hex, sentence, False)


def _other(question, sentence):
    return Change(question.key.hex, sentence, True)


def _of_one(old, new):
    if old.kind != new.kind:
        return [_other(new, f"“{new.label}” is asked in another way.")]
    changes = []
    if old.label != new.label:
        if is_typo_sized(old.label, new.label):
            changes.append(_same(new, f"The spelling of “{new.label}” is corrected."))
        else:
            changes.append(_other(new, f"“{old.label}” is now “{new.label}”, another question."))
    if (old.hint, old.settings.get("text")) != (new.hint, new.settings.get("text")):
        changes.append(_same(new, f"The help with “{new.label}” is changed."))
    changes += _of_options(old, new, old.options, new.options, "answers")
    changes += _of_options(
        old, new, old.settings.get("rows", []), new.settings.get("rows", []), "things to judge"
    )
    if any(old.settings.get(name) != new.settings.get(name) for name in DECIDING):
        changes.append(_other(new, f"“{new.label}” has other limits."))
    if old.settings.get("ruled_out") != new.settings.get("ruled_out"):
        changes.append(_other(new, f"What is ruled out in “{new.label}” is changed."))
    if old.rules != new.rules:
        changes.append(_other(new, f"“{new.label}” is shown to other people than before."))
    return changes


def _of_options(old, new, before, after, name):
    was = {option["key"]: option["label"] for option in before}
    now = {option["key"]: option["label"] for option in after}
    if was == now:
        if list(was) != list(now):
            return [_same(new, f"The {name} to “{new.label}” stand in another order.")]
        return []
    if set(was) != set(now):
        return [_other(new, f"“{new.label}” has other {name} to choose from.")]
    if all(is_typo_sized(was[key], now[key]) for key in was):
        return [_same(new, f"The spelling of the {name} to “{new.label}” is corrected.")]
    return [_other(new, f"The {name} to “{new.label}” say something else.")]


def is_typo_sized(before, after):
    """Whether only signs, capitals or single letters of longer words differ.

    Never a number, a short word such as “not”, or a word more or less.
    """
    old, new = (WORDS.findall(text.lower()) for text in (before, after))
    if len(old) != len(new):
        return False
    return all(one == two or _is_misspelt(one, two) for one, two in zip(old, new, strict=True))


def _is_misspelt(one, two):
    if min(len(one), len(two)) < SHORTEST or any(sign.isdigit() for sign in one + two):
        return False
    return _is_one_step(one, two)


def _is_one_step(one, two):
    """Whether one letter was added, left out, changed or swapped with its neighbour."""
    if abs(len(one) - len(two)) > 1:
        return False
    short, long = sorted((one, two), key=len)
    start = next(
        (n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    is_swap = short[start : start + 2] == long[start : start + 2][::-1]
    return short[start + 1 :] == long[start + 1 :] or (
        is_swap and short[start + 2 :] == long[start + 2 :]
    )
