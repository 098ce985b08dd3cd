"""The basket: what somebody has written and not sent yet."""

from django.db import transaction
from django.db.models import Q, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from consultations.responses.domain.files import files_of, remove_files
from consultations.responses.domain.references import key_hash
from consultations.responses.domain.signs import with_signs
from consultations.responses.enums import Capacity, Publish, Way
from consultations.responses.models import BasketKey, DraftComment, Response, ResponseDraft
from delivery.domain.outbox import empty_letters

# Only these: another window may have kept words meanwhile.
ABOUT = (
    *("capacity", "publish", "organisation_name", "relationship", "person_knows"),
    *("office", "is_under_13", "name", "email", "remind_to", "changed_at"),
)


class AlreadySent(Exception):
    """This key's basket was sent: words that come after it belong in a new one."""


def open_basket(*, key, consultation):
    """The basket this key opens in this consultation, or None."""
    if not key:
        return None
    return ResponseDraft.objects.filter(opened_by(key), consultation=consultation).first()


def opened_by(key, *, prefix=""):
    """The condition for baskets that this key opens: it is their own, or one of their others."""
    digest = key_hash(key)
    # By their ids, since a join would make each other key a row of its own.
    others = BasketKey.objects.filter(key_hash=digest).values("basket")
    return Q(**{f"{prefix}key_hash": digest}) | Q(**{f"{prefix}pk__in": others})


@transaction.atomic
def keep_comment(*, key, place, version, answers, now=None):
    """Put one comment in the basket, or replace what the basket holds for the same place.

    `answers` maps question keys (hex) to values. The basket is made with its first comment.
    Raises AlreadySent.
    """
    now = now or timezone.now()
    basket = _basket_for(key, place.consultation, now)
    _touch(basket, now)
    kept = DraftComment.objects.filter(basket=basket, place=place.key).first()
    comment = kept or DraftComment(basket=basket, place=place.key, version=0, **place.columns)
    comment.questionnaire_version = version
    comment.answers = answers
    comment.version += 1
    comment.save()
    return comment


@transaction.atomic
def keep_comments(*, key, consultation, said, now=None):
    """Put what was said at several places in the basket at once; the queries do not grow with it.

    `said` is (place, version, answers) for each; what the basket holds for other questions of the
    same comment stays. Raises AlreadySent.
    """
    now = now or timezone.now()
    basket = _basket_for(key, consultation, now)
    _touch(basket, now)
    there = {comment.place: comment for comment in basket.comments.all()}
    for place, version, answers in said:
        comment = there.get(place.key) or DraftComment(
            basket=basket, place=place.key, version=0, **place.columns
        )
        comment.questionnaire_version = version
        comment.answers = {**comment.answers, **answers}
        comment.version += 1
        there[place.key] = comment
    changed = [there[place.key] for place, _, _ in said]
    DraftComment.objects.bulk_update(
        [comment for comment in changed if comment.pk],
        ["questionnaire_version", "answers", "version"],
    )
    DraftComment.objects.bulk_create(comment for comment in changed if not comment.pk)
    return basket


def _touch(basket, now):
    """Lock the basket, and note when it was changed and, once, when it got its first words."""
    ResponseDraft.objects.select_for_update().filter(pk=basket.pk).update(
        changed_at=now, begun_at=Coalesce("begun_at", Value(now))
    )


@transaction.atomic
def note_signs(*, basket, signs):
    """Remember what looked like a machine, for whoever looks at the response later."""
    together = with_signs(basket.signs, signs)
    if together != basket.signs:
        ResponseDraft.objects.filter(pk=basket.pk).update(signs=together)


@transaction.atomic
def choose_way(*, key, consultation, way, sections=(), now=None):
    """Note how much somebody wants to answer, and which sections in turn; the basket is made.

    Raises AlreadySent.
    """
    now = now or timezone.now()
    basket = _basket_for(key, consultation, now)
    basket.way, basket.sections, basket.changed_at = Way(way), list(sections), now
    basket.save(update_fields=["way", "sections", "changed_at"])
    return basket


def _basket_for(key, consultation, now):
    """The basket of this key, made when there is none. Raises AlreadySent."""
    basket = open_basket(key=key, consultation=consultation)
    if basket is None and was_sent(key):
        raise AlreadySent
    return (
        basket
        or ResponseDraft.objects.get_or_create(
            key_hash=key_hash(key),
            defaults={"consultation": consultation, "started_at": now, "changed_at": now},
        )[0]
    )


def was_sent(key):
    """Whether the basket of this key has become a response."""
    digest = key_hash(key)
    return (
        Response.objects.filter(idempotency_key=digest).exists()
        or BasketKey.objects.filter(key_hash=digest, response__isnull=False).exists()
    )


@transaction.atomic
def remove_comment(*, basket, pk):
    """Take one comment out of the basket; an unknown id takes out nothing."""
    DraftComment.objects.filter(basket=basket, pk=pk).delete()


@transaction.atomic
def delete_basket(*, basket):
    """Delete everything in the basket, its files, and every key to it."""
    remove_files(files=files_of(basket.key_hash))
    BasketKey.objects.filter(basket=basket).delete()
    clear(basket)


def clear(basket):
    """Delete the basket's own rows in two statements, inside the caller's transaction.

    Its other keys have to be gone, or to lead to a response, before.
    """
    for rows in (
        DraftComment.objects.filter(basket=basket),
        ResponseDraft.objects.filter(pk=basket.pk),
    ):
        rows._raw_delete(rows.db)


@transaction.atomic
def keep_about_you(
    *,
    basket,
    capacity,
    publish,
    organisation_name="",
    relationship="",
    person_knows="",
    office="",
    is_under_13=False,
    name="",
    email="",
    now=None,
):
    """Note who is answering and what may be shown; what is not asked of them is dropped.

    An individual's basket names no group. Whoever answers for somebody else gives no name to show:
    it would be the wrong one. Of a child nothing is kept that leads to them, in letters neither.
    """
    now = now or timezone.now()
    is_for_somebody = capacity == Capacity.ON_BEHALF
    basket.capacity = Capacity(capacity)
    basket.publish = Publish(publish)
    basket.organisation_name = organisation_name if capacity == Capacity.GROUP else ""
    basket.relationship = relationship if is_for_somebody else ""
    basket.person_knows = person_knows if is_for_somebody else ""
    basket.office = office if capacity == Capacity.COUNCILLOR else ""
    basket.name = "" if is_for_somebody else name
    basket.email = email
    basket.is_under_13 = is_under_13
    if is_under_13:
        _forget_child(basket, now)
    basket.changed_at = now
    basket.save(update_fields=ABOUT)


def _forget_child(basket, now):
    basket.name = basket.email = basket.remind_to = ""
    if basket.publish == Publish.WITH_NAME:
        basket.publish = Publish.WITHOUT_NAME
    empty_letters(prefix=letters_of_basket(basket), at=now)


def letters_of_basket(basket):
    """How the keys of all letters about this basket begin."""
    return f"basket-{basket.pk}-"
