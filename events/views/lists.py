"""What the list of events shows."""

from itertools import groupby

from django.core.paginator import Paginator
from django.utils import timezone

from events.domain import calendar
from events.enums import When
from events.models import EventPage, EventSession

EVENTS_A_PAGE = 20


def listing(index, *, request):
    """One page of the list, in groups by when: past ones alone, or today's before those coming."""
    now = timezone.now()
    sessions = EventSession.objects.listed(EventPage.objects.child_of(index))
    shows_past = request.GET.get("when") == When.PAST
    chosen = calendar.past if shows_past else calendar.today_and_upcoming
    page = Paginator(chosen(sessions, now=now), EVENTS_A_PAGE).get_page(request.GET.get("page"))
    groups = groupby(page.object_list, key=lambda session: calendar.when(session, now=now))
    return {
        "shows_past": shows_past,
        "sessions": page,
        "page_numbers": list(page.paginator.get_elided_page_range(page.number)),
        "query": "when=past&" if shows_past else "",
        "groups": [(when, list(members)) for when, members in groups],
    }
