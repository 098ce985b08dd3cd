"""The ways to answer: the stops of each, in their order, and how far somebody is."""

from dataclasses import dataclass

from django.db.models import Count, Q

from consultations.drafts.models import DraftPage, SectionPage
from consultations.responses.enums import PlaceKind, Way
from consultations.responses.models import DraftComment


@dataclass(frozen=True)
class Stop:
    """One form on somebody's way."""

    kind: PlaceKind
    pk: int
    title: str
    is_said: bool


@dataclass(frozen=True)
class Progress:
    """How much a basket holds: comments, and sections of all those there are to answer."""

    comments: int
    said: int
    sections: int


def draft_to_answer(consultation):
    """The version that takes comments, or None."""
    return DraftPage.objects.live().child_of(consultation).order_by("-frozen_at").first()


def sections_to_answer(draft):
    """Its sections in their order, without front matter."""
    return draft.sections().live().filter(is_front_matter=False) if draft else []


def stops(basket, draft):
    """The forms that this basket's way leads to; none where nothing is answered in turn."""
    if basket is None or draft is None or basket.way not in (Way.CHOOSE, Way.WHOLE):
        return []
    sections = sections_to_answer(draft)
    if basket.way == Way.CHOOSE:
        sections = sections.filter(pk__in=basket.sections)
    said = set(basket.comments.values_list("place", flat=True))
    places = [(PlaceKind.SECTION, section.pk, section.title) for section in sections]
    if basket.way == Way.WHOLE:
        places.append((PlaceKind.DRAFT, draft.pk, draft.title))
    return [Stop(kind, pk, title, f"{kind}:{pk}" in said) for kind, pk, title in places]


def stop_after(stops, kind, pk):
    """The stop that follows this place on the way, or None at its end or beside it."""
    here = [number for number, stop in enumerate(stops, 1) if (stop.kind, stop.pk) == (kind, pk)]
    following = stops[here[0] :] if here else []
    return following[0] if following else None


def progress(basket, draft):
    """Counted in two queries. A comment on a passage is one on its section."""
    counts = DraftComment.objects.filter(basket=basket).aggregate(
        comments=Count("pk"), said=Count("section", distinct=True, filter=Q(draft=draft))
    )
    total = sections_to_answer(draft).count() if draft else 0
    return Progress(counts["comments"], min(counts["said"], total), total)


def known_sections(draft, ids):
    """Those of these ids that are sections of this draft to answer, in their order."""
    if not draft:
        return []
    mine = SectionPage.objects.filter(pk__in=sections_to_answer(draft))
    return list(mine.filter(pk__in=ids).order_by("path").values_list("pk", flat=True))
