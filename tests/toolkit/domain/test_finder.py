"""Ten written cases, and that whatever the toolkit holds can be found."""

from dataclasses import replace

import pytest

from demo.content.methods import METHODS
from toolkit.domain.finder import Needs, find, judge
from toolkit.domain.methods import Method

SURVEY = Method(
    key=1,
    title="Open survey",
    people_min=50,
    people_max=5000,
    weeks_to_prepare=3,
    weeks_to_run=8,
    staff_days_min=6,
    staff_days_max=15,
    cost=500,
    stands_alone="yes",
    purposes=frozenset({"options", "priorities"}),
    evidence=frozenset({"counts", "reasons"}),
    modes=frozenset({"online", "post"}),
    reaches=frozenset({"shifts", "parents"}),
    misses=frozenset({"offline", "languages"}),
)
VISITS = Method(
    key=2,
    title="Outreach visits",
    people_min=10,
    people_max=60,
    weeks_to_prepare=2,
    weeks_to_run=4,
    cost=200,
    facilitation=2,
    stands_alone="with",
    purposes=frozenset({"experience"}),
    evidence=frozenset({"reasons"}),
    modes=frozenset({"outreach"}),
    reaches=frozenset({"offline", "languages"}),
)
JURY = Method(
    key=3,
    title="Citizens’ jury",
    lowest_level=3,
    highest_level=4,
    people_min=12,
    people_max=50,
    weeks_to_prepare=14,
    weeks_to_run=12,
    staff_days_min=40,
    staff_days_max=90,
    cost=35_000,
    facilitation=3,
    conflict=3,
    purposes=frozenset({"conflict", "options"}),
    evidence=frozenset({"agreement", "reasons"}),
    modes=frozenset({"in-person"}),
)
ALL = (JURY, SURVEY, VISITS)


def titles(findings):
    return [finding.method.title for finding in findings]


def test_without_answers_everything_is_possible_in_the_order_of_the_alphabet():
    findings = find(ALL, Needs())

    assert titles(findings) == ["Citizens’ jury", "Open survey", "Outreach visits"]
    assert {(finding.fits, finding.misfits, finding.barriers) for finding in findings} == {
        ((), (), ())
    }


@pytest.mark.parametrize(("weeks", "is_possible"), [(10, False), (11, True), (12, True)])
def test_a_method_needs_its_weeks_of_preparation_and_of_running(weeks, is_possible):
    finding = judge(SURVEY, Needs(weeks=weeks))

    said = (f"needs 11 weeks, you have {weeks}",)
    assert (finding.is_possible, finding.fits, finding.barriers) == (
        (True, said, ()) if is_possible else (False, (), said)
    )


@pytest.mark.parametrize(("money", "is_possible"), [(499, False), (500, True)])
def test_money_is_a_hard_limit_to_the_pound(money, is_possible):
    assert judge(SURVEY, Needs(money=money)).is_possible is is_possible


def test_the_level_promised_is_a_hard_limit_and_is_named():
    finding = judge(SURVEY, Needs(level=3))

    assert finding.barriers == ("it does not work at level 3, deliberation",)
    assert judge(JURY, Needs(level=4)).fits == ("it can keep a promise of level 4, collaboration",)


def test_what_goes_on_for_a_year_needs_only_its_start():
    panel = replace(SURVEY, weeks_to_prepare=12, weeks_to_run=52)

    assert judge(panel, Needs(weeks=12)).is_possible


def test_whoever_must_be_heard_comes_before_everything_else():
    findings = find(ALL, Needs(audiences=frozenset({"offline", "languages"})))

    assert titles(findings) == ["Outreach visits", "Citizens’ jury", "Open survey"]
    assert findings[0].fits == (
        "hears people who speak little English and people who are not online well",
    )
    assert findings[2].misfits == (
        "often misses people who speak little English and people who are not online",
        "is not known for hearing any of those whom you must hear",
    )


