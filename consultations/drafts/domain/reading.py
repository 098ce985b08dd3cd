"""How long a draft takes to read.

The rate is that of adults who read English non-fiction silently: 238 words a minute, the mean of
190 studies in M. Brysbaert, “How many words do we read per minute? A review and meta-analysis of
reading rate”, Journal of Memory and Language 109 (2019). Half of all people are slower, which is
why every figure on a page says “about”.
"""

from functools import lru_cache

from django.db.models import Sum, Value
from django.db.models.functions import Length, Replace

from consultations.drafts.models import Passage

WORDS_A_MINUTE = 238


def words_by_section(draft):
    """How many words each section of a published draft has, by its key; of any other, nothing.

    A published version never changes, so each process asks for it once.
    """
    if not draft.is_frozen:
        return {}
    return _words_by_section(draft.pk, draft.path, draft.frozen_at)


@lru_cache(maxsize=500)
def _words_by_section(pk, path, frozen_at):
    spaces = Length("text") - Length(Replace("text", Value(" "), Value("")))  # never two together
    passages = Passage.objects.filter(section__path__startswith=path).order_by()
    return dict(passages.values_list("section").annotate(words=Sum(spaces + 1)))


def minutes(words):
    """Whole minutes, the nearest, and never none for something that has words."""
    return max(1, round(words / WORDS_A_MINUTE)) if words else 0


def time_in_words(words):
    """“1 minute”, “12 minutes”, “1 hour 5 minutes”; empty when there is nothing to read."""
    hours, rest = divmod(minutes(words), 60)
    parts = [(hours, "hour"), (rest, "minute")]
    return " ".join(f"{n} {name}{'' if n == 1 else 's'}" for n, name in parts if n)
