"""The top of the page tree, made once."""

from django.db import transaction
from wagtail.models import Locale, Page, Site

from pages.models import HomePage


@transaction.atomic
def ensure_home(*, title="Sounding Board"):
    """The home page of the default site; made, with the tree's root, where there is none yet.

    Wagtail's migrations leave a page that says "Welcome" as the home; it gives way to ours.
    """
    home = HomePage.objects.order_by("pk").first()
    if home is not None:
        return home
    locale, _ = Locale.objects.get_or_create(language_code="en-gb")
    root = Page.get_first_root_node() or Page.add_root(
        instance=Page(title="Root", slug="root", locale=locale)
    )
    root.get_children().filter(slug="home").update(slug="welcome")
    home = root.add_child(instance=HomePage(title=title, slug="home", locale=locale))
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "root_page": home, "site_name": title},
    )
    Page.objects.filter(slug="welcome", depth=2).exclude(pk=home.pk).delete()
    return HomePage.objects.get(pk=home.pk)
