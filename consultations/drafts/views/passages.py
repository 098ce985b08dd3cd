from uuid import UUID

from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from consultations.drafts.models import DraftPage, Passage
from consultations.drafts.views.visible import visible_draft


def passage(request, slug, draft_slug, mark):
    """From a passage's own address to its place in its section.

    `mark` is its number, as printed, or the id of its block, which is the same in every version
    that holds the block. Neither ever changes in a published version. An address that was given
    out before the consultation was renamed leads on.
    """
    try:
        draft, _ = visible_draft(request, slug, draft_slug)
    except Http404:
        return redirect(_renamed(request, slug, draft_slug, mark))
    found = (
        Passage.objects.filter(_named(mark), section__in=draft.sections().live())
        .select_related("section")
        .order_by("section__number", "position")
        .first()
    )
    if found is None:
        raise Http404("There is no passage at this address.")
    return redirect(f"{found.section.get_url(request)}#{found.anchor}")


def _named(mark):
    try:
        return Q(block_id=UUID(mark))
    except ValueError:
        return Q(number=mark[:20])


def _renamed(request, slug, draft_slug, mark):
    """Where the passage is now, by what Wagtail noted when an address above it was changed."""
    old_path = Redirect.normalise_path(f"/consultations/{slug}/{draft_slug}/")
    noted = (
        Redirect.get_for_site(Site.find_for_request(request))
        .filter(old_path=old_path, redirect_page__isnull=False)
        .select_related("redirect_page")
        .first()
    )
    page = noted.redirect_page.specific if noted else None
    if not isinstance(page, DraftPage):
        raise Http404("There is no passage at this address.")
    new_slug = page.consultation.slug
    if (new_slug, page.slug) == (slug, draft_slug):
        raise Http404("There is no passage at this address.")
    return reverse("drafts:passage", args=[new_slug, page.slug, mark])
