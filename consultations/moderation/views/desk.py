"""The Board's desk in the Wagtail admin: the queue, one comment, and what was decided."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from wagtail.admin.auth import require_admin_access

from consultations.moderation.domain import assigning, claiming
from consultations.moderation.domain.cards import cards
from consultations.moderation.domain.context import around
from consultations.moderation.domain.desk import (
    clean_batch,
    desk_of,
    end_of_today,
    pages_to_sign_off,
)
from consultations.moderation.domain.names import shown_name
from consultations.moderation.domain.precedents import precedents
from consultations.moderation.domain.queue import ORDER, narrowed, visible_to, waiting_for
from consultations.moderation.domain.readers import PERMISSION, KnownReader
from consultations.moderation.domain.safety import safety_readings_for
from consultations.moderation.enums import ReviewStatus
from consultations.moderation.forms.deciding import HandOverForm, HoldForm
from consultations.moderation.forms.filtering import FilterForm
from consultations.moderation.forms.hiding import NameForm
from people.domain.board import why_not_to_read

PER_PAGE = 25
MOST_PER_PAGE = 100


def for_the_board(view):
    """Only people who may decide; everybody else is refused, and told what is missing.

    The view finds out about its reader from `request.reader`, which knows them.
    """

    @require_admin_access
    def wrapper(request, *args, **kwargs):
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        request.reader = KnownReader(request.user)
        if not (request.user.is_superuser or request.reader.is_seated):
            refusal = why_not_to_read(request.user)
            context = {"refusal": refusal}
            return render(request, "moderation/admin/refused.html", context, status=403)
        return view(request, *args, **kwargs)

    return wrapper


def listed(request, form, *, now, reader=None):
    """What waits for this person, as far as the filter asks for it; `reader` as in `visible_to`."""
    chosen = form.chosen
    everybody = chosen.get("pile") == "everybody"
    return narrowed(
        waiting_for(request.user, now=now, everybody=everybody, reader=reader),
        consultation=chosen.get("consultation"),
        concern=chosen.get("concern", ""),
        marked=chosen.get("first", False),
        due_by={"late": now, "today": end_of_today(now)}.get(chosen.get("wait")),
    )


@for_the_board
def queue(request):
    """Comments waiting, soonest due first; other people's proposals to hold stand before them."""
    now = timezone.now()
    form = FilterForm(request.GET)
    chosen = form.chosen
    reader = request.reader
    reviews = listed(request, form, now=now, reader=reader)
    desk = desk_of(request.user, now=now, reader=reader)
    rows = min(_number(request.GET.get("rows")) or PER_PAGE, MOST_PER_PAGE)
    paginator = Paginator(reviews.order_by(*ORDER), rows)
    if set(chosen) <= {"consultation"}:  # counted in an index
        about = chosen.get("consultation")
        counted = desk
        if about:
            counted = desk_of(request.user, consultation=about, now=now, reader=reader)
        paginator.count = counted.total
    page = paginator.get_page(request.GET.get("page"))
    return render(
        request,
        "moderation/admin/queue.html",
        {
            "desk": desk,
            "page": page,
            "cards": cards(page.object_list, to=request.user, now=now),
            "form": form,
            "chosen": chosen,
            "at_risk": safety_readings_for(request.user, now=now, reader=reader).count(),
            "sign_offs": pages_to_sign_off(request.user),
        },
    )


@for_the_board
def clean(request):
    """Twenty comments in which nothing was found, whole, on one page."""
    form = FilterForm(request.GET)
    left = [number for number in map(_number, request.GET.getlist("left")) if number]
    about = form.chosen.get("consultation")
    reviews = clean_batch(request.user, consultation=about, besides=left[:MOST_PER_PAGE])
    return render(
        request,
        "moderation/admin/clean.html",
        {"cards": cards(reviews, to=request.user), "left": left, "consultation": about},
    )


@for_the_board
def decided(request):
    """What the Board has decided, newest first, each with a way to look again."""
    reviews = visible_to(request.user).filter(
        status__in=[ReviewStatus.PUBLISHED, ReviewStatus.HELD]
    )
    page = Paginator(reviews.order_by("-decided_at", "-pk"), PER_PAGE).get_page(
        request.GET.get("page")
    )
    return render(
        request,
        "moderation/admin/decided.html",
        {"page": page, "cards": cards(page.object_list, to=request.user)},
    )


@for_the_board
def read(request, pk, form=None, status=200):
    """One comment in its context, with what can be decided about it.

    Opening it tells the others that it is being read.
    """
    now = timezone.now()
    card = card_of(request, pk)
    is_open = card.review.status == ReviewStatus.WAITING
    claimed = claiming.is_claimed_by_another(card.review, request.user, now=now)
    if is_open and not claimed:
        claiming.claim(review_id=pk, by=request.user, at=now)
    return render(
        request,
        "moderation/admin/read.html",
        {
            "card": card,
            "form": form or HoldForm(),
            "is_own_proposal": bool(card.proposal and card.proposal.by_id == request.user.pk),
            "history": card.review.decisions.all(),
            "next": next_for(request.user, besides=pk, now=now),
            "seen": claiming.seen_of(card.review),
            "claimed_by": card.review.claimed_by if claimed else None,
            "around": around(card.review.comment),
            "name": shown_name(card.review.comment.response),
            "name_form": NameForm(),
            "precedents": precedents(card, user=request.user, now=now),
        },
        status=status,
    )


@for_the_board
def hand_over(request, pk, status=200, error=""):
    """Who else may read it."""
    card = card_of(request, pk)
    readers = assigning.who_may_read(card.review, now=timezone.now(), besides=request.user)
    context = {"card": card, "form": HandOverForm(readers=readers), "error": error}
    return render(request, "moderation/admin/hand_over.html", context, status=status)


def next_for(user, *, besides=None, now):
    """What this person reads next: nothing that somebody else has open, if it can be helped."""
    after = waiting_for(user, now=now).exclude(pk=besides)
    free = after.exclude(claiming.claimed_by_others(user, now=now))
    return free.order_by(*ORDER).first() or after.order_by(*ORDER).first()


def card_of(request, pk):
    found = cards(visible_to(request.user).filter(pk=pk), to=request.user)
    if not found:
        raise Http404("This comment is not on your desk.")
    return found[0]


def _number(text):
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0
