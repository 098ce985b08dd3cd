"""Words by which a neighbour would know which child is meant, and words about the Board itself."""

import re

from .hits import Kind, found

KIN = (
    r"(?:step|grand|god)?(?:son|daughter|child|children|kids?)s?|boys?|girls?|lads?|nephews?"
    r"|nieces?|toddler|baby|little (?:one|boy|girl)s?"
)
WHOSE = r"(?:my|our|her|his|their|the)\s(?:\w+\s){0,2}?"
SCHOOL = r"(?:school|nursery|playgroup|college|academy|teacher|head ?teacher|class|classroom)"
AGE = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen)"
CHILD = re.compile(
    rf"\b(?:{WHOSE}(?:{KIN})(?:['’]s?\s(?:\w+\s)?{SCHOOL}"
    rf"|,?\s(?:(?:who\s)?(?:is|are|was)\s)?(?:now\s)?(?:aged\s)?(?:only\s)?(?<!\w){AGE}\b"
    r"(?!\s(?:times|of|hours|days|miles|weeks|months|minutes))"
    rf"(?:\s(?:and|or)\s{AGE}\b,?)?"
    r"|,?\s(?:who\s)?(?:is|are|was|were)\s(?:now\s)?in\s(?:year\s\w+|reception|the\s\w+\sform)"
    r"|,?\s(?:(?:who\s)?(?:goes|go|went)\sto|(?:who\s)?attends?|(?:who\s)?(?:is|are|was)\sat|at)"
    r"\s(?-i:[A-Z])[\w'’]+(?:\s(?-i:[A-Z])[\w'’]+){0,3})"
    r"|(?:my|our)\s\d{1,2}[\s-]years?[\s-]old(?:\s(?:son|daughter|child|boy|girl))?)",
    re.IGNORECASE,
)
BOARD = re.compile(
    r"\b(?:[Tt]he\s)?(?:(?:[Cc]hair|[Mm]embers?)\sof\s(?:the\s)?)?"
    r"(?:Community Involvement Board|CIB|(?<=[Tt]he )Board(?![\s-][Gg]ames))\b"
    r"|\b(?i:(?:your|the|these|those|our)\s(?:moderators?|moderation|censors?))\b"
    r"|\b(?i:board members?)\b"
)


CHILDREN = (
    "son", "daughter", "child", "kid", "boy", "girl", "lad", "nephew", "niece", "toddler", "baby",
    "little one", "year old", "years old", "year-old",
)  # fmt: skip


def people(text):
    reason = "People nearby may know from this which child is meant."
    yield from found(Kind.CHILD, CHILD, text, reason, needs=CHILDREN)
    reason = "This may be about the Board, which should not judge itself."
    yield from found(Kind.BOARD, BOARD, text, reason, needs=("board", "cib", "moderat", "censor"))
