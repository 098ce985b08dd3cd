"""The Board's principles by stage, and what a consultation can show for each."""

from dataclasses import dataclass

from wagtail.models import Page

from toolkit.enums import Kept, PrincipleStage
from toolkit.models import Principle, PrincipleEntry, PrincipleRecord


@dataclass(frozen=True)
class Account:
    """One principle with its entry, or None where nothing is recorded."""

    principle: Principle
    entry: PrincipleEntry | None = None

    @property
    def kept(self):
        return Kept(self.entry.kept) if self.entry else Kept.OPEN


@dataclass(frozen=True)
class StageAccount:
    stage: PrincipleStage
    accounts: tuple


def by_stage(record=None):
    """Every principle under its stage, none left out, whether the record speaks of it or not."""
    entries = {entry.principle_id: entry for entry in record.entries.all()} if record else {}
    principles = list(Principle.objects.all())
    return [
        StageAccount(
            stage,
            tuple(
                Account(principle, entries.get(principle.pk))
                for principle in principles
                if principle.stage == stage
            ),
        )
        for stage in PrincipleStage
    ]


def public_records():
    """The records everybody may read, of consultations everybody may read, newest first."""
    readable = Page.objects.live().public()
    return (
        PrincipleRecord.objects.filter(is_public=True, consultation__in=readable)
        .select_related("consultation")
        .order_by("-consultation__first_published_at", "-pk")
    )


def is_public(page):
    """Whether this page, which is being read, has a record to lead to."""
    return PrincipleRecord.objects.filter(is_public=True, consultation=page.pk).exists()


def tally(stages):
    """How many principles were kept, in part, not, and are not known yet: they add up to all."""
    kept = [account.kept for stage in stages for account in stage.accounts]
    return {state: kept.count(state) for state in Kept}
