"""One event on one sheet of paper, with a code that leads a telephone to its page."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from events.exporting.qr import qr_code
from events.views.showing import showing
from events.views.visible import visible_event
from pages.caching import keep

DATES_ON_A_SHEET = 6
FACTS = {"Who it is for", "Cost", "Booking closes"}


@require_safe
def poster(request, slug):
    event = visible_event(request, slug)
    keep(request, until=event.boundaries())
    address = request.build_absolute_uri(event.url)
    shown = showing(event)
    dates = [each for each in shown.sessions if not each.is_off and each.ends_at > timezone.now()]
    dates = dates or shown.sessions
    context = {
        "page": event,
        "sessions": dates[:DATES_ON_A_SHEET],
        "more": len(dates[DATES_ON_A_SHEET:]),
        "facts": [fact for fact in shown.facts if fact.name in FACTS],
        "address": address,
        "code": qr_code(address),
    }
    return render(request, "events/poster.html", context)