def test_a_method_that_only_tells_hears_nobody():
    sheet = replace(VISITS, evidence=frozenset())

    assert judge(sheet, Needs(audiences=frozenset({"offline"}))).misfits == (
        "is not known for hearing any of those whom you must hear",
    )


def test_counts_for_a_formal_choice_between_options_lead_to_the_survey():
    needs = Needs(purpose="options", evidence=frozenset({"counts"}), is_formal=True)

    first, second, third = find(ALL, needs)

    assert first.method == SURVEY
    assert first.fits == (
        "is good when you want to choose between options",
        "gives counts",
        "can stand alone as a formal consultation",
    )
    assert "cannot be a formal consultation" in second.misfits
    assert third.misfits == (
        "is not made to choose between options",
        "does not give counts",
        "is a formal consultation only together with another method",
    )


def test_a_bitter_quarrel_with_time_and_money_leads_to_the_jury():
    needs = Needs(level=3, purpose="conflict", conflict=3, weeks=30, money=40_000, people=30)

    first, *others = find(ALL, needs)

    assert first.method == JURY
    assert "can bear bitter disagreement" in first.fits
    assert [other.is_possible for other in others] == [False, False]


@pytest.mark.parametrize(
    ("people", "said"),
    [
        (49, "needs at least 50 people, you expect 49"),
        (50, ""),
        (5000, ""),
        (5001, "hears 5,000 people at most, you expect 5,001"),
    ],
)
def test_the_number_of_people_is_a_reason_and_no_limit(people, said):
    finding = judge(SURVEY, Needs(people=people))

    assert finding.is_possible
    assert finding.misfits == ((said,) if said else ())


@pytest.mark.parametrize(("days", "fits"), [(10, False), (11, True)])
def test_staff_and_skill_are_reasons_in_both_directions(days, fits):
    finding = judge(SURVEY, Needs(staff_days=days))
    said = (f"takes about 11 days of staff, you have {days}",)

    assert (finding.fits, finding.misfits) == ((said, ()) if fits else ((), said))
    assert judge(VISITS, Needs(skill=1)).misfits == (
        "asks for practised skill in leading talks, you have some",
    )
    assert judge(VISITS, Needs(skill=2)).misfits == ()


def test_good_uses_here_decide_between_equals():
    findings = find(ALL, Needs(), good_uses={2: 3, 3: 1})

    assert titles(findings) == ["Outreach visits", "Citizens’ jury", "Open survey"]
    assert findings[1].fits == ("it was used here once by people who would do it again",)


def demo_methods():
    for key, each in enumerate(METHODS):
        yield Method(
            key=key,
            title=each.title,
            lowest_level=each.levels[0],
            highest_level=each.levels[1],
            people_min=each.people[0],
            people_max=each.people[1],
            weeks_to_prepare=each.weeks[0],
            weeks_to_run=each.weeks[1],
            staff_days_min=each.days[0],
            staff_days_max=each.days[1],
            cost=each.cost[2],
            facilitation=each.skills[0],
            conflict=each.conflict,
            stands_alone=each.stands_alone,
            purposes=frozenset(each.purposes.split()),
            evidence=frozenset(each.evidence.split()),
            modes=frozenset(each.modes.split()),
            reaches=frozenset(each.reaches.split()),
            misses=frozenset(each.misses.split()),
        )


def answers_for(method):
    """What somebody might say who looks for something like this method."""
    for purpose in method.purposes:
        yield Needs(
            level=method.highest_level,
            purpose=purpose,
            audiences=method.hears,
            evidence=method.evidence,
            weeks=method.weeks,
            money=method.cost,
            people=method.people_min,
        )


def test_every_method_of_the_worked_example_is_first_for_some_answers():
    methods = list(demo_methods())

    never_first = [
        method.title
        for method in methods
        if not any(find(methods, needs)[0].method == method for needs in answers_for(method))
    ]

    assert (len(methods), never_first) == (28, [])
