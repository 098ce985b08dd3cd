"""Counting back from the day of the decision, in working days.

Papers for a meeting of a council lie open for five clear days before it (Local Government Act 1972,
section 100B). The other spans are our own planning figures.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from calendars.seasons import days_to_add, seasons_between
from calendars.working_days import add_working_days, is_working_day, working_days
from toolkit.domain.planning.brief import Brief, Part
from toolkit.enums import SetUpAs

CLEAR_DAYS = 5
DAYS_TO_AGREE = 5
DAYS_TO_READ = 20
DAYS_TO_TELL = 10
WEEKS_OF_THE_COMPACT = 12
FEWEST_WEEKS = 4
MOST_WEEKS = 12  # what goes on for longer is read as it stands at closing
A_WEEK = timedelta(weeks=1)
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Moment:
    """One dated step. `part` is the title of the method it belongs to, or of several, or empty."""

    on: date
    label: str
    part: str = ""


@dataclass(frozen=True)
class Span:
    """When one method is prepared and when it runs; the last day is included."""

    part: Part
    prepared_from: date
    first: date
    last: date


@dataclass(frozen=True)
class Timeline:
    """`days_added` are working days added to the open time for holidays inside it."""

    opens_on: date
    closes_on: date
    report_on: date
    papers_on: date
    decision_on: date
    told_by: date
    spans: tuple[Span, ...]
    days_added: int
    holidays: tuple[str, ...]

    @property
    def work_begins_on(self):
        return min([self.opens_on, *(span.prepared_from for span in self.spans)])

    def days_late(self, begins_on: date) -> int:
        """How many working days before the first possible day the work would have to begin."""
        if self.work_begins_on >= begins_on:
            return 0
        return working_days(self.work_begins_on, begins_on - A_DAY)


def timeline_of(brief: Brief) -> Timeline:
    papers_on = add_working_days(brief.decision_on, -(CLEAR_DAYS + 1))
    report_on = add_working_days(papers_on, -DAYS_TO_AGREE)
    closes_on = add_working_days(report_on, -DAYS_TO_READ)
    opens_on, days_added, holidays = _opening(brief, closes_on)
    return Timeline(
        opens_on=opens_on,
        closes_on=closes_on,
        report_on=report_on,
        papers_on=papers_on,
        decision_on=brief.decision_on,
        told_by=add_working_days(brief.decision_on, DAYS_TO_TELL),
        spans=tuple(_span(part, opens_on, closes_on) for part in brief.parts),
        days_added=days_added,
        holidays=holidays,
    )


def _opening(brief, closes_on):
    """The first day: as many weeks before closing as asked for, and more for holidays inside."""
    longest = max((part.weeks_to_run for part in brief.parts), default=0)
    weeks = min(MOST_WEEKS, max(FEWEST_WEEKS, longest))
    if brief.compact_applies:
        weeks = WEEKS_OF_THE_COMPACT
    opens_on = _working_day_until(closes_on + A_DAY - weeks * A_WEEK)
    added = days_to_add(opens_on, closes_on)
    if added:
        opens_on = add_working_days(opens_on, -added)
    seasons = [season for season in seasons_between(opens_on, closes_on) if season.share]
    return opens_on, added, tuple(season.name for season in seasons)


def _span(part, opens_on, closes_on):
    """An event waits a week, so that people have read what it is about; the rest opens at once."""
    first = opens_on
    if part.set_up_as == SetUpAs.EVENT and part.weeks_to_run < MOST_WEEKS:
        first = _working_day_from(opens_on + A_WEEK)
    last = min(closes_on, max(first, first + part.weeks_to_run * A_WEEK - A_DAY))
    if part.set_up_as == SetUpAs.DRAFT:
        last = closes_on
    prepared_from = _working_day_until(first - part.weeks_to_prepare * A_WEEK)
    return Span(part, prepared_from, first, last)


def _working_day_until(day):
    while not is_working_day(day):
        day -= A_DAY
    return day


def _working_day_from(day):
    while not is_working_day(day):
        day += A_DAY
    return day


def earliest_decision(brief: Brief) -> date:
    """The first working day of a decision for which the work need not have begun before today."""
    day = brief.decision_on
    while late := timeline_of(replace(brief, decision_on=day)).days_late(brief.begins_on):
        day = add_working_days(day, late)
    return day
