"""What is forgotten when: each app says what it keeps of people and for how long.

An app registers its rules in `AppConfig.ready`; the command and the worker only ever ask here.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Rule:
    """`what` goes and `when`, as one reads it in a list.

    `due` gives the rows that would go at a moment, as querysets; `forget(at=…)` lets them go, in
    transactions of its own, and returns how many there were. It may run twice without harm.
    """

    what: str
    when: str
    due: Callable[[datetime], list[QuerySet]]
    forget: Callable[..., int]


@dataclass(frozen=True)
class Applied:
    """How many rows one rule found or let go; None where it failed."""

    rule: Rule
    rows: int | None


_rules: list[Rule] = []


def register_rules(*rules: Rule):
    _rules.extend(rules)


def due_now(*, at):
    """What each rule would let go, and nothing is changed."""
    return [Applied(rule, sum(rows.count() for rows in rule.due(at))) for rule in _rules]


def apply_all(*, at):
    """Apply every rule, each by itself: one that fails keeps no other from its turn."""
    return [Applied(rule, _forget(rule, at)) for rule in _rules]


def _forget(rule, at):
    try:
        return rule.forget(at=at)
    except Exception:  # Whatever is wrong with one rule, the next ones still have their turn.
        logger.exception("Retention failed for %s", rule.what)
        return None
