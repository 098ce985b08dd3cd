"""Which part of an answer its author typed: the rest is the form's own wording."""

import re

LONG = 20  # characters: so much is found again word for word, or the answer is screened whole


def own_ranges(value, text):
    """The (start, end) of what the author typed in `text`, an answer as it is shown.

    Words that stand beside them, such as “only the council and the Board”, are the council's: what
    screening finds there says nothing about the author. An answer whose words are shown otherwise
    than they were typed is all theirs.
    """
    ranges = []
    for typed in _typed(value):
        found = [match.span() for match in re.finditer(re.escape(typed), text)]
        if not found and len(typed) >= LONG and " " in typed:
            return [(0, len(text))]
        ranges += found
    return ranges


def _typed(value):
    if isinstance(value, str):
        if value:
            yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _typed(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _typed(part)
