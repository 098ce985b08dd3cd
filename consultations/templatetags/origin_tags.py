"""What pages say about where a consultation comes from. One tag a page."""

from dataclasses import dataclass, field

from django import template
from django.template.defaultfilters import filesizeformat

from consultations import wording
from consultations.models import ConsultationPage, EarlierExercise
from consultations.templatetags.consultation_tags import Fact, at_a_glance, dates_in_words

register = template.Library()


@dataclass(frozen=True)
class ToldBefore:
    """An earlier exercise as `consultations/told_before.html` draws it."""

    title: str
    url: str
    date: str
    datetime: str
    said: list
    came_of_it: str
    page: ConsultationPage | None = None

    @property
    def key(self):
        """By which its outcome is found, if it was held here."""
        return self.page.pk if self.page else None


@dataclass(frozen=True)
class Paper:
    """A background paper as `consultations/papers.html` draws it."""

    title: str
    url: str
    html_id: str
    year: str
    facts: str
    finding: str
    places: list


@dataclass(frozen=True)
class Origins:
    """What a consultation builds on, what took it up since, and the papers behind it."""

    told_before: list = field(default_factory=list)
    taken_up_in: list = field(default_factory=list)
    papers: list = field(default_factory=list)

    @property
    def earlier_pages(self):
        return [told.page for told in self.told_before if told.page]

    @property
    def places(self):
        """Every number or id of a block that a paper says it informed."""
        return [place for paper in self.papers for place in paper.places]


@register.simple_tag
def origins_of(consultation):
    """All of it in five queries. What not everybody may see is named in neither direction."""
    rows = list(consultation.builds_on.all())
    later = EarlierExercise.objects.filter(earlier=consultation.pk or 0)
    later = set(later.values_list("consultation", flat=True))
    earlier = {row.earlier_id for row in rows if row.earlier_id}
    shown = ConsultationPage.objects.live().public().filter(pk__in=earlier | later)
    pages = {page.pk: page for page in shown}
    return Origins(
        told_before=[
            _told(row, pages.get(row.earlier_id))
            for row in rows
            if row.earlier_id is None or row.earlier_id in pages
        ],
        taken_up_in=sorted(
            (page for pk, page in pages.items() if pk in later), key=lambda page: page.opens_at
        ),
        papers=[_paper(row) for row in consultation.evidence.select_related("document")],
    )


def _told(row, page):
    if page is None:
        day = row.held_on
        title, url = row.title, row.link
    else:
        day = wording.last_day(page.closes_at) if page.closes_at else None
        title, url = page.title, page.url
    return ToldBefore(
        title=title,
        url=url,
        date=wording.calendar_day(day) if day else "Still open",
        datetime=day.isoformat() if day else "",
        said=row.said_points,
        came_of_it=row.came_of_it,
        page=page,
    )


def _paper(row):
    day = row.published_on
    facts = [row.who, wording.calendar_day(day) if day else ""]
    url = row.link
    if row.document:
        url = row.document.url
        size = row.document.file_size
        facts += [row.document.file_extension.upper(), filesizeformat(size) if size else ""]
    return Paper(
        title=row.title,
        url=url,
        html_id=row.html_id,
        year=str(day.year) if day else "",
        facts=", ".join(fact for fact in facts if fact),
        finding=row.finding,
        places=row.places,
    )


@dataclass(frozen=True)
class Rest:
    """A paper that a section rests on: where it stands, and which passages it informed."""

    title: str
    url: str
    finding: str
    passages: list


@register.simple_tag
def section_rests_on(section, passages, consultation):
    """The papers that informed this section or a passage of it, in one query."""
    by_place = {}
    for passage in passages:
        by_place[passage.number] = by_place[str(passage.block_id)] = passage
    rests = []
    for paper in consultation.evidence.exclude(informed=""):
        informed = {by_place[place] for place in paper.places if place in by_place}
        if informed or str(section.number) in paper.places:
            url = f"{consultation.url}#{paper.html_id}"
            rests.append(Rest(paper.title, url, paper.finding, sorted(informed, key=_position)))
    return rests


def _position(passage):
    return passage.position


@register.filter
def expected_in_words(consultation):
    """“Expected to open on Monday 4 January” while that is no promise yet."""
    if consultation.live:
        return dates_in_words(consultation)
    return f"Expected to open on {wording.day_in_words(consultation.opens_at)}"


@register.simple_tag
def facts_about(consultation, responses):
    """At a glance, with the parts of the borough it concerns and a way to see who decides."""
    facts = at_a_glance(consultation, responses)
    areas = ", ".join(area.name for area in consultation.areas.all())
    facts.append(Fact("Areas", areas or "All of the borough"))
    maker = consultation.decision_maker
    if maker and maker.link:
        facts.append(Fact("Meetings and decisions", maker.name, maker.link))
    return facts
