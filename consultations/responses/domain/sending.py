"""One send is one response, however often it arrives."""

from dataclasses import dataclass
from functools import cache

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from consultations.responses.domain.answering import write_answers
from consultations.responses.domain.baskets import clear, opened_by
from consultations.responses.domain.deadlines import is_in_grace, may_go_on
from consultations.responses.domain.groups import write_statement
from consultations.responses.domain.questionnaires import questions_by_version
from consultations.responses.domain.references import code_for, code_hash, key_hash, new_reference
from consultations.responses.domain.signs import too_many_before, with_signs
from consultations.responses.enums import Capacity, Channel, Publish, Sign
from consultations.responses.models import (
    BasketKey,
    Comment,
    Respondent,
    Response,
    ResponseDraft,
)
from consultations.responses.signals import response_received
from people.domain.organisations import find_or_register
from records.domain.log import record

BASKET = (
    *("key_hash", "capacity", "organisation_name", "name", "email", "publish"),
    *("begun_at", "signs", "about_group", "relationship", "person_knows", "office"),
    "is_under_13",
)
# With the titles that the receipt names the places by.
DRAFTED = (
    *("basket", "consultation", "questionnaire_version", "answers"),
    *("passage__text", "passage__number", "section__title", "draft__title"),
)
CLOCK = tuple(
    f"consultation__{name}"
    for name in ("opens_at", "closes_at", "analysis_signed_off_at", "answered_at")
)


class NotOpen(Exception):
    """It arrived outside the time in which responses are taken. Nothing was written."""


class NothingToSend(Exception):
    """The basket is empty, incomplete, or gone without having been sent."""


@dataclass(frozen=True)
class Receipt:
    """What the author is shown; the same on every retry. `code` is empty in another browser."""

    response: Response
    code: str


@transaction.atomic
def send(*, key, consultation, received_at, user=None, channel=Channel.WEB, headcount=None):
    """Turn the basket into a response, with everything that follows from it, or none of it.

    `received_at` is taken once, by the caller, before anything is checked: the same moment is
    compared with the closing time and stored. A key that was sent before gives its receipt again,
    whenever it comes. `user` is who was signed in, for their own list; `headcount` is how many
    people took part in what this records. Raises NotOpen or NothingToSend.
    """
    basket = (
        _baskets()
        .annotate(is_in_flood=too_many_before(received_at))
        .filter(opened_by(key), consultation=consultation)
        .first()
    )
    if basket is None:
        return _receipt_of_earlier_send(key, consultation)
    if not may_go_on(basket.consultation, basket, received_at=received_at):
        raise NotOpen
    drafted = list(basket.comments.select_related("passage", "section", "draft").only(*DRAFTED))
    if not drafted or not basket.is_complete:
        raise NothingToSend
    came = {"channel": channel, "headcount": headcount or _people_on_record(drafted)}
    response = _write_response(basket, consultation, key, received_at, user, came)
    comments = _write_comments(response, drafted)
    answers = _write_answers(comments, drafted)
    record(
        action="response.received",
        subjects=[f"response:{response.pk}"],
        at=received_at,
        consultation_id=response.consultation_id,
    )
    response_received.send(
        sender=Response, response=response, comments=comments, answers=answers, basket=basket
    )
    if basket.has_other_keys:
        BasketKey.objects.filter(basket=basket).update(basket=None, response=response)
    clear(basket)
    return _receipt(response, key)


@cache
def _baskets():
    """The question for a basket that is to be sent, put together once; `annotate` asks a copy."""
    return (
        # Joined in this transaction: a deadline moved meanwhile is the one that counts.
        ResponseDraft.objects.select_for_update(of=("self",))
        .select_related("consultation")
        .only(*BASKET, *CLOCK)
        .annotate(has_other_keys=Exists(BasketKey.objects.filter(basket=OuterRef("pk"))))
    )


def _people_on_record(drafted):
    """How many took part, where a group's record says so; None otherwise."""
    values = [value for draft in drafted for value in draft.answers.values()]
    heads = [int(v["headcount"]) for v in values if isinstance(v, dict) and v.get("headcount")]
    return max(heads, default=None)


def find_receipt(*, key, consultation):
    """The receipt of what was sent from the basket that this key opened, or None."""
    digest = key_hash(key)
    response = Response.objects.filter(
        Q(idempotency_key=digest)
        | Q(pk__in=BasketKey.objects.filter(key_hash=digest).values("response")),
        consultation=consultation,
    ).first()
    return _receipt(response, key) if response else None


def _receipt(response, key):
    """The code is made from the key of the browser that sent it: another one cannot show it."""
    code = code_for(key)
    return Receipt(response, code if code_hash(code) == response.code_hash else "")


def _receipt_of_earlier_send(key, consultation):
    receipt = find_receipt(key=key, consultation=consultation)
    if receipt is None:
        raise NothingToSend
    return receipt


def _write_response(basket, consultation, key, received_at, user, came):
    organisation = None
    if basket.capacity == Capacity.GROUP:
        organisation = find_or_register(
            name=basket.organisation_name, org_id=basket.about_group.get("org_id", "")
        )
    response = Response.objects.create(
        consultation=consultation,
        reference=new_reference(),
        idempotency_key=basket.key_hash,
        code_hash=code_hash(code_for(key)),
        capacity=basket.capacity,
        **came,
        funder_safe=bool(organisation and basket.about_group.get("funder_safe")),
        organisation=organisation,
        relationship=basket.relationship,
        person_knows=basket.person_knows,
        office=basket.office,
        publish=basket.publish,
        received_at=received_at,
        is_late=is_in_grace(basket.consultation, begun_at=basket.begun_at, received_at=received_at),
        signs=with_signs(basket.signs, [Sign.FLOOD] if basket.is_in_flood else []),
    )
    name = basket.name if basket.publish == Publish.WITH_NAME else ""
    user = None if basket.is_under_13 else user
    if basket.email or name or user:
        Respondent.objects.create(response=response, name=name, email=basket.email, user=user)
    if organisation and basket.about_group:
        write_statement(response=response, about=basket.about_group)
    return response


def _write_comments(response, drafted):
    return Comment.objects.bulk_create(
        Comment(
            response=response,
            consultation_id=draft.consultation_id,
            draft=draft.draft,
            section=draft.section,
            passage=draft.passage,
            questionnaire_version_id=draft.questionnaire_version_id,
            position=position,
            quoted_text=draft.passage.text if draft.passage else "",
        )
        for position, draft in enumerate(drafted, start=1)
    )


def _write_answers(comments, drafted):
    asked = questions_by_version({draft.questionnaire_version_id for draft in drafted})
    return write_answers(
        (comment, asked[draft.questionnaire_version_id], draft.answers)
        for comment, draft in zip(comments, drafted, strict=True)
    )
