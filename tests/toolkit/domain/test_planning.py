from dataclasses import replace
from datetime import date

import pytest

from calendars.working_days import add_working_days, is_working_day, working_days
from toolkit.domain.planning import Brief, Part, earliest_decision, outline_of, timeline_of

COMMENTS = Part(
    slug="comments",
    title="Comments on a draft",
    weeks_to_prepare=3,
    weeks_to_run=12,
    staff_days=14,
    cost=200,
    set_up_as="draft",
    checklist=("Each section begins in plain words.",),
    risks=(("Only experts comment.", "Ask three quick questions."),),
)
DROP_IN = Part(
    slug="drop-in",
    title="Drop-in session",
    weeks_to_prepare=4,
    weeks_to_run=2,
    staff_days=6,
    cost=455,
    set_up_as="event",
    adjustment="Run it twice.",
)
BRIEF = Brief(
    title="Grants",
    level=2,
    decision_on=date(2027, 7, 15),
    begins_on=date(2026, 12, 1),
    parts=(COMMENTS, DROP_IN),
    money=3200,
    staff_days=19,
    audiences=("shifts",),
)


def test_the_plan_is_counted_back_in_working_days_around_bank_holidays():
    timeline = timeline_of(BRIEF)

    assert timeline.papers_on == date(2027, 7, 7)
    assert working_days(timeline.papers_on, BRIEF.decision_on) - 2 == 5  # five clear days
    assert timeline.report_on == date(2027, 6, 30)
    # Twenty working days, with the holiday of 31 May outside them.
    assert timeline.closes_on == date(2027, 6, 2)
    assert timeline.told_by == date(2027, 7, 29)


def test_the_compact_gives_twelve_weeks_and_more_for_the_holidays_inside_them():
    timeline = timeline_of(BRIEF)

    assert "Easter" in timeline.holidays
    assert timeline.days_added > 0
    without = date(2027, 3, 11)  # twelve weeks to the day, closing day included
    assert (timeline.closes_on - without).days + 1 == 12 * 7
    assert timeline.opens_on == add_working_days(without, -timeline.days_added)


@pytest.mark.parametrize(("weeks", "open_for"), [(0, 4), (4, 4), (6, 6), (12, 12), (52, 12)])
def test_without_the_compact_it_is_open_as_long_as_its_longest_method(weeks, open_for):
    brief = replace(
        BRIEF,
        decision_on=date(2027, 11, 30),  # nothing but working days before it
        compact_applies=False,
        parts=(replace(COMMENTS, weeks_to_run=weeks),),
    )
    timeline = timeline_of(brief)
    added = add_working_days(timeline.opens_on, timeline.days_added)

    assert 0 <= (timeline.closes_on - added).days + 1 - open_for * 7 <= 3


def test_an_event_waits_a_week_and_everything_is_prepared_before_it_begins():
    timeline = timeline_of(BRIEF)
    comments, drop_in = timeline.spans

    assert (comments.first, comments.last) == (timeline.opens_on, timeline.closes_on)
    assert (drop_in.first - timeline.opens_on).days >= 7
    assert (drop_in.last - drop_in.first).days == 13
    assert (drop_in.first - drop_in.prepared_from).days >= 28
    assert timeline.work_begins_on == min(comments.prepared_from, drop_in.prepared_from)
    assert all(is_working_day(span.prepared_from) for span in timeline.spans)


def test_a_plan_is_in_time_on_the_day_its_work_begins_and_late_the_day_after():
    begins = timeline_of(BRIEF).work_begins_on

    assert outline_of(replace(BRIEF, begins_on=begins)).days_late == 0
    late = outline_of(replace(BRIEF, begins_on=add_working_days(begins, 1)))
    assert late.days_late == 1
    assert late.earliest_decision > BRIEF.decision_on


def test_the_earliest_decision_is_one_for_which_nothing_is_late():
    late = replace(BRIEF, begins_on=date(2027, 5, 4))

    day = earliest_decision(late)

    assert is_working_day(day)
    assert outline_of(replace(late, decision_on=day)).days_late == 0
    assert outline_of(replace(late, decision_on=add_working_days(day, -10))).days_late > 0


def test_the_budget_adds_up_with_a_tenth_in_reserve_rounded_up_to_ten_pounds():
    outline = outline_of(BRIEF)

    assert outline.budget == (
        ("Comments on a draft", 200),
        ("Drop-in session", 455),
        ("Interpreters, care and what was not foreseen (10 %)", 70),
    )
    assert (outline.total, outline.money_left) == (725, 2475)
    assert (outline.staff_days, outline.staff_days_left) == (20, -1)


def test_the_outline_has_tasks_access_and_risks_from_its_methods():
    outline = outline_of(BRIEF)

    ours = [task for task in outline.tasks if task.part == "Comments on a draft"]
    assert [task.label for task in ours] == ["Each section begins in plain words."]
    assert ours[0].on == add_working_days(outline.timeline.opens_on, -5)
    assert [task.on for task in outline.tasks] == sorted(task.on for task in outline.tasks)
    assert "Something happens in the evening and something at the weekend." in outline.access
    assert outline.access[-1] == "Drop-in session: Run it twice."
    assert ("Only experts comment.", "Ask three quick questions.") in outline.risks
    assert outline.risks[0][0].startswith("People are away while it is open: Eid al-Fitr, Easter")


def test_a_festival_that_moves_no_day_is_named_with_what_can_be_done():
    outline = outline_of(replace(BRIEF, decision_on=date(2027, 2, 9)))

    assert outline.timeline.days_added == 0
    assert outline.risks[0] == (
        "People are away while it is open: Diwali.",
        "Plan nothing on those days, and say early when everything else is.",
    )


def test_a_plan_without_a_way_that_is_open_to_all_says_so():
    outline = outline_of(replace(BRIEF, parts=(replace(DROP_IN, needs_safeguarding=True),)))

    risks = [risk for risk, _ in outline.risks]
    assert "There is no way in that is open to everybody." in risks
    assert "Somebody says that they or a child are being harmed." in risks


def test_what_several_methods_do_on_one_day_is_one_step():
    twice = replace(BRIEF, parts=(DROP_IN, replace(DROP_IN, title="Another drop-in")))

    steps = [(moment.label, moment.part) for moment in outline_of(twice).moments]

    assert ("Begin to prepare", "Another drop-in, Drop-in session") in steps
    assert len(steps) == len(set(steps))
