"""The knot for a newer version: what became of the words that a response was about."""

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext

from consultations.drafts.domain.lineage import published_versions
from consultations.responses.domain.attaching import ATTACHED, DETACHED, EDITED, with_standing
from consultations.responses.domain.trail import Knot
from consultations.responses.models import Comment


def knots_of(response, comments, now):
    """One, when a version was published after the one that was commented on."""
    placed = [one for one in comments if one.draft_id is not None]
    if response.withdrawn_at is not None or not placed:
        return []
    newest = published_versions(response.consultation).live().last()
    earlier = [one.pk for one in placed if newest and one.draft_id != newest.pk]
    if not earlier:
        return []
    rows = with_standing(Comment.objects.filter(pk__in=earlier), newest).order_by()
    counts = dict(rows.values_list("standing").annotate(n=Count("pk")))
    return [
        Knot(
            "changed",
            "done",
            gettext("The draft changed"),
            _in_words(counts),
            at=newest.first_published_at or newest.frozen_at,
            url=reverse("changes:newest", args=[response.consultation.slug]),
        )
    ]


def _in_words(counts):
    """“The words you commented on were edited.”, or how for each of several comments."""
    if sum(counts.values()) == 1:
        return {
            ATTACHED: gettext("The words you commented on are unchanged."),
            EDITED: gettext("The words you commented on were edited."),
            DETACHED: gettext("The words you commented on were taken out."),
        }[next(iter(counts))]
    said = [
        sentence % counts[standing]
        for standing, sentence in (
            (ATTACHED, gettext("unchanged for %d of your comments")),
            (EDITED, gettext("edited for %d of your comments")),
            (DETACHED, gettext("taken out for %d of your comments")),
        )
        if standing in counts
    ]
    return gettext("The words you commented on are %s.") % ", ".join(said)
