"""What a question asks of Wagtail's index, for lists of one kind of page and the site's search."""

import re


def plain_words(text):
    """The words of a question without the signs that mean something to a search back end."""
    return " ".join(re.findall(r"\w+", text))


def matching_ids(model, words, *, most=None):
    """The live pages of this kind with all of these words, as ids: whole words first, then those
    that only begin so; of each at most so many."""
    if not words:
        return []
    live = model.objects.live().only("pk")
    found = [
        *live.search(words, operator="and")[:most],
        *live.autocomplete(words, operator="and")[:most],
    ]
    return list(dict.fromkeys(page.pk for page in found))
