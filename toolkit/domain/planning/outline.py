"""A plan in full: when, what it costs, who does what by when, for whom it is made easy, what could
go wrong. A pure function of the brief."""

from dataclasses import dataclass
from datetime import date

from calendars.working_days import add_working_days, is_working_day, working_day_from
from toolkit.domain.planning.brief import Brief
from toolkit.domain.planning.timeline import (
    CLEAR_DAYS,
    Moment,
    Timeline,
    earliest_decision,
    timeline_of,
)
from toolkit.enums import Audience, SetUpAs

RESERVE = 10  # per cent
ACCESS = (
    "Every place is step-free, has an accessible toilet and lies near a bus stop.",
    "Everything is to be had in large print, as Easy Read, on paper and by telephone.",
    "A hearing loop works, and interpreters can be asked for until ten working days before.",
    "People say what they need when they book, and are told that it is there.",
    "Travel and care are paid on the day.",
    "Nothing falls on a festival of those whom it must hear.",
)
ACCESS_FOR = {
    Audience.YOUNG: "Young people are asked where they are, after school, with a known adult near.",
    Audience.OLDER: "Something happens in daylight, with seats and without a form to fill in.",
    Audience.DISABLED: "A disabled people’s group has tried the place and the form beforehand.",
    Audience.DEAF: "A film in British Sign Language explains it, and interpreters are booked.",
    Audience.LEARNING: "An Easy Read version was checked by people with a learning disability.",
    Audience.CARERS: "Carers can take part from home, and a sitter is paid for.",
    Audience.PARENTS: "Children are welcome, and there is something for them to do.",
    Audience.SHIFTS: "Something happens in the evening and something at the weekend.",
    Audience.NO_CAR: "Something happens in each part of the borough, within a walk or a bus ride.",
    Audience.TRAVELLERS: "A visit is arranged through somebody the families trust.",
    Audience.FAITH: "Places of worship are asked, and their days and hours are kept free.",
    Audience.LANGUAGES: "The summary is translated, and interpreters come to visits.",
    Audience.OFFLINE: "Paper forms lie in libraries and surgeries, with freepost envelopes.",
    Audience.BUSINESSES: "Something happens before eight in the morning, and takes half an hour.",
    Audience.SMALL_GROUPS: "Papers are out a month before, so that committees can meet on them.",
    Audience.COMMISSIONERS: "Those who buy services take part as people who listen, not as judges.",
}


@dataclass(frozen=True)
class Outline:
    brief: Brief
    timeline: Timeline
    moments: tuple[Moment, ...]
    budget: tuple[tuple[str, int], ...]
    total: int
    staff_days: int
    tasks: tuple[Moment, ...]
    access: tuple[str, ...]
    risks: tuple[tuple[str, str], ...]
    days_late: int
    earliest_decision: date | None

    @property
    def money_left(self):
        return None if self.brief.money is None else self.brief.money - self.total

    @property
    def staff_days_left(self):
        return None if self.brief.staff_days is None else self.brief.staff_days - self.staff_days


def outline_of(brief: Brief) -> Outline:
    timeline = timeline_of(brief)
    budget = _budget(brief)
    late = timeline.days_late(brief.begins_on)
    return Outline(
        brief=brief,
        timeline=timeline,
        moments=_moments(timeline),
        budget=budget,
        total=sum(pounds for _, pounds in budget),
        staff_days=sum(part.staff_days for part in brief.parts),
        tasks=_tasks(timeline),
        access=_access(brief),
        risks=_risks(brief, timeline),
        days_late=late,
        earliest_decision=earliest_decision(brief) if late else None,
    )


