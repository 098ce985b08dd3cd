"""The check of a consultation's draft, as it stands in the database at this moment."""

from collections.abc import Iterator

from consultations.domain.readiness import Finding
from consultations.drafts.models import DraftPage, GlossaryTerm

from . import check_text
from .document import Document, of_draft, plain
from .reader import check_reader_of


def known_terms(consultation) -> set[str]:
    """The short forms that the glossary explains, in every way they are written."""
    terms = GlossaryTerm.objects.of(consultation)
    return {word for term in terms for word in (term.term, *term.spellings)}


def newest_draft(consultation) -> DraftPage | None:
    """The draft that is being prepared, or else the one published last."""
    drafts = DraftPage.objects.child_of(consultation)
    return drafts.filter(frozen_at__isnull=True).last() or drafts.order_by("frozen_at").last()


def check_draft(consultation, draft=None, now=None) -> Iterator[Finding]:
    """What the text shows, and what its page leaves open; of the newest draft if none is given."""
    yield from check_reader_now(consultation, draft, now)
    yield from check_words_now(consultation, draft, now)


def check_reader_now(consultation, draft=None, now=None) -> Iterator[Finding]:
    """What its readers still need to know before they can answer. It may block."""
    draft = draft or newest_draft(consultation)
    around = [plain(consultation.introduction)]
    if draft:
        around.append(plain(draft.get_latest_revision_as_object().introduction))
    yield from check_reader_of(consultation, _document(consultation, draft), around=around)


def check_words_now(consultation, draft=None, now=None) -> Iterator[Finding]:
    """What the text itself shows, by the rules of writing. All of it is advice."""
    draft = draft or newest_draft(consultation)
    yield from check_text(_document(consultation, draft), known_terms=known_terms(consultation))


def _document(consultation, draft) -> Document:
    return of_draft(draft) if draft else Document(consultation.title, ())
