"""One tag a page: what that page needs of the analysis, in a fixed number of queries."""

from django import template
from django.utils import timezone

from consultations.analysis.domain import results, voices
from consultations.domain.stages import comments_are_public, figures_are_public
from pages.caching import shorten

register = template.Library()

NEWEST = 20


@register.simple_tag
def section_voices(section, consultation):
    """Counts by passage, and the newest comments of a section, as far as they are public."""
    if not comments_are_public(consultation, now=timezone.now()):
        return {"counts": {}, "newest": [], "total": 0}
    counts = results.shown_by_passage([section.pk])
    published = voices.published_comments(consultation).filter(section=section)
    newest = voices.voices(published[: NEWEST + 1])
    return {"counts": counts, "newest": newest[:NEWEST], "more": len(newest) > NEWEST}


@register.simple_tag
def first_said(shown):
    """Where the first of these comments on each passage stands on its page, by passage."""
    return {
        voice.passage_id: f"#comment-{voice.comment_id}"
        for voice in reversed(shown)
        if voice.passage_id
    }


@register.simple_tag
def draft_counts(sections, consultation):
    """Published comments by passage for a whole draft, in one query."""
    if not comments_are_public(consultation, now=timezone.now()):
        return {}
    return results.shown_by_passage([section.pk for section in sections])


@register.simple_tag(takes_context=True)
def consultation_figures(context, consultation):
    """How many responses there are, and whether more than that may be shown yet.

    A send does not empty the page cache, so the number may be a minute old.
    """
    now = timezone.now()
    shorten(context["request"], seconds=60)
    return {
        "responses": results.response_count(consultation),
        "figures_are_public": figures_are_public(consultation, now=now),
        "comments_are_public": comments_are_public(consultation, now=now),
    }


@register.filter
def get(mapping, key):
    """The value of a key that is only known in the template; empty when there is none."""
    return mapping.get(key, "")
