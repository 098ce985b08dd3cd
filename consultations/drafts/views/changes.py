"""What changed between two versions, for everybody to read."""

from django.http import Http404
from django.shortcuts import render

from consultations.drafts.domain.comparing import compare
from consultations.drafts.domain.lineage import published_versions
from consultations.views import visible_consultation
from pages.caching import keep


def changes(request, slug, older="", newer="", everything=False):
    """The newest version against the one before it, or any two, the older one first."""
    consultation = visible_consultation(request, slug)
    versions = list(published_versions(consultation).live())
    old, new = _chosen(versions, older, newer)
    keep(request, until=consultation.boundaries())
    return render(
        request,
        "drafts/changes.html",
        {
            "consultation": consultation,
            "versions": versions,
            "older": old,
            "newer": new,
            "comparison": compare(old, new) if new else None,
            "everything": everything,
            "pairs": _pairs(versions),
        },
    )


def _chosen(versions, older, newer):
    if not older:
        return (versions[-2], versions[-1]) if len(versions) > 1 else (None, None)
    by_slug = {version.slug: version for version in versions}
    if older not in by_slug or newer not in by_slug:
        raise Http404("There is no such version.")
    old, new = by_slug[older], by_slug[newer]
    if versions.index(old) >= versions.index(new):
        raise Http404("The older version comes first.")
    return old, new


def _pairs(versions):
    """Every two versions, neighbours first, the newest at the top."""
    pairs = [(a, b) for n, b in enumerate(versions) for a in versions[:n]]
    places = {version.pk: place for place, version in enumerate(versions)}
    return sorted(
        pairs, key=lambda two: (-places[two[1].pk], places[two[1].pk] - places[two[0].pk])
    )
