"""What pages say about a consultation: how it stands, what it promises, what happens when."""

from dataclasses import dataclass

from django import template
from django.utils import timezone

from consultations import wording
from consultations.domain.stages import comments_are_public
from consultations.enums import Level, PublicationMode, Stage
from consultations.models import ConsultationPage
from consultations.templatetags.steps import Step, steps
from pages.caching import keep
from pages.navigation import Crumb, crumb, crumbs_above

register = template.Library()
register.filter(wording.calendar_day)
register.filter(wording.day_in_words)
register.filter(wording.moment_in_words)
register.filter(wording.closing_in_words)

SHOWN = {
    PublicationMode.DURING: "Comments are shown as they come in, once the Board has read them.",
    PublicationMode.AFTER_CLOSE: "Comments are shown after closing, once the Board has read them.",
    PublicationMode.NEVER: "Every comment is read and counted. None is shown.",
}


@dataclass(frozen=True)
class Tag:
    label: str
    state: str


@dataclass(frozen=True)
class Fact:
    name: str
    value: str
    url: str = ""


@dataclass(frozen=True)
class PromiseRow:
    name: str
    value: str = ""
    points: tuple = ()
    kind: str = ""


@register.simple_tag
def crumbs(page, *more):
    """The way from the home page to this page; `more` are the steps below it, without addresses."""
    above = crumbs_above(page) if more else [crumb(parent) for parent in _parents(page)]
    return [*above, crumb(page), *(Crumb(title, "") for title in more)]


def _parents(page):
    """A page that was found by its address knows its parents, without a query."""
    parents = []
    while page.depth > 2:
        page = page.get_parent()
        parents.insert(0, page)
    return parents


@register.simple_tag(takes_context=True)
def consultations_now(context):
    """Everything for the home page in one list, by stage: open, planned, answered.

    A kept page that shows them is forgotten when the first of them opens or closes.
    """
    now = timezone.now()
    pages = list(ConsultationPage.objects.live().public().in_order(now))
    request = context.get("request")
    if hasattr(request, "kept_until"):
        boundaries = [moment for page in pages for moment in page.boundaries()]
        keep(request, until=boundaries)
    by_stage = {stage.value: [] for stage in Stage}
    for page in pages:
        by_stage[page.stage_at(now)].append(page)
    return by_stage


@register.simple_tag
def stage_tag(consultation):
    """How it stands, as a tag. One that never closes is open in another way."""
    stage = consultation.stage
    if stage == Stage.OPEN:
        is_standing = consultation.closes_at is None
        return Tag("Always open", "soon") if is_standing else Tag("Open now", "now")
    return Tag(stage.label, {Stage.PLANNED: "promised", Stage.ANSWERED: "done"}.get(stage, ""))


@register.filter
def dates_in_words(consultation):
    """“Closes at 11:59pm on Sunday 26 September”, or what else is next or last."""
    stage = consultation.stage
    if stage == Stage.PLANNED:
        return f"Opens {_at(wording.opening_in_words(consultation.opens_at))}"
    if stage == Stage.ANSWERED:
        return f"Answered on {wording.day_in_words(consultation.answered_at)}"
    if stage != Stage.OPEN:
        return f"Closed on {wording.day_in_words(wording.last_day(consultation.closes_at))}"
    if consultation.closes_at is None:
        return "No closing date"
    return f"Closes at {wording.closing_in_words(consultation.closes_at)}"


@register.filter
def beside_tag(consultation):
    """The same where the stage's tag stands before it and has said the word already."""
    if consultation.stage == Stage.ANSWERED:
        return wording.day_in_words(consultation.answered_at)
    return dates_in_words(consultation)


def _at(words):
    return f"at {words}" if words[0].isdigit() or words.startswith("midday") else f"on {words}"


@register.simple_tag
def promise_rows(consultation):
    """Who decides, what can change and what cannot; `promise_tags` knows what is due when."""
    rows = [
        PromiseRow("Who decides", str(consultation.decision_maker or "")),
        PromiseRow("Open to change", points=tuple(consultation.open_points), kind="open"),
        PromiseRow("Fixed", points=tuple(consultation.fixed_points), kind="fixed"),
        PromiseRow("Already decided", points=tuple(consultation.decided_points), kind="decided"),
        PromiseRow("How far it goes", _level(consultation)),
        PromiseRow("What is shown", SHOWN[consultation.publication_mode]),
    ]
    return [row for row in rows if row.value or row.points]


def _level(consultation):
    level = Level(consultation.level)
    return f"{level.label}: level {level.value} of {len(Level)} in the Board’s Principles"


@register.simple_tag
def stage_thread(consultation, outcome=None):
    """The golden thread of a consultation: what has happened, what is now, what is promised."""
    return steps(consultation, now=timezone.now(), outcome_url=outcome.url if outcome else "")


@register.simple_tag
def sent_thread(consultation, received_at):
    """What happens to one response from the moment it was received."""
    received = Step(
        "done",
        "We have your response",
        wording.moment_in_words(received_at),
        received_at.isoformat(),
        "It is counted from this moment.",
    )
    ahead = [step for step in steps(consultation, now=timezone.now()) if step.state != "done"]
    return [received, *(step for step in ahead if step.key != "open")]


@register.simple_tag
def why_nothing_is_shown(consultation):
    """Why a page shows no comment: its mode, the clock, or that nobody's has been checked yet."""
    if comments_are_public(consultation, now=timezone.now()):
        return "No comment is shown here yet."
    if consultation.publication_mode == PublicationMode.NEVER:
        return "Comments on this consultation are read and counted. They are not shown here."
    if consultation.stage == Stage.PLANNED:
        return "It has not opened yet."
    if consultation.closes_at is None:
        return "Comments are read and counted as they arrive. They are not shown while it is open."
    words = wording.closing_in_words(consultation.closes_at)
    return f"Comments are shown here after it closes at {words}, once the Board has read them."


@register.simple_tag
def at_a_glance(consultation, responses):
    """The facts beside a consultation. `responses` is how many there are."""
    stage = consultation.stage
    facts = [Fact(consultation.get_scale_display(), dates_in_words(consultation))]
    if stage == Stage.OPEN:
        facts.append(Fact("Responses so far", f"{responses:,}"))
        facts.append(Fact("Who can answer", "Anyone, for themselves or for a group"))
    elif stage != Stage.PLANNED:
        facts.append(Fact("Responses", f"{responses:,}"))
    return facts


@register.simple_tag
def why_no_figures(consultation):
    """Why figures beyond the number of responses are not shown, and when they will be."""
    if consultation.stage == Stage.PLANNED:
        return "It has not opened yet."
    if consultation.closes_at is None:
        return "Only the number of responses is shown while it is open."
    words = wording.closing_in_words(consultation.closes_at)
    return (
        "Only the number of responses is shown while it is open, so that nobody is led by others. "
        f"Figures are shown after it closes at {words}."
    )
