"""One tag a page: what that page needs of the analysis, in a fixed number of queries."""

from django import template
from django.utils import timezone

from consultations.analysis.domain import results, voices
from consultations.domain.stages import comments_are_public, figures_are_public
from consultations.responses.domain.answers import AFFECTED
from pages.caching import shorten

register = template.Library()

NEWEST = 20
PLACES = ("First", "Second", "Third", "Fourth", "Fifth")
NUMBER_FITS = 9  # per cent of a bar, at 320 px


@register.simple_tag
def section_voices(section, consultation, sections=()):
    """Counts by passage, and the newest comments of a section, as far as they are public.

    `sections` are its draft's as they are read, which know whether there was an earlier version.
    """
    is_new = section.pk is None  # in an editor's preview
    if is_new or not comments_are_public(consultation, now=timezone.now()):
        return {"counts": {}, "newest": [], "more": False}
    draft = section.draft
    is_first = any(getattr(one, "first_version", None) == draft.pk for one in sections)
    counts = results.shown_by_passage([section.pk], draft=draft, is_only=_is_only(draft, sections))
    published = voices.comments_beside(section, consultation, has_earlier=not is_first)
    newest = voices.voices(published[: NEWEST + 1], newest=draft)
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
def draft_counts(draft, sections, consultation):
    """Published comments by passage for a whole draft, in two queries at most."""
    if not comments_are_public(consultation, now=timezone.now()):
        return {}
    return results.shown_by_passage(
        [section.pk for section in sections], draft=draft, is_only=_is_only(draft, sections)
    )


def _is_only(draft, sections):
    """Whether no other version may be read, as its sections know (`DraftPage.sections_to_read`)."""
    return any(
        getattr(one, "first_version", None) == one.newest_version == draft.pk
        for one in sections
        if hasattr(one, "newest_version")
    )


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


@register.simple_tag
def stance_figure(section_results):
    """How sections were received, as `components/stance_bars.html` draws it with its table."""
    given = [result for result in section_results if result.base]
    views = [share.stance for share in given[0].shares] if given else []
    return {
        "key": [stance.label for stance in views],
        "rows": [_bar(result) for result in given],
        "columns": ["Section", *(stance.label for stance in views), "Views", "No view"],
        "table": [
            [
                _section_name(result.section),
                *(share.count for share in result.shares),
                result.base,
                result.no_view,
            ]
            for result in given
        ],
    }


@register.simple_tag
def option_tables(question_results):
    """Each question's counts as `components/data_table.html` draws them, with their base."""
    return [table for result in question_results for table in _tables(result)]


def _tables(result):
    caption = f"{result.label} ({result.section})" if result.section else result.label
    note = f"{result.base} {'comment answers' if result.base == 1 else 'comments answer'} this."
    if result.several:
        note += " Each may choose several, so the numbers add up to more."
    if result.versions[0] != result.versions[1]:
        note += f" Versions {result.versions[0]} to {result.versions[1]} of the form together."
    elif result.versions[0] > 1:
        note += f" As asked in version {result.versions[0]} of the form."
    yield {"caption": caption, "note": note, **_counts(result)}
    if any(option.count for option in result.affected):
        yield {
            "caption": f"{AFFECTED} {caption}",
            "note": "Named by those who answered yes. Each may name several.",
            "columns": ["People", "Named"],
            "rows": [[option.label, option.count] for option in result.affected],
        }


def _counts(result):
    if result.rows:
        columns = ["", *result.columns]
        return {"columns": columns, "rows": [[label, *counts] for label, counts in result.rows]}
    if any(sum(option.ranks) for option in result.options):
        places = PLACES[: len(result.options[0].ranks)]
        ranked = sorted(result.options, key=lambda option: -option.points)
        return {
            "columns": ["Answer", "Chosen", *places, "Points"],
            "rows": [[o.label, o.count, *o.ranks, o.points] for o in ranked],
        }
    return {
        "columns": ["Answer", "Chosen"],
        "rows": [[option.label, option.count] for option in result.options],
    }


def _bar(result):
    parts, start = [], 0.0
    for share in result.shares:
        parts.append(
            {
                "x": f"{start:.2f}",
                "width": f"{share.percent:.2f}",
                "middle": f"{start + share.percent / 2:.2f}",
                "count": share.count,
                "is_wide": share.percent >= NUMBER_FITS,
            }
        )
        start += share.percent
    counts = [share.count for share in result.shares]
    ends = [f"{sum(counts[3:])} disagree"]
    if result.no_view:
        ends.append(f"{result.no_view} no view")
    return {
        "label": _section_name(result.section),
        "parts": parts,
        "left": f"{sum(counts[:2])} of {result.base} agree",
        "right": ", ".join(ends),
    }


def _section_name(section):
    if section is None:
        return "The consultation as a whole"
    return f"{section.number}. {section.title}" if section.number else section.title


@register.simple_tag(takes_context=True)
def response_counts(context, consultations):
    """How many responses each of these has, for a list, in one query; perhaps a minute old."""
    shorten(context["request"], seconds=60)
    return results.response_counts(consultations)


@register.filter
def get(mapping, key):
    """The value of a key that is only known in the template; empty when there is none."""
    return mapping.get(key, "") if mapping else ""
