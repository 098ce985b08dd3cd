"""The home page, the pages of text around it, and what stands above and below every page."""

from urllib.parse import urlsplit

from django.conf import settings
from django.utils.html import format_html_join
from wagtail.models import Site

from consultations.moderation.enums import Reason
from demo.content import pages as words
from pages.models import FooterLink, SiteDetails, StandardPage

AT_THE_FOOT = ("about-the-board", "how-we-check-comments", "privacy", "accessibility")


def load_site(scene):
    home = scene.home
    home.title = words.HOME_TITLE
    home.summary = words.HOME_SUMMARY
    home.introduction = words.HOME_INTRODUCTION
    home.save_revision().publish()
    site = Site.objects.get(is_default_site=True)
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    site.hostname = address.hostname
    site.port = address.port or (443 if address.scheme == "https" else 80)
    site.save()
    SiteDetails.objects.update_or_create(site=site, defaults=words.SITE)


def load_texts(scene):
    checking = words.Text(
        **words.CHECKING, parts=(*words.CHECKING_BEFORE, _reasons(), *words.CHECKING_AFTER)
    )
    for text in (words.BOARD, checking, words.PRIVACY, words.ACCESSIBILITY):
        page = StandardPage(
            slug=text.slug,
            title=text.title,
            summary=text.summary,
            show_in_menus=text.in_menu,
            body=[("text" if part.startswith("<") else "heading", part) for part in text.parts],
            live=False,
        )
        scene.home.add_child(instance=page).save_revision().publish()


def load_footer(scene):
    details = SiteDetails.objects.get(site__is_default_site=True)
    pages = {page.slug: page for page in StandardPage.objects.child_of(scene.home)}
    details.footer_links = [FooterLink(page=pages[slug]) for slug in AT_THE_FOOT]
    details.save()


def _reasons():
    """Every reason the Board's desk offers, so that this page cannot name others."""
    return format_html_join("", "<li>{}</li>", ((reason.label,) for reason in Reason)).join(
        ("<ul>", "</ul>")
    )
