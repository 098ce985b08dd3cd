"""The Board's desk in the Wagtail admin: the queue, one comment, and what was decided."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from wagtail.admin.auth import require_admin_access

from consultations.models import ConsultationPage
from consultations.moderation.domain.cards import cards
from consultations.moderation.domain.desk import desk_of, pages_to_sign_off
from consultations.moderation.domain.queue import PERMISSION, visible_to, waiting_for
from consultations.moderation.enums import ReviewStatus
from consultations.moderation.forms import HoldForm
from people.domain.board import why_not_to_read

PER_PAGE = 25
MOST_PER_PAGE = 100


def for_the_board(view):
    """Only people who may decide; everybody else is refused, and told what is missing."""

    @require_admin_access
    def wrapper(request, *args, **kwargs):
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        refusal = why_not_to_read(request.user)
        if refusal:
            context = {"refusal": refusal}
            return render(request, "moderation/admin/refused.html", context, status=403)
        return view(request, *args, **kwargs)

    return wrapper


@for_the_board
def queue(request):
    """Comments waiting, oldest first; other people's proposals to hold stand before them."""
    consultation = _number(request.GET.get("consultation"))
    reviews = waiting_for(request.user)
    desk = listed = desk_of(request.user)
    if consultation:
        reviews = reviews.filter(consultation=consultation)
        listed = desk_of(request.user, consultation=consultation)
    rows = min(_number(request.GET.get("rows")) or PER_PAGE, MOST_PER_PAGE)
    paginator = Paginator(reviews.order_by("status", "received_at", "pk"), rows)
    paginator.count = listed.total
    page = paginator.get_page(request.GET.get("page"))
    return render(
        request,
        "moderation/admin/queue.html",
        {
            "desk": desk,
            "page": page,
            "cards": cards(page.object_list),
            "consultations": ConsultationPage.objects.live().order_by("title"),
            "chosen": consultation,
            "sign_offs": pages_to_sign_off(request.user),
        },
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
        {"page": page, "cards": cards(page.object_list)},
    )


@for_the_board
def read(request, pk, form=None, status=200):
    """One comment in its context, with what can be decided about it."""
    card = card_of(request, pk)
    after = waiting_for(request.user).exclude(pk=pk).order_by("status", "received_at", "pk")
    return render(
        request,
        "moderation/admin/read.html",
        {
            "card": card,
            "form": form or HoldForm(),
            "is_own_proposal": bool(card.proposal and card.proposal.by_id == request.user.pk),
            "history": card.review.decisions.all(),
            "next": after.first(),
        },
        status=status,
    )


def card_of(request, pk):
    found = cards(visible_to(request.user).filter(pk=pk))
    if not found:
        raise Http404("This comment is not on your desk.")
    return found[0]


def _number(text):
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0
