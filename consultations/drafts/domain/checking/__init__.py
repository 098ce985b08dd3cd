"""The check of a draft before it is put to the public: pure functions over plain text."""

from collections.abc import Collection

from consultations.domain.readiness import Finding, in_order

from .acronyms import check_acronyms
from .contents import check_contents
from .counts import check_counts
from .document import Document
from .links import check_links
from .reader import check_reader
from .wording import check_wording

__all__ = ["check_alone", "check_text"]


def check_text(document: Document, *, known_terms: Collection[str] = ()) -> list[Finding]:
    """What can be seen in the text itself, wherever it stands."""
    return in_order(
        [
            *check_contents(document),
            *check_acronyms(document, known_terms),
            *check_counts(document),
            *check_links(document),
            *check_wording(document),
        ]
    )


def check_alone(document: Document, *, known_terms: Collection[str] = ()) -> list[Finding]:
    """The same for a text that has no consultation page around it, such as a file."""
    return in_order([*check_reader(document), *check_text(document, known_terms=known_terms)])
