"""The names of the agreement and the Board, in what editors wrote and in the titles of pages."""

from django.db import transaction

from pages.models import SiteDetails
from toolkit.models import CompactPage, DisputePage, ToolkitWords


def names_at(site):
    """Every name that a text may leave to be filled in: `{compact}`, `{board}` and so on."""
    details = SiteDetails.objects.filter(site=site).first() or SiteDetails()
    return ToolkitWords.for_site(site).names() | {"council": details.council_name}


def fill(text, names):
    """A text with its names; a brace that names nothing of ours stays as it was written."""
    for name, word in names.items():
        text = text.replace(f"{{{name}}}", word)
    return text


@transaction.atomic
def retitle(*, words):
    """Give the pages that carry a name in their title the new one, drafts of them included."""
    home = words.site.root_page
    for kind in (CompactPage, DisputePage):
        title = kind.title_from(words)
        for page in kind.objects.descendant_of(home).exclude(title=title):
            page.title = page.draft_title = title
            page.save(update_fields=["title", "draft_title"], clean=False)
