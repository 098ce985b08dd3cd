"""Which passage of the newest version is most like the words a comment was about."""

from rapidfuzz import fuzz, process

LEAST = 40  # rapidfuzz.fuzz.token_sort_ratio, 0 to 100: below it a guess would only mislead


def most_alike(words, passages):
    """The passage with the most alike words, or None where none is near enough."""
    texts = {passage: passage.text.casefold() for passage in passages}
    found = words and process.extractOne(
        words.casefold(), texts, scorer=fuzz.token_sort_ratio, score_cutoff=LEAST
    )
    return found[2] if found else None
