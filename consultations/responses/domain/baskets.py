"""The basket: what somebody has written and not sent yet."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from consultations.responses.domain.files import files_of, remove_files
from consultations.responses.domain.references import key_hash
from consultations.responses.enums import Capacity, Publish
from consultations.responses.models import BasketKey, DraftComment, ResponseDraft


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
    """
    now = now or timezone.now()
    basket = (
        open_basket(key=key, consultation=place.consultation)
        or (
            ResponseDraft.objects.get_or_create(
                key_hash=key_hash(key),
                defaults={"consultation": place.consultation, "started_at": now, "changed_at": now},
            )[0]
        )
    )
    ResponseDraft.objects.select_for_update().filter(pk=basket.pk).update(changed_at=now)
    kept = DraftComment.objects.filter(basket=basket, place=place.key).first()
    comment = kept or DraftComment(basket=basket, place=place.key, version=0, **place.columns)
    comment.questionnaire_version = version
    comment.answers = answers
    comment.version += 1
    comment.save()
    return comment


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
def keep_about_you(*, basket, capacity, publish, organisation_name="", name="", email="", now=None):
    """Note who is answering and what may be shown. An individual's basket names no group."""
    basket.capacity = Capacity(capacity)
    basket.publish = Publish(publish)
    basket.organisation_name = organisation_name if capacity == Capacity.GROUP else ""
    basket.name = name
    basket.email = email
    basket.changed_at = now or timezone.now()
    basket.save()
