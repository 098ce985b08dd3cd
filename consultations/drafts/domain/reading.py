"""How long a draft takes to read.

The rate is that of adults who read English non-fiction silently: 238 words a minute, the mean of
190 studies in M. Brysbaert, “How many words do we read per minute? A review and meta-analysis of
reading rate”, Journal of Memory and Language 109 (2019). Half of all people are slower, which is
why every figure on a page says “about”.
"""

WORDS_A_MINUTE = 238


def words_of(passages):
    """How many words these passages have; `words_by_section` counts the same in a query."""
    return sum(len(passage.text.split()) for passage in passages)


def minutes(words):
    """Whole minutes, the nearest, and never none for something that has words."""
    return max(1, round(words / WORDS_A_MINUTE)) if words else 0


def time_in_words(words):
    """“1 minute”, “12 minutes”, “1 hour 5 minutes”; empty when there is nothing to read."""
    hours, rest = divmod(minutes(words), 60)
    parts = [(hours, "hour"), (rest, "minute")]
    return " ".join(f"{n} {name}{'' if n == 1 else 's'}" for n, name in parts if n)
