"""One's own booking: into it, and what can be done with it."""

from contextlib import suppress

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from events.domain import booking as domain
from events.domain import booking_access as access
from events.domain import booking_dates, evaluating, waiting
from events.domain.booking_places import may_still_be_changed, questions_of, terms_of
from events.enums import Asked, BookingStatus
from events.forms.booking import ChangeForm, FindForm, LinkForm, SubstituteForm
from events.forms.fields import QuestionsForm
from events.models import Booking
from events.notifications import queue_link
from events.views.booking_cookie import for_whoever_booked, let_in, let_out
from events.views.giving_back import gives_back
from events.views.refusals import REFUSALS, sentence_for

NOT_FOUND = (
    "No booking has this reference and this code. Look at both again; the code is the longer one."
)


@gives_back
def find(request):
    """Reference and code, by POST: neither ever stands in an address."""
    given = request.POST if request.method == "POST" else None
    form = FindForm(given, initial={"reference": request.GET.get("reference", "")[:40]})
    if form.is_bound and form.is_valid():
        booking = access.open_with_code(**form.cleaned_data)
        if booking is not None:
            return let_in(booking)
        form.add_error(None, NOT_FOUND)
    return _find_page(request, form, status=422 if form.is_bound else 200)


@gives_back
@require_POST
def ask_for_link(request):
    """Mail a fresh link. The answer never says whether there is an address to send it to."""
    form = LinkForm(request.POST, prefix="link")
    if not form.is_valid():
        return _find_page(request, FindForm(), link_form=form, status=422)
    reference = form.cleaned_data["reference"]
    booking = (
        Booking.objects.exclude(email="")
        .filter(reference=reference)
        .select_related("session__event", "session__venue", "organisation")
        .first()
    )
    if booking is not None:
        queue_link(booking=booking, now=timezone.now())
    return render(request, "events/booking/link_sent.html", {"reference": reference})


@gives_back
def link(request, reference):
    """A mailed link. Only the button uses it up: mail programs open links before people do."""
    token = request.POST.get("token", "") or request.GET.get("token", "")
    if request.method != "POST":
        context = {"reference": reference, "token": token}
        return render(request, "events/booking/link.html", context)
    try:
        booking = access.spend_link(token=token, reference=reference, at=timezone.now())
    except access.LinkSpent:
        context = {"reference": reference}
        return render(request, "events/booking/link_spent.html", context, status=410)
    return let_in(booking)


@gives_back
@require_POST
def leave(request, reference):
    return let_out(reference)


@for_whoever_booked
def booking(request, booking):
    now = timezone.now()
    session, terms = booking.session, terms_of(booking.session.event)
    may_change = booking.is_current and may_still_be_changed(session, at=now)
    context = {
        "booking": booking,
        "session": session,
        "event": session.event,
        "may_change": may_change and terms is not None,
        "may_cancel": may_change,
        "may_substitute": may_change and booking.status == BookingStatus.BOOKED,
        "may_accept": booking.status == BookingStatus.OFFERED and now < booking.offered_until,
        "may_evaluate": _may_evaluate(booking, now),
        "has_certificate": _has_certificate(booking, terms),
        "answers": booking.answers.all(),
        "others": _others(booking, now),
        "may_cancel_all": _may_cancel_all(booking, now),
    }
    return render(request, "events/booking/booking.html", context)


@for_whoever_booked
def change(request, booking):
    now, event = timezone.now(), booking.session.event
    terms = terms_of(event)
    may = booking.is_current and may_still_be_changed(booking.session, at=now)
    if terms is None or not may:
        return redirect("bookings:booking", booking.reference)
    form = ChangeForm(
        request.POST if request.method == "POST" else None,
        booking=booking,
        terms=terms,
        questions=questions_of(event, asked=Asked.BOOKING),
    )
    if form.is_bound and form.is_valid():
        try:
            domain.change(booking_pk=booking.pk, details=form.details(), at=now)
        except domain.CannotChange:
            return redirect("bookings:booking", booking.reference)
        except REFUSALS as refusal:
            form.add_error(*sentence_for(refusal))
        else:
            return redirect("bookings:booking", booking.reference)
    return _step(request, "change", booking, form)


