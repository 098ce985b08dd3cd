"""A group's workspace: several people write at once, and nobody's words replace another's.

Every answer has versions of its own. Whoever saves says which version they had before them; where
somebody else has changed the same answer meanwhile, both texts are kept and shown, and a person
chooses. The lead puts the answers into a basket and sends it like everybody else.
"""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from consultations.responses.domain.answers import TEXTS
from consultations.responses.domain.baskets import keep_about_you, keep_comment
from consultations.responses.domain.groups import keep_about_group
from consultations.responses.domain.places import Place
from consultations.responses.domain.references import code_hash, new_code
from consultations.responses.enums import Capacity
from consultations.responses.models import Response, Workspace, WorkspaceAnswer


class AlreadySent(Exception):
    """The group's response has been sent; what is written now would reach nobody."""


@dataclass(frozen=True)
class Clash:
    """One answer that two people changed. `version` is the one that stands now."""

    question_key: str
    theirs: object
    by_name: str
    mine: object
    version: int


@transaction.atomic
def start_workspace(*, consultation, name, org_id="", now):
    """A new workspace with its two codes: (workspace, code to share, code of the lead)."""
    share, lead = new_code(), new_code()
    workspace = Workspace.objects.create(
        consultation=consultation,
        name=" ".join(name.split()),
        org_id=org_id,
        share_hash=code_hash(share),
        lead_hash=code_hash(lead),
        started_at=now,
        changed_at=now,
    )
    return workspace, share, lead


def open_workspace(*, consultation, code):
    """(workspace, whether this is its lead's code), or (None, False)."""
    digest = code_hash(code)
    workspace = Workspace.objects.filter(
        Q(share_hash=digest) | Q(lead_hash=digest), consultation=consultation
    ).first()
    return workspace, bool(workspace and workspace.lead_hash == digest)


def sent_response(workspace):
    """The response that was sent from here, or None."""
    if not workspace.basket_hash:
        return None
    return Response.objects.filter(idempotency_key=workspace.basket_hash).first()


def standing(workspace, *, place=""):
    """The newest version of each answer, by place and question key; in one query."""
    rows = workspace.answers.order_by("version")
    rows = (
        rows.filter(place=place)
        if place
        else rows.select_related("questionnaire_version", "passage", "section", "draft")
    )
    return {(row.place, row.question_key): row for row in rows}


def versions_at(workspace, place_key):
    """The number of the newest version of each answer at this place, by question key."""
    rows = standing(workspace, place=place_key)
    return {key: row.version for (_, key), row in rows.items()}


def answers_at(workspace, place_key):
    rows = standing(workspace, place=place_key)
    return {key: row.value for (_, key), row in rows.items() if row.value}


@transaction.atomic
def write(*, workspace, place, version, questions, answers, seen, by_name="", now):
    """Keep what this person changed; gives the clashes, which are not kept.

    `answers` are the values by question key as the form holds them, `seen` the versions that were
    before them when they began (0 or none where there was no answer). What they left as they
    found it is left as it is now. Raises AlreadySent.
    """
    Workspace.objects.select_for_update().get(pk=workspace.pk)
    if sent_response(workspace):
        raise AlreadySent
    past = {}
    for row in workspace.answers.filter(place=place.key).order_by("version"):
        past.setdefault(row.question_key, {})[row.version] = row
    fresh, clashes = [], []
    for question in questions:
        key, mine = question.key.hex, answers.get(question.key.hex, "")
        rows = past.get(key, {})
        now_at = max(rows, default=0)
        before = rows[seen[key]].value if seen.get(key) in rows else ""
        current = rows[now_at].value if rows else ""
        if _same(mine, before) or _same(mine, current):
            continue
        if seen.get(key, 0) == now_at:
            fresh.append((key, now_at + 1, mine))
        else:
            clashes.append(Clash(key, current, rows[now_at].by_name, mine, now_at))
    WorkspaceAnswer.objects.bulk_create(
        WorkspaceAnswer(
            workspace=workspace,
            questionnaire_version=version,
            place=place.key,
            question_key=key,
            version=number,
            value=value,
            by_name=by_name,
            at=now,
            **place.columns,
        )
        for key, number, value in fresh
    )
    if fresh:
        Workspace.objects.filter(pk=workspace.pk).update(changed_at=now)
    return clashes


def _same(one, other):
    return (one or "") == (other or "")


def both(kind, clash):
    """Both texts, one below the other; only what was typed can be put together."""
    if kind not in TEXTS or not (isinstance(clash.theirs, str) and isinstance(clash.mine, str)):
        return None
    return f"{clash.theirs}\n\n{clash.mine}"


@transaction.atomic
def compose(*, workspace, key, publish, email="", about, now):
    """Put the answers as they stand into the lead's basket, to be checked and sent from there.

    What the basket held about the same places is replaced. Raises AlreadySent.
    """
    locked = Workspace.objects.select_for_update().get(pk=workspace.pk)
    if sent_response(locked):
        raise AlreadySent
    by_place = {}
    for row in standing(locked).values():
        if row.value:
            by_place.setdefault(row.place, []).append(row)
    basket = None
    for rows in by_place.values():
        first = rows[0]
        basket = keep_comment(
            key=key,
            place=Place(locked.consultation, first.draft, first.section, first.passage),
            version=max((row.questionnaire_version for row in rows), key=lambda one: one.pk),
            answers={row.question_key: row.value for row in rows},
            now=now,
        ).basket
    if basket is None:
        return None
    keep_about_you(
        basket=basket,
        capacity=Capacity.GROUP,
        publish=publish,
        organisation_name=locked.name,
        email=email,
        now=now,
    )
    keep_about_group(basket=basket, **{**about, "org_id": locked.org_id})
    Workspace.objects.filter(pk=locked.pk).update(basket_hash=basket.key_hash, changed_at=now)
    return basket


def people_who_wrote(workspace):
    """The names that were given, each once, for the lead."""
    names = workspace.answers.exclude(by_name="").order_by("by_name")
    return list(names.values_list("by_name", flat=True).distinct())
