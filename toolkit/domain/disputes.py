"""Raising a dispute, following it, and handling it: by named people, and never by who is part."""

import hmac
from datetime import timedelta

from django.contrib.auth.models import Permission
from django.db import transaction
from django.db.models import Q

from people.models import User
from records.domain.log import record
from records.domain.references import code_for, code_hash, key_hash, new_reference, normalise
from toolkit.domain.clocks import due_on
from toolkit.enums import DisputeState
from toolkit.models import Dispute, DisputeStep

PERMISSION = "toolkit.handle_dispute"
NEXT = {
    DisputeState.RECEIVED: DisputeState.LOOKED_INTO,
    DisputeState.LOOKED_INTO: DisputeState.ANSWERED,
}
ANSWERED_STAYS = timedelta(days=365)


class NobodyLeft(Exception):
    """Kept from every handler, a dispute would be read by nobody."""


class WrongState(Exception):
    """Somebody else has moved the dispute on, or a step was left out."""


def handlers():
    """The people named as handlers, a superuser only when named as well."""
    app_label, codename = PERMISSION.split(".")
    given = Permission.objects.filter(content_type__app_label=app_label, codename=codename)
    return (
        User.objects.filter(Q(groups__permissions__in=given) | Q(user_permissions__in=given))
        .filter(is_active=True)
        .distinct()
        .order_by("first_name", "last_name", "pk")
    )


def may_handle(user):
    """Not `has_perm` alone, which says yes for every superuser."""
    return user.has_perm(PERMISSION) and handlers().filter(pk=user.pk).exists()


def visible_to(user):
    """The only way to disputes for who is signed in."""
    if not may_handle(user):
        return Dispute.objects.none()
    return Dispute.objects.exclude(kept_from=user)


def readers_of(dispute):
    return handlers().exclude(pk__in=dispute.kept_from.values("pk"))


@transaction.atomic
def raise_dispute(*, key, words, kept_from, answer_in, at):
    """Take a dispute in, and return it with its code and whether it is new.

    However often the form with this key is sent there is one dispute, with the same code. Raises
    NobodyLeft.
    """
    code = code_for(key)
    known = Dispute.objects.filter(key_hash=key_hash(key)).first()
    if known is not None:
        return known, code, False
    kept_from = list(kept_from)
    if not handlers().exclude(pk__in=[user.pk for user in kept_from]).exists():
        raise NobodyLeft
    dispute, is_new = Dispute.objects.get_or_create(
        key_hash=key_hash(key),
        defaults={
            **words,
            "reference": new_reference(),
            "code_hash": code_hash(code),
            "raised_at": at,
            "due_on": due_on(raised_at=at, answer_in=answer_in),
        },
    )
    if is_new:
        dispute.kept_from.set(kept_from)
        _step(dispute, state=DisputeState.RECEIVED, at=at)
    return dispute, code, is_new


def open_with_code(*, reference, code):
    """The dispute of this reference where the code fits it, else None: in about the same time."""
    dispute = Dispute.objects.filter(reference=normalise(reference)).first()
    known = dispute.code_hash if dispute else ""
    return dispute if hmac.compare_digest(known, code_hash(code)) else None


def note_reading(*, dispute, by, at):
    """Who opened it and when, for good."""
    record(action="dispute.read", subjects=[f"dispute:{dispute.pk}"], at=at, by=by)


@transaction.atomic
def move_on(*, dispute, to, words, by, at):
    """Bring a dispute into its next state, with what its raiser is told. Raises WrongState."""
    locked = visible_to(by).select_for_update(of=("self",)).filter(pk=dispute.pk).first()
    if locked is None or NEXT.get(locked.state, "") != to:
        raise WrongState
    locked.state = to
    locked.answered_at = at if to == DisputeState.ANSWERED else None
    locked.save(update_fields=["state", "answered_at"])
    _step(locked, state=to, at=at, by=by, words=words)
    return locked


def answered_due(at):
    return [Dispute.objects.filter(answered_at__lte=at - ANSWERED_STAYS)]


@transaction.atomic
def forget_answered(*, at):
    """Remove what was answered a year ago; the log keeps that there was such a dispute."""
    [old] = answered_due(at)
    subjects = [f"dispute:{pk}" for pk in old.values_list("pk", flat=True)]
    record(action="dispute.removed", subjects=subjects, at=at)
    old.delete()
    return len(subjects)


def _step(dispute, *, state, at, by=None, words=""):
    DisputeStep.objects.create(dispute=dispute, state=state, at=at, by=by, words=words)
    record(action=f"dispute.{state}", subjects=[f"dispute:{dispute.pk}"], at=at, by=by)
