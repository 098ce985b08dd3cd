"""Raising a dispute in confidence, and following it with its reference and code."""

from functools import wraps

from django.conf import settings
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from pages.giving_back import gives_back, received_at
from records.domain.references import new_key
from toolkit.domain import disputes
from toolkit.domain.clocks import clock_of
from toolkit.domain.compact import procedure
from toolkit.forms.disputes import DisputeForm, FindDisputeForm
from toolkit.models import CompactCodePage, Dispute
from toolkit.notifications import queue_raised

COOKIE = "dispute"
SALT = "toolkit.dispute"
AGE = 60 * 60 * 2  # libraries share machines
NOBODY_LEFT = (
    "You have ticked everybody who could read this. Leave one person, or bring it to the Board "
    "in another way."
)
NOT_FOUND = "Nothing has this reference and this code. Look at both; the code is the longer one."


@gives_back
def raise_dispute(request):
    at = received_at(request)
    page, handlers = procedure(), disputes.handlers()
    if page is None or not handlers.exists():
        raise Http404
    form = DisputeForm(
        request.POST if request.method == "POST" else None,
        codes=CompactCodePage.objects.live().public().order_by("path"),
        handlers=handlers,
        initial={"key": new_key()},
    )
    if form.is_bound and form.is_valid():
        try:
            return _take(request, form, answer_in=page.answer_in, at=at)
        except disputes.NobodyLeft:
            form.add_error("kept_from", NOBODY_LEFT)
    return render(
        request,
        "toolkit/compact_dispute_form.html",
        {"form": form, "page": page, "handlers": handlers},
        status=422 if form.is_bound else 200,
    )


@transaction.atomic
def _take(request, form, *, answer_in, at):
    dispute, code, is_new = disputes.raise_dispute(
        key=form.cleaned_data["key"],
        words=form.words(),
        kept_from=form.cleaned_data["kept_from"],
        answer_in=answer_in,
        at=at,
    )
    if is_new:
        queue_raised(dispute=dispute, now=at)
    return render(request, "toolkit/compact_dispute_sent.html", {"dispute": dispute, "code": code})


@gives_back
def find(request):
    """Reference and code, by POST: neither ever stands in an address."""
    form = FindDisputeForm(
        request.POST if request.method == "POST" else None,
        initial={"reference": request.GET.get("reference", "")[:40]},
    )
    if form.is_bound and form.is_valid():
        dispute = disputes.open_with_code(**form.cleaned_data)
        if dispute is not None:
            return _let_in(dispute.reference)
        form.add_error(None, NOT_FOUND)
    return render(
        request,
        "toolkit/compact_dispute_find.html",
        {"form": form},
        status=422 if form.is_bound else 200,
    )


def for_its_raiser(view):
    """The view gets the dispute that this browser has opened; others are asked for the code."""

    @gives_back
    @wraps(view)
    def wrapper(request, reference):
        opened = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=AGE)
        dispute = Dispute.objects.filter(reference=reference).first()
        if dispute is None or opened != reference:
            return redirect(f"{reverse('compact:find_dispute')}?reference={reference[:40]}")
        return view(request, dispute)

    return wrapper


@for_its_raiser
def follow(request, dispute):
    return render(
        request,
        "toolkit/compact_dispute.html",
        {
            "dispute": dispute,
            "steps": dispute.steps.all(),
            "clock": clock_of(dispute, now=timezone.now()),
        },
    )


@require_POST
def leave(request, reference):
    answer = redirect("compact:find_dispute")
    answer.delete_cookie(COOKIE, path=_path(reference), samesite="Lax")
    return answer


def _let_in(reference):
    answer = redirect("compact:dispute", reference)
    answer.set_signed_cookie(
        COOKIE,
        reference,
        salt=SALT,
        max_age=AGE,
        path=_path(reference),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return answer


def _path(reference):
    return reverse("compact:dispute", args=[reference])
