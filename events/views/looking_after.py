"""Screens of whoever looks after bookings. Each fetches through what that person may see."""

from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_POST, require_safe

from events.domain import booking as domain
from events.domain import booking_messages, booking_register
from events.domain.booking_numbers import MAY_WRITE, PERMISSION, bookings_of, events_of
from events.domain.booking_places import taken_of, terms_of
from events.domain.evaluating import results_of
from events.domain.waiting import to_be_rung
from events.exporting import bookings as exporting
from events.exporting.certificates import Certificates, Person, pdf_of
from events.forms.editing import MessageForm, WalkInForm
from events.models import Booking, BookingAnswer, Evaluation, EventSession
from events.wording import place_in_words, when_in_words
from pages.models import SiteDetails
from records.domain.log import record
from records.domain.references import new_key
from tables.cells import csv_lines

NO_CERTIFICATES = (
    "There are no certificates: mark who came, and let the booking terms give certificates."
)


def for_editors(view):
    """Whoever may see bookings; to change something they must be allowed to change them."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        needed = MAY_WRITE if request.method == "POST" else PERMISSION
        if not request.user.has_perm(needed):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return wrapper


def session_of(request, pk):
    sessions = EventSession.objects.filter(event__in=events_of(request.user).values("pk"), pk=pk)
    session = sessions.select_related("event", "venue").first()
    if session is None:
        raise Http404
    return session


def event_of(request, pk):
    event = events_of(request.user).filter(pk=pk).first()
    if event is None:
        raise Http404
    return event


@for_editors
def register(request, pk, *, walk_in_form=None, key=None, status=200):
    """Who comes: to print, and to tick on a telephone. Ticks are saved by an ordinary form."""
    session = session_of(request, pk)
    if request.method == "POST" and walk_in_form is None:
        return _save_ticks(request, session)
    bookings = list(booking_register.on_register(session))
    return render(
        request,
        "events/admin/register.html",
        {
            "session": session,
            "event": session.event,
            "terms": terms_of(session.event),
            "bookings": bookings,
            "taken": taken_of(session),
            "to_ring": to_be_rung(session, at=timezone.now()),
            "shows_needs": request.GET.get("needs") == "1",
            "form": walk_in_form or WalkInForm(prefix="walk-in"),
            "key": key or new_key(),
            "is_started": timezone.now() >= session.starts_at,
        },
        status=status,
    )


def _save_ticks(request, session):
    """Those on the page: ticked came; not ticked is not known yet, or a no-show when it is over."""
    rest = 0 if "close" in request.POST else None
    came = {}
    for pk in request.POST.getlist("shown"):
        if pk.isdecimal():
            number = request.POST.get(f"came-{pk}", "")
            came[int(pk)] = int(number) if number.isdecimal() else rest
    booking_register.mark(session_pk=session.pk, came=came, by=request.user, at=timezone.now())
    messages.success(request, "Saved.")
    return redirect("bookings_register", session.pk)


@for_editors
@require_POST
def walk_in(request, pk):
    session = session_of(request, pk)
    form, key = WalkInForm(request.POST, prefix="walk-in"), request.POST.get("key", "")
    if form.is_valid() and len(key) >= 20:
        try:
            booking_register.walk_in(
                session_pk=session.pk,
                key=key,
                by=request.user,
                at=timezone.now(),
                **form.cleaned_data,
            )
        except booking_register.RoomIsFull as full:
            form.add_error("people", f"There is room for {full.left} more.")
        else:
            return redirect("bookings_register", session.pk)
    return register(request, pk, walk_in_form=form, key=key, status=422)


@for_editors
def message(request, pk):
    """Writes to everybody who has booked: first shown with its counts, then confirmed."""
    session = session_of(request, pk)
    form = MessageForm(request.POST if request.method == "POST" else None)
    key = request.POST.get("key", "")
    is_checked = form.is_bound and form.is_valid() and len(key) >= 20
    if is_checked and "confirmed" in request.POST:
        sent = booking_messages.send_message(
            session_pk=session.pk, key=key, by=request.user, at=timezone.now(), **form.cleaned_data
        )
        messages.success(request, f"{sent.letters} letters are on their way.")
        return redirect("bookings_register", session.pk)
    with_place = booking_messages.reached(session)
    everybody = booking_messages.reached(session, includes_waiting=True)
    return render(
        request,
        "events/admin/message.html",
        {
            "session": session,
            "event": session.event,
            "form": form,
            "key": key if len(key) >= 20 else new_key(),
            "is_checked": is_checked and "change" not in request.POST,
            "with_place": len(with_place),
            "waiting": len(everybody) - len(with_place),
            "without_address": booking_messages.without_address(session),
            "sent": session.messages.select_related("sent_by").exclude(subject="")[:20],
        },
        status=422 if form.is_bound and not form.is_valid() else 200,
    )


@for_editors
def tell_called_off(request, pk):
    """What is cancelled, and who has not been told: an editor presses the button, or does not."""
    event = event_of(request, pk)
    untold = booking_messages.untold(event, now=timezone.now())
    if request.method == "POST":
        told = sum(
            booking_messages.tell_called_off(
                session_pk=session.pk, by=request.user, at=timezone.now()
            )
            for session, _ in untold
        )
        messages.success(request, f"Told {told} bookings that it is cancelled.")
        return redirect("wagtailadmin_pages:edit", event.pk)
    return render(request, "events/admin/tell.html", {"event": event, "untold": untold})


@for_editors
def cancel(request, pk):
    """Cancels somebody's booking for them, after asking."""
    booking = bookings_of(request.user).filter(pk=pk, forgotten_at__isnull=True).first()
    if booking is None:
        raise Http404
    if request.method == "POST":
        domain.cancel(booking_pk=booking.pk, by=request.user, at=timezone.now())
        messages.success(request, f"Booking {booking.reference} is cancelled.")
        return redirect("bookings_register", booking.session_id)
    context = {"booking": booking, "event": booking.session.event}
    return render(request, "events/admin/cancel.html", context)


