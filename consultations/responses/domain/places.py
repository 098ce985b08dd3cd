"""Finding what a comment is about, among what the public may see."""

from dataclasses import dataclass

from consultations.drafts.domain.lineage import published_versions
from consultations.drafts.models import DraftPage, Passage, SectionPage
from consultations.models import ConsultationPage
from consultations.responses.enums import PlaceKind


@dataclass(frozen=True)
class Place:
    """One place with the wider ones it lies in."""

    consultation: ConsultationPage
    draft: DraftPage | None = None
    section: SectionPage | None = None
    passage: Passage | None = None

    @property
    def kind(self):
        for kind in (PlaceKind.PASSAGE, PlaceKind.SECTION, PlaceKind.DRAFT):
            if getattr(self, kind):
                return kind
        return PlaceKind.CONSULTATION

    @property
    def thing(self):
        return getattr(self, self.kind)

    @property
    def key(self):
        return f"{self.kind}:{self.thing.pk}"

    @property
    def quoted_text(self):
        return self.passage.text if self.passage else ""

    @property
    def columns(self):
        return {
            "consultation": self.consultation,
            "draft": self.draft,
            "section": self.section,
            "passage": self.passage,
        }


class PlaceGone(Exception):
    """Nothing public is at this place: a wrong number, or a page that was taken down."""


class OlderVersion(PlaceGone):
    """A newer version has been published, and comments are taken on that one."""

    def __init__(self, newest):
        super().__init__()
        self.newest = newest


def find_place(*, consultation, kind, pk):
    """The place of this kind and id inside this consultation. Raises PlaceGone.

    The path of the tree is compared, so that an id of another consultation finds nothing.
    """
    if kind == PlaceKind.CONSULTATION:
        return Place(consultation)
    if not 0 < pk < 2**63:
        raise PlaceGone
    if kind == PlaceKind.DRAFT:
        draft = _public(DraftPage, consultation, pk)
        _refuse_older(consultation, draft)
        return Place(consultation, draft)
    passage = None
    if kind == PlaceKind.PASSAGE:
        passage = Passage.objects.filter(pk=pk).first()
        if passage is None:
            raise PlaceGone
        pk = passage.section_id
    section = _public(SectionPage, consultation, pk)
    draft = DraftPage.objects.live().parent_of(section).first()
    if draft is None:
        raise PlaceGone
    _refuse_older(consultation, draft)
    return Place(consultation, draft, section, passage)


def _refuse_older(consultation, draft):
    """Only the newest published version takes comments. Raises OlderVersion."""
    newest = published_versions(consultation).live().last()
    if newest is not None and newest.pk != draft.pk:
        raise OlderVersion(newest)


def _public(model, consultation, pk):
    page = model.objects.live().descendant_of(consultation).filter(pk=pk).first()
    if page is None:
        raise PlaceGone
    return page