@for_whoever_booked
def substitute(request, booking):
    now = timezone.now()
    may = booking.status == BookingStatus.BOOKED and may_still_be_changed(booking.session, at=now)
    if not may:
        return redirect("bookings:booking", booking.reference)
    form = SubstituteForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            domain.substitute(booking_pk=booking.pk, at=now, **form.cleaned_data)
        except domain.CannotChange:
            return redirect("bookings:booking", booking.reference)
        context = {"event": booking.session.event, "name": form.cleaned_data["name"]}
        return render(request, "events/booking/passed_on.html", context)
    return _step(request, "substitute", booking, form)


@for_whoever_booked
def cancel(request, booking):
    """Asks first; cancelling by the button gives the place to whoever waits."""
    if request.method == "POST":
        with suppress(domain.CannotChange):  # the page says why
            domain.cancel(booking_pk=booking.pk, at=timezone.now())
        return redirect("bookings:booking", booking.reference)
    return _step(request, "cancel", booking, None)


@for_whoever_booked
def cancel_all(request, booking):
    """Asks first, naming the dates; cancels this one and those booked together with it."""
    now = timezone.now()
    if request.method == "POST":
        with suppress(domain.CannotChange):  # the page says why
            booking_dates.cancel_all(booking_pk=booking.pk, at=now)
        return redirect("bookings:booking", booking.reference)
    dates = [one for one in booking_dates.made_together(booking) if _may_cancel(one, now)]
    context = {"booking": booking, "event": booking.session.event, "dates": dates}
    return render(request, "events/booking/cancel_all.html", context)


@for_whoever_booked
@require_POST
def other_date(request, booking):
    """Opens another booking of the same form: whoever may see one may see all of them."""
    wanted = request.POST.get("reference", "")
    together = booking_dates.made_together(booking)
    found = next((one for one in together if one.reference == wanted), booking)
    return let_in(found)


@for_whoever_booked
def accept(request, booking):
    if request.method == "POST":
        with suppress(waiting.OfferGone):  # the page says what became of it
            waiting.accept(booking_pk=booking.pk, at=timezone.now())
    return redirect("bookings:booking", booking.reference)


@for_whoever_booked
def evaluate(request, booking):
    now, event = timezone.now(), booking.session.event
    questions = questions_of(event, asked=Asked.AFTERWARDS)
    if not questions or not evaluating.may_evaluate(booking, at=now):
        return redirect("bookings:booking", booking.reference)
    form = QuestionsForm(request.POST if request.method == "POST" else None, questions=questions)
    if form.is_bound and form.is_valid():
        try:
            evaluating.evaluate(booking_pk=booking.pk, answers=form.answers(), at=now)
        except evaluating.NotToBeEvaluated:
            return redirect("bookings:booking", booking.reference)
        return render(request, "events/booking/evaluated.html", {"event": event})
    return _step(request, "evaluate", booking, form)


@for_whoever_booked
def certificate(request, booking):
    if not _has_certificate(booking, terms_of(booking.session.event)):
        return redirect("bookings:booking", booking.reference)
    context = {
        "event": booking.session.event,
        "session": booking.session,
        "names": booking.names()[: booking.attended],
        "organisation": booking.organisation,
    }
    return render(request, "events/booking/certificate.html", context)


def _others(booking, now):
    """The other dates of the same form that are not over."""
    together = booking_dates.made_together(booking) if booking.together else []
    return [one for one in together if one.pk != booking.pk and one.session.ends_at > now]


def _may_cancel(booking, now):
    return booking.is_current and may_still_be_changed(booking.session, at=now)


def _may_cancel_all(booking, now):
    others = [one for one in _others(booking, now) if _may_cancel(one, now)]
    return len(others) + _may_cancel(booking, now) > 1


def _may_evaluate(booking, now):
    if not evaluating.may_evaluate(booking, at=now):
        return False
    return bool(questions_of(booking.session.event, asked=Asked.AFTERWARDS))


def _has_certificate(booking, terms):
    gives = terms is not None and terms.gives_certificates
    return bool(gives and booking.status == BookingStatus.BOOKED and booking.attended)


def _step(request, name, booking, form):
    context = {"booking": booking, "event": booking.session.event, "form": form}
    context["session"] = booking.session
    status = 422 if form is not None and form.is_bound else 200
    return render(request, f"events/booking/{name}.html", context, status=status)


def _find_page(request, form, *, link_form=None, status=200):
    mine = []
    if request.user.is_authenticated:
        mine = Booking.objects.filter(user=request.user).select_related("session__event")
        mine = list(mine.order_by("-session__starts_at", "-pk")[:50])
    context = {"form": form, "link_form": link_form or LinkForm(prefix="link"), "mine": mine}
    return render(request, "events/booking/find.html", context, status=status)
