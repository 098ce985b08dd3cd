"""Running text cut into sentences, words and syllables. All three are estimates, made alike.

Syllables are counted by groups of vowels with the usual corrections (a silent e, -ed, -es, -ism);
docs/checking.md says how far that is off. A figure has a syllable for each of up to four digits,
letters read one by one (NHS) have one each.
"""

import re
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+", re.IGNORECASE)
SHORTENED = re.compile(
    r"\b(?:e\.g|i\.e|etc|cf|vs|viz|approx|no|nos|p|pp|para|paras|fig|figs|mr|mrs|ms|dr|prof|rev|st"
    r"|cllr|ltd|dept|jan|feb|aug|sept?|oct|nov|dec)\.$|(?:^|\s)[A-Z]\.$",
    re.IGNORECASE,
)
END = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9£])")

VOWELS = re.compile(r"[aeiouy]+")
# An e that is written and not spoken: in "made", "based" and "engagement", not in "services".
SILENT = re.compile(
    r"(?<=[^aeiouyl])(?<!tr)e$|(?<=[aeiouy]l)e[sd]?$|(?<=[^aeiouycgsxzl])es$(?<!ches)(?<!shes)"
    r"|(?<=[^aeioudt])ed$|(?<=[^aeiouyl])e(?=(?:ments?|ly|ful|less|ness|work|thing|where|one)$)"
    r"|(?<=som)e(?=.)|(?<=her)e(?=.)|(?<=[gq])ue$"
)
# Two vowels side by side that are spoken apart: "area", "various", "coalition", "quiet", "easier".
APART = re.compile(
    r"(?<![ctsgx])i[ao]|(?<=c)ia(?=tio)|(?<=rt)ia|iu|(?<!p)eo(?!u)|(?<![qg])(?<!rs)ua|uou|uence"
    r"|[aeiouy]ing|iet|(?<=[^aeiou])ier|[^q]uity|ience|oali|oope|oord|(?<=ar)ea|idea|crea(?![mks])"
    r"|isms?$|(?<=[ds])n['’]t|uel|(?<=[^aeiou])yo"
)
JOINED = re.compile(r"iour|usines|^every")


def sentences(text: str) -> list[str]:
    """A sentence ends at a full stop before a capital or a figure; not after "e.g." or "Dr."."""
    found, start = [], 0
    for match in END.finditer(text):
        if SHORTENED.search(text[start : match.end()].rstrip()):
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if WORD.search(sentence)]


def words(text: str) -> list[str]:
    """Words as people count them: "up-to-date" is one, an address on the internet is one."""
    return [piece for piece in text.split() if WORD.search(piece)]


def syllables(text: str) -> int:
    return sum(_of_piece(piece) for piece in WORD.findall(ADDRESS.sub("link", text)))


@lru_cache(maxsize=20_000)
def _of_piece(word: str) -> int:
    if any(character.isdigit() for character in word):
        return max(1, min(4, sum(character.isdigit() for character in word)))
    if len(word) > 1 and word.isupper():
        return sum(3 if letter == "W" else 1 for letter in word)
    return _of_word(word.casefold().removesuffix("’s").removesuffix("'s"))


def _of_word(word: str) -> int:
    count = len(VOWELS.findall(word)) + len(APART.findall(word))
    return max(1, count - len(SILENT.findall(word)) - len(JOINED.findall(word)))
