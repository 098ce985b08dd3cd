"""An event as search engines read it: schema.org in JSON-LD."""

import json
from urllib.parse import urljoin

from django.utils.safestring import mark_safe

from events.domain.calendar import LONDON
from events.enums import EventStatus

STATUSES = {
    EventStatus.SCHEDULED: "EventScheduled",
    EventStatus.RESCHEDULED: "EventRescheduled",
    EventStatus.POSTPONED: "EventPostponed",
    EventStatus.CANCELLED: "EventCancelled",
}
# Inside a script element only these could end it or begin a comment.
ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}


def as_json(data):
    """JSON that may stand in a script element whatever is in it."""
    # Safe: what could end the element or begin a comment in it is escaped.
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(ESCAPES))


def structured(event, *, site, council):
    """The whole event: by itself where it has one session, as a series where it has several."""
    sessions = event.sessions.all().select_related("venue")
    described = [_session(each, event, site=site, council=council) for each in sessions]
    if len(described) == 1:
        return {"@context": "https://schema.org", **described[0]}
    return {
        "@context": "https://schema.org",
        "@type": "EventSeries",
        **_shared(event, site=site, council=council),
        "subEvent": described,
    }


def _shared(event, *, site, council):
    shared = {
        "name": event.title,
        "url": urljoin(site, event.url or ""),
        "organizer": {"@type": "Organization", "name": council, "url": site},
    }
    return shared | ({"description": event.summary} if event.summary else {})


def _session(session, event, *, site, council):
    data = {
        "@type": "Event",
        **_shared(event, site=site, council=council),
        "startDate": _moment(session.starts_at),
        "endDate": _moment(session.ends_at),
        "eventStatus": f"https://schema.org/{STATUSES[EventStatus(session.status)]}",
        "isAccessibleForFree": not event.cost,
        "audience": {"@type": "Audience", "audienceType": event.get_open_to_display()},
    }
    if session.previous_starts_at:
        data["previousStartDate"] = _moment(session.previous_starts_at)
    if session.places:
        data["maximumAttendeeCapacity"] = session.places
    if not event.cost and not session.is_off:
        data["offers"] = _offer(session, event, url=data["url"])
    return data | _where(session)


def _offer(session, event, *, url):
    offer = {
        "@type": "Offer",
        "price": "0",
        "priceCurrency": "GBP",
        "availability": f"https://schema.org/{'SoldOut' if session.is_full else 'InStock'}",
        "url": url,
    }
    closes_at = event.booking_closes_at
    return offer | ({"validThrough": _moment(closes_at)} if closes_at else {})


def _where(session):
    places = []
    if session.venue:
        venue = session.venue
        place = {"@type": "Place", "name": venue.name, "address": venue.address or venue.name}
        features = [
            {"@type": "LocationFeatureSpecification", "name": name, "value": words}
            for name, words in venue.facts()
            if words
        ]
        places.append(place | ({"amenityFeature": features} if features else {}))
    if session.online_url:
        places.append({"@type": "VirtualLocation", "url": session.online_url})
    if not places:
        return {}
    modes = {(True, False): "Offline", (False, True): "Online", (True, True): "Mixed"}
    mode = modes[bool(session.venue), bool(session.online_url)]
    return {
        "location": places if len(places) > 1 else places[0],
        "eventAttendanceMode": f"https://schema.org/{mode}EventAttendanceMode",
    }


def _moment(moment):
    return moment.astimezone(LONDON).isoformat(timespec="seconds")
