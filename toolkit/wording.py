"""Facts of methods and mixes as words."""

from toolkit.domain.mixing import COUNTS, LEVEL, OFFLINE, REASONS, covers, wants
from toolkit.enums import Audience

COVERED = {
    COUNTS: "Counts",
    REASONS: "Reasons in people’s own words",
    OFFLINE: "A way without a computer",
    LEVEL: "The level you promise",
}


def want_in_words(want):
    label = COVERED.get(want) or Audience(want).label
    return label[0].upper() + label[1:]


def lacking_in_words(wants):
    return [want_in_words(want) for want in wants]


def coverage_of(mix, *, audiences, level):
    """A row for everything a mix had to cover: its name, and for each method whether it does."""
    covered = [covers(method, audiences, level) for method in mix.methods]
    return [
        (want_in_words(want), [want in each for each in covered])
        for want in wants(audiences, level)
    ]


def day_in_words(day):
    """“Thursday 25 November 2027”."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def late_in_words(outline):
    """One sentence where the work would have had to begin already, otherwise none."""
    if not outline.days_late:
        return []
    days = "1 working day" if outline.days_late == 1 else f"{outline.days_late} working days"
    began = day_in_words(outline.timeline.work_begins_on)
    earliest = day_in_words(outline.earliest_decision)
    return [
        f"There is not enough time: the work would have had to begin on {began}, {days} too early. "
        f"With these methods the earliest day for the decision is {earliest}."
    ]


def pounds_in_words(outline):
    """Whether the money is enough, in one sentence."""
    left = outline.money_left
    if left < 0:
        return f"It costs £{-left:,} more than there is (£{outline.brief.money:,})."
    return f"Of £{outline.brief.money:,}, £{left:,} are left."
