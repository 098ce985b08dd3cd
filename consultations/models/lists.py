"""Consultations in lists: where each stands at a moment, worked out by the database.

It says the same as `ConsultationPage.stage_at`, so that a list can be put in order, filtered and
cut into pages without fetching every consultation there ever was.
"""

from datetime import timedelta

from django.db.models import Case, F, IntegerField, Q, Value, When
from django.db.models.functions import Coalesce
from wagtail.models import PageQuerySet

from consultations.enums import Standing
from pages.models.searching import matching_ids, plain_words

CLOSES_SOON = timedelta(days=14)
IN_TIME = (Standing.CLOSING, Standing.OPEN)


class ConsultationQuerySet(PageQuerySet):
    def open_at(self, now):
        return self.filter(Q(opens_at__lte=now), Q(closes_at__isnull=True) | Q(closes_at__gt=now))

    def with_standing(self, now):
        """With `standing`, the part of the list it is in at this moment."""
        steps = [
            (Q(answered_at__lte=now), Standing.ANSWERED),
            (Q(opens_at__gt=now), Standing.PLANNED),
            (Q(closes_at__gt=now, closes_at__lte=now + CLOSES_SOON), Standing.CLOSING),
            (Q(closes_at__isnull=True) | Q(closes_at__gt=now), Standing.OPEN),
            (Q(analysis_signed_off_at__isnull=False), Standing.ANALYSED),
        ]
        return self.annotate(
            standing=Case(
                *(When(condition, then=Value(standing.value)) for condition, standing in steps),
                default=Value(Standing.CLOSED.value),
                output_field=IntegerField(),
            )
        )

    def in_order(self, now):
        """What closes soonest first, then what never closes, what opens next, and the past, newest
        first."""
        return self.with_standing(now).order_by(
            "standing",
            Case(
                When(standing__in=IN_TIME, then=F("closes_at")),
                When(standing=Standing.PLANNED, then=F("opens_at")),
            ).asc(nulls_last=True),
            Coalesce("closes_at", "opens_at").desc(),
            "-pk",
        )

    def concerning(self, areas):
        """Those that name one of these areas, and those that concern the whole borough."""
        named = self.model.areas.through.objects
        return self.filter(
            Q(pk__in=named.filter(area__in=areas).values("consultationpage"))
            | ~Q(pk__in=named.values("consultationpage"))
        )

    def matching(self, words):
        """Those with all of these words in their title, summary or introduction."""
        return self.filter(pk__in=matching_ids(self.model, plain_words(words)))

    def coming(self, now):
        """What is yet to open: published early, or put in the forward plan by an editor."""
        return self.filter(Q(live=True) | Q(show_in_forward_plan=True), opens_at__gt=now).order_by(
            "opens_at", "pk"
        )
