"""A new site's first pages: what every council begins with, made once and theirs to change."""

from urllib.parse import urlsplit

from django.db import transaction
from wagtail.models import Site

from consultations.models import ConsultationIndexPage
from events.models import EventIndexPage
from pages.domain.tree import ensure_home
from pages.models import HomePage
from people.domain.roles import grant_pages_once
from people.enums import Role
from toolkit.models import ToolkitIndexPage

# In the order of the main menu.
INDEXES = (
    (ConsultationIndexPage, "Consultations", "consultations"),
    (EventIndexPage, "Events", "events"),
    (ToolkitIndexPage, "Toolkit", "toolkit"),
)
HTTPS = 443


@transaction.atomic
def start_site(*, title, address):
    """Make the home page and the three below it, where they are missing; returns what was made.

    `address` is the site's public one, such as https://consult.example.org; with it Wagtail knows
    which host the pages answer to. Each list page gives its editors their permissions as it is
    made. What is there already, an administrator's changes included, stays as it is.
    """
    is_new = not HomePage.objects.exists()
    home = ensure_home(title=title)
    made = [home.title] if is_new else []
    if is_new:
        _answer_to(address)
    grant_pages_once(
        page=home,
        role=Role.WEB_ADMINISTRATOR,
        permissions=["add", "change", "publish", "lock", "unlock"],
    )
    for model, name, slug in INDEXES:
        if not model.objects.exists():
            home.add_child(instance=model(title=name, slug=slug, show_in_menus=True))
            home.refresh_from_db()
            made.append(name)
    return made


def _answer_to(address):
    parts = urlsplit(address)
    Site.objects.filter(is_default_site=True).update(
        hostname=parts.hostname,
        port=parts.port or (HTTPS if parts.scheme == "https" else 80),
    )
