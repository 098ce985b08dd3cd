"""Saving a plan, and finding it by its code."""

import hashlib
import secrets
from base64 import b32encode
from dataclasses import asdict

from django.db import transaction

from records.domain.log import record
from toolkit.domain.planning.brief import Brief
from toolkit.models import EngagementPlan, MethodPage, PlannedMethod


class AlreadySetUp(Exception):
    """The plan has its consultation. `page` is that one."""

    def __init__(self, page):
        self.page = page
        super().__init__(f"“{page.title}” was made from this plan already.")


def new_code() -> str:
    """80 random bits in sixteen letters and digits, for an address."""
    return b32encode(secrets.token_bytes(10)).decode().lower()


def code_hash(code: str) -> str:
    return hashlib.sha256(code.lower().encode()).hexdigest()


@transaction.atomic
def save_plan(*, brief: Brief, at, by=None, code="") -> tuple[EngagementPlan, str]:
    """The plan, and the code that opens it: this is the only moment at which it is known.

    A `code` is given for what everybody may open, such as the plan of the worked example.
    """
    code = code or new_code()
    fields = {name: value for name, value in vars(brief).items() if name != "parts"}
    plan = EngagementPlan.objects.create(
        **{**fields, "audiences": list(brief.audiences)},
        code_hash=code_hash(code),
        saved_at=at,
        saved_by=by,
    )
    pages = dict(
        MethodPage.objects.filter(slug__in=[part.slug for part in brief.parts]).values_list(
            "slug", "pk"
        )
    )
    PlannedMethod.objects.bulk_create(
        PlannedMethod(plan=plan, order=order, method_id=pages.get(part.slug), **_as_json(part))
        for order, part in enumerate(brief.parts)
    )
    record(action="plan.saved", subjects=[f"plan:{plan.pk}"], at=at, by=by)
    return plan, code


def _as_json(part):
    fields = asdict(part)
    return {
        **fields,
        "checklist": list(fields["checklist"]),
        "risks": [list(pair) for pair in fields["risks"]],
    }


def plan_of(code: str) -> EngagementPlan | None:
    found = EngagementPlan.objects.filter(code_hash=code_hash(code))
    return found.prefetch_related("methods").select_related("set_up_as").first()


@transaction.atomic
def claim_for_setting_up(*, plan):
    """The plan, locked until the transaction ends. Raises AlreadySetUp where it has its page."""
    locked = EngagementPlan.objects.select_for_update().get(pk=plan.pk)
    if locked.set_up_as:
        raise AlreadySetUp(locked.set_up_as)
    return locked


@transaction.atomic
def note_set_up(*, plan, page, at, by):
    """Put on record which page was made from the plan."""
    plan.set_up_as_id = page.pk
    plan.save(update_fields=["set_up_as"])
    record(action="plan.set_up", subjects=[f"plan:{plan.pk}"], at=at, by=by)
