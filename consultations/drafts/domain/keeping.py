"""Whether a page holds a published version, which stays for good."""

from consultations.drafts.models import DraftPage


def holds_frozen_draft(page):
    """Whether this page is, or has below it, a draft that has been published."""
    return (
        DraftPage.objects.descendant_of(page, inclusive=True)
        .filter(frozen_at__isnull=False)
        .exists()
    )