@for_editors
@require_safe
def results(request, pk):
    event = event_of(request, pk)
    context = {
        "event": event,
        "results": results_of(event),
        "forms": Evaluation.objects.filter(session__event=event).count(),
    }
    return render(request, "events/admin/results.html", context)


@for_editors
@require_POST
def certificates(request, pk):
    """A sheet for everybody who came, in one PDF; where the terms give certificates."""
    session, now = session_of(request, pk), timezone.now()
    terms, people = terms_of(session.event), booking_register.people_who_came(session)
    if terms is None or not terms.gives_certificates or not people:
        messages.error(request, NO_CERTIFICATES)
        return redirect("bookings_register", session.pk)
    record(action="bookings.certificates", subjects=[f"session:{pk}"], at=now, by=request.user)
    pdf = pdf_of(
        Certificates(
            [Person(*one) for one in people],
            title=session.event.title,
            when=when_in_words(session),
            place=place_in_words(session),
            council=SiteDetails.for_request(request).council_name,
        ),
        at=now,
    )
    answer = HttpResponse(pdf, content_type="application/pdf")
    name = f"certificates-{slugify(session.event.title)[:60]}.pdf"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@for_editors
@require_POST
def export(request, pk):
    """The bookings of one session as CSV; with what people need only where that is asked for."""
    session = session_of(request, pk)
    with_needs = "needs" in request.POST
    answers = BookingAnswer.objects.filter(booking__session=session)
    labels = list(answers.order_by("label").values_list("label", flat=True).distinct())
    bookings = (
        Booking.objects.filter(session=session)
        .select_related("session", "organisation", *(["needs"] if with_needs else []))
        .prefetch_related(Prefetch("answers"))
        .order_by("pk")
    )
    action = "bookings.export-with-needs" if with_needs else "bookings.export"
    record(action=action, subjects=[f"session:{pk}"], at=timezone.now(), by=request.user)
    lines = csv_lines(
        exporting.headings(labels, with_needs=with_needs),
        exporting.rows(bookings.iterator(500), labels, with_needs=with_needs),
    )
    answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    name = f"bookings-{slugify(session.event.title)[:60]}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer
