"""What the words of a line tell: whether it is finished, a heading, a quotation."""

import re


def words_of(text: str) -> list[str]:
    return [word.strip(".,:;!?()“”‘’\"'").casefold() for word in text.split()]


QUESTION_WORDS = frozenset(words_of("how what when where which who whose why"))
VERBS = frozenset(
    words_of(
        "am are be been being can could did do does had has have is may might must shall should was"
        " were will would"
    )
)
JOINING_WORDS = frozenset(
    words_of(
        "a about against among an and as at because before between but by during for from her"
        " his if in including into its my nor of on or our over so than that the their these"
        " this those through to towards under until upon very via when which while who whose"
        " with within without your"
    )
)
STRANDED_WORDS = frozenset(words_of("about at by for from in on through to with"))
SENTENCE_ENDS = ".!?:;…"
CLOSING_MARKS = "”’\"'»"
QUOTATION_MARKS = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»"}
LONGEST_HEADING = 120


def ends_sentence(text: str) -> bool:
    return text.endswith(tuple(SENTENCE_ENDS + CLOSING_MARKS))


def is_unfinished(text: str) -> bool:
    """It stops at a word that ends no sentence, and is no heading such as "Who we work with"."""
    if text.endswith(","):
        return True
    if ends_sentence(text) or not text[-1].isalpha():
        return False
    found = words_of(text)
    if len(found) <= 8 and (found[0] in QUESTION_WORDS or found[-1] in STRANDED_WORDS):
        return False
    return found[-1] in JOINING_WORDS or found[-1] in VERBS


def is_broken_off(text: str, following: str) -> bool:
    """The two are one sentence which a page or line end has broken in the middle."""
    length = len(text.split())
    if length < 4 or ends_sentence(text):
        return False
    return following[0].islower() or (length >= 8 and is_unfinished(text))


def is_in_capitals(text: str) -> bool:
    """Capitals such as a section's heading; a sentence shouted at the reader is too long."""
    letters = [character for character in text if character.isalpha()]
    if len(letters) < 3 or text != text.upper() or text == text.lower():
        return False
    if text.endswith((",", ";")) or (text.endswith(".") and len(text.split()) > 6):
        return False
    mostly_letters = len(letters) * 2 >= len(text.replace(" ", ""))
    return mostly_letters and len(text) <= LONGEST_HEADING and not is_quotation(text)


def may_be_heading(text: str) -> bool:
    """Short, one phrase, no full stop. It is a heading if text follows; see `text.py`."""
    if len(text) > LONGEST_HEADING or is_quotation(text) or is_unfinished(text):
        return False
    if re.search(r"[.!?]\s+\w", text) or text[0].islower():
        return False
    found = words_of(text)
    if text.endswith("."):
        return 2 <= len(found) <= 4 and all(
            word[0].isupper() or word in JOINING_WORDS for word in text.rstrip(".").split()
        )
    if text[-1] in ":;,!…":
        return False
    return len(found) <= 8 or found[0] in QUESTION_WORDS or not VERBS.intersection(found)


def is_quotation(text: str) -> bool:
    """The whole of it stands between one pair of quotation marks; a full stop may come after."""
    inner = text[:-1] if text[-1] in ".,;" and len(text) > 3 else text
    closing = QUOTATION_MARKS.get(text[0])
    if closing is None or len(inner) < 3 or not inner.endswith(closing):
        return False
    inner = inner[1:-1]
    if closing in "’'":
        return not re.search(rf"(?:^|\s){text[0]}\w", inner)
    return text[0] not in inner and closing not in inner
