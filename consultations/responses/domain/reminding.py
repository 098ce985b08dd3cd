"""A letter before it closes to whoever has written something and not sent it."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q

from consultations.responses.models import DraftComment, ResponseDraft

DAYS_BEFORE = timedelta(days=3)


def unsent_before_closing(*, now):
    """Baskets with something in them and an address, in what closes within three days.

    Whoever changed something in the last hour is busy with it and is not disturbed.
    """
    written = DraftComment.objects.filter(basket=OuterRef("pk"))
    return (
        ResponseDraft.objects.filter(
            Exists(written),
            ~Q(email="") | ~Q(remind_to=""),
            consultation__live=True,
            consultation__opens_at__lte=now,
            consultation__closes_at__gt=now,
            consultation__closes_at__lte=now + DAYS_BEFORE,
            changed_at__lte=now - timedelta(hours=1),
        )
        .select_related("consultation")
        .order_by("pk")
    )


def address_of(basket):
    return basket.remind_to or basket.email
