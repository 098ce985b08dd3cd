"""What is worth mending before a consultation is put to the public.

Each stage adds its own checks in `AppConfig.ready`: drafts read the text, responses the questions.
A finding is advice, and says how to mend it. Only what nobody could take part without may block.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.utils import timezone

# The order in which a report lists them; the first part of a finding's code names its subject.
SUBJECTS = {
    "reader": "What the reader needs to know",
    "contents": "The contents list",
    "acronyms": "Short forms",
    "counts": "Counts and lists",
    "links": "Links",
    "wording": "How it reads",
    "questions": "The questions",
}
MAY_BLOCK = frozenset({"reader.no_question", "reader.no_dates", "reader.no_contact"})


class Severity(StrEnum):
    ADVICE = "advice"
    BLOCKS = "blocks"


@dataclass(frozen=True)
class Place:
    """Where a finding is: a page, one block of it, or a form. `label` says it to people.

    `number` is the passage's, such as 2.14.
    """

    label: str
    page: int | None = None
    block: str = ""
    number: str = ""
    form: int | None = None


@dataclass(frozen=True)
class Finding:
    """`about` is what the finding is about, such as the acronym or the sentence: when that

    stays the same, so does the finding, wherever it has moved to.
    """

    code: str
    sentence: str
    how_to_mend: str
    severity: Severity = Severity.ADVICE
    place: Place | None = None
    excerpt: str = ""
    about: str = ""

    def __post_init__(self):
        if self.subject not in SUBJECTS:
            raise ValueError(f"{self.code} begins with no subject.")
        if self.blocks and self.code not in MAY_BLOCK:
            raise ValueError(f"{self.code} is advice: it may not block.")

    @property
    def subject(self) -> str:
        return self.code.partition(".")[0]

    @property
    def blocks(self) -> bool:
        return self.severity is Severity.BLOCKS

    @property
    def fingerprint(self) -> str:
        return hashlib.sha256(f"{self.code}\n{self.about}".encode()).hexdigest()


Check = Callable[..., Iterable[Finding]]
_checks: dict[Check, bool] = {}  # in their order, with whether one may find what blocks


def register_check(check: Check, *, may_block: bool = False) -> Check:
    """Have `check(consultation, draft=…, now=…)` asked, after those registered before it.

    `draft` is None when nobody has chosen one: the check then takes the newest. Only a check that
    `may_block` is asked for what blocks, so it has to be quick.
    """
    _checks[check] = may_block
    return check


def checks_for(consultation, draft=None, now=None) -> list[Finding]:
    """Every finding, in the order of the report: what blocks comes first in its subject."""
    return _ask(_checks, consultation, draft, now)


def blocking_findings(consultation, draft=None, now=None) -> list[Finding]:
    """What blocks, from the checks that may find such a thing: the text is not judged for it."""
    asked = [check for check, may_block in _checks.items() if may_block]
    return [finding for finding in _ask(asked, consultation, draft, now) if finding.blocks]


def _ask(checks: Iterable[Check], consultation, draft, now) -> list[Finding]:
    now = now or timezone.now()
    found = [one for check in checks for one in check(consultation, draft=draft, now=now)]
    return in_order(found)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    order = list(SUBJECTS)
    return sorted(findings, key=lambda one: (order.index(one.subject), not one.blocks))
