"""The check of a consultation's draft, as it stands in the database at this moment."""

from collections.abc import Callable, Collection, Iterator

from consultations.domain.readiness import Finding
from consultations.drafts.models import DraftPage

from . import check_text
from .document import Document, of_draft, plain
from .reader import check_reader_of

TermsOf = Callable[..., Collection[str]]
_terms: list[TermsOf] = []


def register_known_terms(terms_of: TermsOf) -> TermsOf:
    """Have `terms_of(consultation)` asked for short forms that a glossary explains."""
    if terms_of not in _terms:
        _terms.append(terms_of)
    return terms_of


def known_terms(consultation) -> frozenset[str]:
    return frozenset(term for terms_of in _terms for term in terms_of(consultation))


def newest_draft(consultation) -> DraftPage | None:
    """The draft that is being prepared, or else the one published last."""
    drafts = DraftPage.objects.child_of(consultation)
    return drafts.filter(frozen_at__isnull=True).last() or drafts.order_by("frozen_at").last()


def check_draft(consultation, draft=None, now=None) -> Iterator[Finding]:
    """What the text shows, and what its page leaves open; of the newest draft if none is given."""
    draft = draft or newest_draft(consultation)
    document = of_draft(draft) if draft else Document(consultation.title, ())
    around = [plain(consultation.introduction)]
    if draft:
        around.append(plain(draft.get_latest_revision_as_object().introduction))
    yield from check_reader_of(consultation, document, around=around)
    yield from check_text(document, known_terms=known_terms(consultation))
