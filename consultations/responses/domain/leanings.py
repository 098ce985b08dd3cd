"""Which way the words of a question and of its answers lean. Lists to be added to by whoever reads.

A list's phrases are written as people write them; `*` stands for the rest of a word.
"""

import re


def phrases(text: str, *, start: str = r"\b", end: str = r"\b") -> re.Pattern:
    """One pattern for phrases that are separated by commas, straight or curly apostrophes alike."""
    found = [
        re.escape(phrase.strip()).replace(r"\*", r"\w*").replace("'", "['’]")
        for phrase in text.replace("\n", " ").split(",")
    ]
    return re.compile(f"{start}(?:{'|'.join(sorted(found, key=len, reverse=True))}){end}", re.I)


# Words that push, whatever is asked.
PUSHING = phrases(
    "don't you, wouldn't you,"
    " shouldn't we, isn't it, aren't they, isn't this, doesn't this, surely,"
    " of course, obviously, clearly, everyone knows, everyone agrees, most people think,"
    " most people agree, as you know, do you not"
)
# Praise and blame, which lean when agreement is asked for.
LOADED = phrases(
    "excellent, wonderful, fantastic, exciting, ambitious, vital, essential, crucial, much-needed,"
    " much needed, badly needed, long-overdue, long overdue, sensible, world-class, outstanding,"
    " unfair, wasteful, unnecessary, outdated, dangerous, disastrous, terrible, damaging, costly,"
    " improved, better, modern, fairer, great, innovative, bold, hard-working"
)
ASKS_FOR_AGREEMENT = phrases("agree, support, approve, favour, back, welcome, think, oppose, like")
OTHER_SIDE = phrases("disagree*, disapprove*, dislike*, oppose*, not support, against, or not")
ONE_SIDED = re.compile(
    r"\b(?:do|would|don['’]t|wouldn['’]t) you (?:\w+ )??(?P<verb>agree|support|approve|favour)"
    r"(?=\W*$|\W+(?:with|that|of|the|this|these|our|a|an|to))",
    re.I,
)

# Pairs that are one thing, and joins that ask no second thing.
PAIRS = phrases(
    "terms and conditions, voluntary and community, voluntary community and faith,"
    " health and safety, arts and culture, sport and leisure, sports and leisure,"
    " black and minority ethnic, black asian and minority ethnic, parks and open spaces,"
    " parks and green spaces, open and green spaces, pros and cons, friends and family,"
    " family and friends, friends and relatives, children and young people, health and social care,"
    " health and care, health and wellbeing, adults and children, men and women, women and girls,"
    " towns and villages, town and village, bed and breakfast, walking and cycling,"
    " cycling and walking, crime and disorder, equality and diversity, equality and inclusion,"
    " waste and recycling, recycling and waste, rules and regulations, aims and objectives,"
    " strengths and weaknesses, advantages and disadvantages, costs and benefits, research and"
    " development, special educational needs and disabilities, search and rescue,"
    " first and last name, name and address, why or why not, agree and disagree"
)
BETWEEN = re.compile(r"\b(?:between|both) (?:\w+ ){1,3}and \w+|\b\d+ and \d+\b", re.I)
JOINS = re.compile(
    r"(?<!,) (?:and(?:/or)?|as well as|&|along with) "
    r"(?!(?:why|how|what|which|who|if|so|tell|please)\b)",
    re.I,
)

MODIFIER = (
    r"(?:i|we|yes|no|very|fairly|quite|mostly|strongly|completely|fully|partly|somewhat|tend to"
    r"|generally|slightly|a bit|totally|am|are|would|do|it is|this is)[,\s]+"
)
NEGATED = re.compile(
    rf"^(?:{MODIFIER})*(?:don['’]t|do not|not|cannot|can['’]t|would not|wouldn['’]t|never)\s+"
    r"(?:at all |very |really |so )?\w+",
    re.I,
)
POSITIVE = phrases(
    "agree*, support*, satisfied, good, excellent, likely, important, useful, helpful, easy, happy,"
    " approve*, in favour, better, clear, confident, safe, like, welcome, positive, essential, yes",
    start=rf"^(?:{MODIFIER})*",
)
NEGATIVE = phrases(
    "dis*, oppose*, object*, poor, bad, unlikely, unimportant, unhelpful, unhappy, unsafe, unclear,"
    " useless, difficult, hard, worse, against, negative, reject*, no",
    start=rf"^(?:{MODIFIER})*",
)
NEUTRAL = phrases("neither, neutral, no difference, ok, okay, average, mixed, in between")
NOT_SURE = phrases(
    "not sure, unsure, do not know, don't know, no view, no opinion, no answer, no preference,"
    " prefer not, cannot say, can't say, undecided"
)
OUTSIDE = phrases(
    "have not, haven't, has not, does not apply, doesn't apply, not applicable, n/a, not relevant,"
    " never used, never been"
)
WAY_OUT = phrases(
    "other, none, something else, neither, never, not applicable, n/a, any,"
    " no preference, all of them,"
    " somewhere else, someone else"
)


def side_of(option: str) -> str:
    """ "for", "against", "between", "unsure", or "" for an answer that is on no scale."""
    if NOT_SURE.search(option):
        return "unsure"
    if NEUTRAL.search(option):
        return "between"
    if NEGATED.match(option) or NEGATIVE.match(option):
        return "against"
    return "for" if POSITIVE.match(option) else ""
