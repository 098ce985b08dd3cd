"""The check of a draft, for its editors."""

from django import template
from django.urls import reverse

from consultations.drafts.domain.checking.report import report_on
from consultations.drafts.models import DraftPage, SectionPage

register = template.Library()


@register.simple_tag
def draft_check(page):
    """What the check finds in this draft, or in the draft of this section; None while it is new."""
    if not page.pk:
        return None
    draft = page if isinstance(page, DraftPage) else page.draft
    report = report_on(draft)
    is_section = isinstance(page, SectionPage)
    return {
        "draft": draft,
        "report": report,
        "here": report.in_section(page.pk) if is_section else [],
        "is_section": is_section,
    }


@register.simple_tag
def place_url(place, draft):
    """Where a finding can be mended: at its block in the editor, or in the form it is about.

    A published draft is no longer edited, so that the passage itself is shown.
    """
    if place is None:
        return ""
    if place.form:
        return reverse("wagtailsnippets_responses_questionnaire:edit", args=[place.form])
    if not place.page:
        return ""
    if draft.is_frozen:
        anchor = f"#p{place.number.replace('.', '-')}" if place.number else ""
        return reverse("wagtailadmin_pages:view_draft", args=[place.page]) + anchor
    block = f"#block-{place.block}-section" if place.block else ""
    return reverse("wagtailadmin_pages:edit", args=[place.page]) + block
