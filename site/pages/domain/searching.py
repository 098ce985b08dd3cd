"""Finding pages by words: every kind of page that says what it is found as, in groups."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.text import slugify
from wagtail.models import get_page_models

from pages.models.searching import matching_ids, plain_words

LONGEST = 80  # characters of a question
MOST = 300  # pages of one kind; whoever finds more needs more words


@dataclass(frozen=True)
class Found:
    """One page as a list of what was found shows it; `text` are some of its words."""

    title: str
    url: str
    text: str
    note: str


@dataclass(frozen=True)
class Group:
    """The pages found of one kind, the best first. `key` stands in an address."""

    key: str
    title: str
    pages: list


def search(text):
    """What everybody may read that has all of these words, in groups in the order of the site.

    As many queries for each kind of page whatever is found.
    """
    words = plain_words(text[:LONGEST])
    found = defaultdict(list)
    for model in _findable_models() if words else ():
        found[model.found_as] += _found(model, words)
    return [Group(slugify(title), title, pages) for title, pages in found.items() if pages]


def shown(pages, words):
    """These pages as `Found`, with the words of each that the question is about."""
    words = plain_words(words).casefold().split()
    return [Found(page.title, *page.found_where(words), page.found_note()) for page in pages]


def _findable_models():
    """The kinds of page that are listed, in the order in which their groups stand."""
    models = [model for model in get_page_models() if getattr(model, "found_as", "")]
    return sorted(models, key=lambda model: (model.found_at, model.__name__))


def _found(model, words):
    ids = matching_ids(model, words, most=MOST)
    order = {pk: place for place, pk in enumerate(ids)}
    return sorted(model.findable().filter(pk__in=order), key=lambda page: order[page.pk])
