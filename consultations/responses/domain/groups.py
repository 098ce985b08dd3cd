"""What a group says about itself, and whether it has answered before."""

import datetime as dt
import re

from consultations.responses.models import GroupStatement, Response
from people.domain.organisations import find

# org-id.guide: the register, then the number in it, such as GB-CHC-1234567.
ORG_ID = re.compile(r"[A-Z]{2}-[A-Z]{2,10}-[A-Z0-9./-]{2,25}")
# What the basket keeps of it, beside the name.
KEPT = (
    "org_id",
    "represents",
    "gathered",
    "is_approved",
    "approved_by",
    "approved_on",
    "funder_safe",
)


def keep_about_group(*, basket, **about):
    """Note what a group says about itself, in its basket; `approved_on` as in 2026-03-27."""
    basket.about_group = {name: about[name] for name in KEPT if about.get(name)}
    basket.save(update_fields=["about_group"])


def write_statement(*, response, about):
    """Put it on record with the response, inside the send's transaction."""
    approved_on = about.get("approved_on")
    return GroupStatement.objects.create(
        response=response,
        represents=about.get("represents", ""),
        gathered=about.get("gathered", ""),
        is_approved=bool(about.get("is_approved")),
        approved_by=about.get("approved_by", ""),
        approved_on=dt.date.fromisoformat(approved_on) if approved_on else None,
    )


def earlier_responses(*, consultation, name, org_id=""):
    """Counted responses of the same organisation, oldest first. A reason to warn, never to block.

    Branches answer for themselves, and somebody may have answered without authority.
    """
    organisation = find(name=name, org_id=org_id) if name or org_id else None
    if organisation is None:
        return Response.objects.none()
    return (
        Response.objects.filter(consultation=consultation, organisation=organisation)
        .counted()
        .order_by("received_at")
    )
