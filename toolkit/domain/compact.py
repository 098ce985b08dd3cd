"""What the pages of the agreement put together: codes, sides, champions, related pages."""

from dataclasses import dataclass
from itertools import groupby

from wagtail.models import Page

from toolkit.domain.citing import Citations, citations
from toolkit.enums import Side
from toolkit.models import (
    Champion,
    CompactCodePage,
    CompactPage,
    DisputePage,
    MethodPage,
    PrinciplesPage,
    RelatedPage,
)


@dataclass(frozen=True)
class CitedCode:
    page: CompactCodePage
    citations: Citations


@dataclass(frozen=True)
class SideOfCode:
    side: Side
    texts: tuple


@dataclass(frozen=True)
class Directorate:
    name: str
    champions: tuple


@dataclass(frozen=True)
class Related:
    methods: tuple
    others: tuple


def codes_of(agreement):
    """The public codes in the order of the tree, each with who cites it."""
    pages = list(CompactCodePage.objects.child_of(agreement).live().public().order_by("path"))
    cited = citations(pages)
    return [CitedCode(page, cited[page.pk]) for page in pages]


def sides_of(code):
    """What each side undertakes; a side that undertakes nothing is left out."""
    undertakings = list(code.undertakings.all())
    found = [
        SideOfCode(side, tuple(each.text for each in undertakings if each.side == side))
        for side in Side
    ]
    return [side for side in found if side.texts]


def related_to(code):
    """Related pages that everybody may read, in the order an editor gave them."""
    rows = RelatedPage.objects.filter(code=code, page__in=Page.objects.live().public())
    order = {pk: place for place, pk in enumerate(rows.values_list("page", flat=True))}
    pages = sorted(Page.objects.filter(pk__in=order).specific(), key=lambda page: order[page.pk])
    return Related(
        methods=tuple(page for page in pages if isinstance(page, MethodPage)),
        others=tuple(page for page in pages if not isinstance(page, MethodPage)),
    )


def directorates():
    listed = Champion.objects.filter(is_active=True)
    return [
        Directorate(name, tuple(champions))
        for name, champions in groupby(listed, key=lambda champion: champion.directorate)
    ]


def beside_methods(index):
    """What the toolkit holds besides its methods, in the order of the tree."""
    others = Page.objects.child_of(index).type(CompactPage, PrinciplesPage)
    return others.live().public().order_by("path")


def procedure():
    """The public dispute procedure, or None."""
    return DisputePage.objects.live().public().first()
