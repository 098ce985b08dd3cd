"""The notes of an event's tables: written by its editor, handed over by the consultation's officer.

Whoever looks after the event, and whoever may type in responses for its consultation, reads them.
Only the first writes them, and only the second makes responses of them.
"""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access

from consultations.responses.models import ChannelEntry
from events.domain import tables as domain
from events.domain.booking_numbers import MAY_WRITE, events_of
from events.forms.tables import Notes, TableForm, notes_of, written
from events.models import EventSession, EventTable
from integration.notes import CannotHandOver, hand_over, places_of, standing
from records.domain.references import new_key

HANDED_OVER = "It has been handed over, so it changes no more."


@dataclass(frozen=True)
class Fetched:
    """A session as this person may see it."""

    session: EventSession
    standing: object
    may_write: bool


def _fetch(request, pk):
    """The session, or 404 where this person neither looks after it nor its consultation."""
    sessions = EventSession.objects.select_related("event", "venue")
    session = sessions.filter(pk=pk).first()
    if session is None:
        raise Http404
    found = standing(session, user=request.user, now=timezone.now())
    is_theirs = events_of(request.user).filter(pk=session.event_id).exists()
    if not (is_theirs or (found.may and session.event.live)):
        raise Http404
    return Fetched(session, found, is_theirs and request.user.has_perm(MAY_WRITE))


def _fetch_to_write(request, pk):
    found = _fetch(request, pk)
    if not found.may_write:
        raise PermissionDenied
    return found


@require_safe
@require_admin_access
def tables(request, pk):
    return _tables_page(request, _fetch(request, pk))


def _tables_page(request, found, *, error="", status=200):
    rows = domain.tables_of(found.session)
    entries = _entries(rows) if found.standing.may else {}
    context = {
        "session": found.session,
        "event": found.session.event,
        "standing": found.standing,
        "may_write": found.may_write,
        "rows": [{"table": table, "entry": entries.get(table.reference)} for table in rows],
        "people": sum(table.headcount for table in rows),
        "waiting": sum(not one.is_handed_over and bool(one.notes.all()) for one in rows),
        "error": error,
    }
    return render(request, "events/admin/tables.html", context, status=status)


def _entries(tables):
    """The ids of the entries that became of these tables, by their references."""
    references = [table.reference for table in tables if table.reference]
    entries = ChannelEntry.objects.filter(response__reference__in=references)
    return dict(entries.values_list("response__reference", "pk"))


@require_admin_access
def add(request, pk):
    found = _fetch_to_write(request, pk)
    key = request.POST.get("key", "")
    form, notes = _forms(request, found.standing.consultation)
    if form.is_bound and form.is_valid() and notes.is_valid() and len(key) >= 20:
        table = domain.add_table(
            session_pk=found.session.pk,
            key=key,
            written=written(form, notes),
            by=request.user,
            at=timezone.now(),
        )
        return _after(request, table)
    return _table_page(request, found, form, notes, key=key if len(key) >= 20 else new_key())


@require_admin_access
def change(request, pk):
    table = _table(pk)
    found = _fetch_to_write(request, table.session_id)
    if table.is_handed_over:
        return _refuse(request, table)
    form, notes = _forms(request, found.standing.consultation, table=table)
    meanwhile = None
    if form.is_bound and form.is_valid() and notes.is_valid():
        try:
            table = domain.change_table(
                table_pk=table.pk,
                version=form.cleaned_data["version"],
                written=written(form, notes),
                by=request.user,
                at=timezone.now(),
            )
        except domain.AlreadyHandedOver:
            return _refuse(request, table)
        except domain.ChangedMeanwhile as error:
            if error.table is None:
                raise Http404("This table was removed meanwhile.") from None
            meanwhile = error.table
            form.data = form.data.copy()
            form.data["version"] = meanwhile.version
        else:
            return _after(request, table)
    return _table_page(request, found, form, notes, table=table, meanwhile=meanwhile)


@require_admin_access
def remove(request, pk):
    """Removes a table, after asking."""
    table = _table(pk)
    found = _fetch_to_write(request, table.session_id)
    if table.is_handed_over:
        return _refuse(request, table)
    if request.method == "POST":
        try:
            domain.remove_table(table_pk=pk, by=request.user, at=timezone.now())
        except domain.AlreadyHandedOver:
            return _refuse(request, table)
        messages.success(request, f"“{table.name}” is removed.")
        return redirect("event_tables", table.session_id)
    context = {"session": found.session, "event": found.session.event, "table": table}
    return render(request, "events/admin/table_remove.html", context)


@require_POST
@require_admin_access
def hand_tables_over(request, pk):
    found = _fetch(request, pk)
    try:
        handed = hand_over(session_pk=pk, by=request.user, now=timezone.now())
    except CannotHandOver as error:
        return _tables_page(request, found, error=error.sentence, status=409)
    if handed:
        people = sum(table.headcount for table, _ in handed)
        number = "1 table" if len(handed) == 1 else f"{len(handed)} tables"
        messages.success(request, f"Handed over: {number}, with {people} people.")
    else:
        messages.info(request, "Everything that was noted has been handed over before.")
    return redirect("event_tables", pk)


def _table(pk):
    table = EventTable.objects.filter(pk=pk).first()
    if table is None:
        raise Http404
    return table


def _forms(request, consultation, *, table=None):
    data = request.POST if request.method == "POST" else None
    places = places_of(consultation) if consultation else []
    form = TableForm(data, initial=TableForm.initial_of(table) if table else None)
    notes = Notes(
        data,
        prefix="note",
        initial=notes_of(table) if table else [],
        form_kwargs={"places": places},
    )
    return form, notes


def _after(request, table):
    if "more" in request.POST:
        return redirect("event_table", table.pk)
    messages.success(request, f"“{table.name}” is saved.")
    return redirect("event_tables", table.session_id)


def _refuse(request, table):
    messages.error(request, HANDED_OVER)
    return redirect("event_tables", table.session_id)


def _table_page(request, found, form, notes, *, table=None, key="", meanwhile=None):
    context = {
        "session": found.session,
        "event": found.session.event,
        "form": form,
        "notes": notes,
        "table": table,
        "key": key,
        "meanwhile": meanwhile,
    }
    status = 409 if meanwhile else (422 if form.is_bound else 200)
    return render(request, "events/admin/table.html", context, status=status)
