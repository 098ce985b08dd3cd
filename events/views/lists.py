"""What the list of events shows: its parts, or a month."""

from itertools import groupby

from django.core.paginator import Paginator
from django.utils import timezone

from events.domain import calendar
from events.enums import When
from events.forms.finding import FindForm
from events.models import EventPage

SESSIONS_A_PAGE = 20


def listing(index, *, request):
    now = timezone.now()
    form = FindForm(request.GET, events=EventPage.objects.child_of(index))
    shown = _month(form) if form.sheet else _list(form, request=request, now=now)
    return {"form": form, "parts": form.parts(now), "today": calendar.today_of(now), **shown}


def _list(form, *, request, now):
    """One page of the list, in groups by when; without being asked, of all that is not past."""
    sessions = calendar.in_part(form.sessions(), form.part, now=now)
    page = Paginator(sessions, SESSIONS_A_PAGE).get_page(request.GET.get("page"))
    groups = groupby(page.object_list, key=lambda session: calendar.when(session, now=now))
    return {
        "shows_past": form.part == When.PAST,
        "sessions": page,
        "page_numbers": list(page.paginator.get_elided_page_range(page.number)),
        "query": form.query(),
        "groups": [(when, list(members)) for when, members in groups],
    }


def _month(form):
    """Every day of a month with its sessions, and the ways to the months beside it."""
    month = form.sheet
    sessions = list(month.sessions(form.sessions()))
    return {
        "month": month,
        "count": len(sessions),
        "days": month.by_day(sessions),
        "previous_url": f"?{form.query(month=month.previous)}".rstrip("&"),
        "next_url": f"?{form.query(month=month.next)}".rstrip("&"),
    }