def _moments(timeline):
    moments = [
        Moment(timeline.opens_on, "It opens"),
        Moment(timeline.closes_on, "Last day to take part"),
        Moment(timeline.report_on, "The report of what people said is agreed"),
        Moment(timeline.papers_on, f"Papers go out, {CLEAR_DAYS} clear days before the decision"),
        Moment(timeline.decision_on, "The decision"),
        Moment(timeline.told_by, "Everybody who took part has been told what was decided, and why"),
    ]
    for span in timeline.spans:
        moments.append(Moment(span.prepared_from, "Begin to prepare", span.part.title))
        if span.first != timeline.opens_on:
            moments.append(Moment(span.first, "First day", span.part.title))
        if span.first != span.last != timeline.closes_on:
            moments.append(Moment(span.last, "Last day", span.part.title))
    return tuple(_together(moments))


def _together(moments):
    """In their order; what several methods do on the same day becomes one step of all of them."""
    parts = {}
    for moment in sorted(moments, key=lambda moment: (moment.on, bool(moment.part), moment.part)):
        parts.setdefault((moment.on, moment.label), []).append(moment.part)
    return [Moment(on, label, ", ".join(titles)) for (on, label), titles in parts.items()]


def _budget(brief):
    lines = [(part.title, part.cost) for part in brief.parts]
    spent = sum(pounds for _, pounds in lines)
    reserve = -(-spent * RESERVE // 100 // 10) * 10
    return (*lines, (f"Interpreters, care and what was not foreseen ({RESERVE} %)", reserve))


def _tasks(timeline):
    begins = timeline.work_begins_on
    halfway = timeline.opens_on + (timeline.closes_on - timeline.opens_on) / 2
    tasks = [
        Moment(begins, "Name who leads, who reads what people say, and who decides."),
        Moment(
            add_working_days(timeline.opens_on, -10),
            "Screen for equality; write down what can change, what is fixed and what is decided.",
        ),
        Moment(
            add_working_days(timeline.opens_on, -5),
            "Check every page and place against the access list below.",
        ),
        Moment(
            halfway if is_working_day(halfway) else working_day_from(halfway),
            "Compare who has answered with who lives here, and go to those who are missing.",
        ),
        Moment(add_working_days(timeline.closes_on, 1), "Thank everybody, and say when they hear."),
        Moment(
            timeline.report_on, "Give each finding its evidence, and have a second person agree."
        ),
        Moment(
            timeline.told_by, "Show what changed because of what people said, and what did not."
        ),
    ]
    for span in timeline.spans:
        ready_by = max(span.prepared_from, add_working_days(span.first, -5))
        tasks += [Moment(ready_by, check, span.part.title) for check in span.part.checklist]
    return tuple(sorted(tasks, key=lambda task: (task.on, task.part)))


def _access(brief):
    asked = [ACCESS_FOR[audience] for audience in Audience if audience in brief.audiences]
    made = [f"{part.title}: {part.adjustment}" for part in brief.parts if part.adjustment]
    return (*ACCESS, *asked, *made)


def _made_up_for(timeline):
    """What is done about holidays: a day of rest for some adds no working days for all."""
    if not timeline.days_added:
        return "Plan nothing on those days, and say early when everything else is."
    days = "one working day" if timeline.days_added == 1 else f"{timeline.days_added} working days"
    return f"It opens {days} earlier for that."


def _risks(brief, timeline):
    risks = []
    if timeline.holidays:
        names = ", ".join(dict.fromkeys(timeline.holidays))
        risks.append((f"People are away while it is open: {names}.", _made_up_for(timeline)))
    if any(part.needs_safeguarding for part in brief.parts):
        risks.append(
            (
                "Somebody says that they or a child are being harmed.",
                "Agree with the safeguarding lead beforehand who is called, and tell people.",
            )
        )
    if not any(part.set_up_as == SetUpAs.DRAFT for part in brief.parts):
        risks.append(
            (
                "There is no way in that is open to everybody.",
                "Add a form or a draft to comment on, or call it a conversation.",
            )
        )
    risks += [risk for part in brief.parts for risk in part.risks]
    return tuple(dict.fromkeys(risks))
