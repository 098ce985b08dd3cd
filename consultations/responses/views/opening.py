"""What a form says about its own page, signed: which questions it showed, and since when."""

from dataclasses import dataclass
from datetime import datetime

from django.core import signing

from consultations.responses.domain.signs import signs_of

OPENED = "responses.version-opened:"
HIDDEN_BOX = "homepage"


@dataclass(frozen=True)
class Opened:
    """`version` is an id, or for a page of several forms one for each place's key."""

    version: int | dict
    at: datetime


def write(version, name, *, at):
    return signing.dumps([version, at.isoformat()], salt=OPENED + name)


def read(request, name):
    """What the page that was sent says, or None where it is not one of ours."""
    try:
        version, at = signing.loads(request.POST.get("opened", ""), salt=OPENED + name)
        return Opened(version, datetime.fromisoformat(at))
    except (signing.BadSignature, TypeError, ValueError):
        return None


def signs(request, name, *, at):
    """What in this form looks like a machine."""
    page = read(request, name)
    return signs_of(
        hidden_box=request.POST.get(HIDDEN_BOX, ""), opened_at=page.at if page else None, at=at
    )
