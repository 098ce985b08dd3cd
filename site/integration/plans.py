"""An engagement plan becomes a consultation and its events, none of them public."""

from datetime import datetime, time, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.html import linebreaks
from django.utils.timezone import make_aware

from consultations.enums import Scale
from consultations.models import ConsultationIndexPage, ConsultationPage
from events.enums import EventKind
from events.models import EventIndexPage, EventPage, EventSession
from toolkit.domain.planning import brief_of, outline_of
from toolkit.domain.plans import claim_for_setting_up, note_set_up
from toolkit.enums import SetUpAs

OPENS, CLOSES = time(9), time(23, 59)
EVENT_BEGINS, EVENT_LASTS = time(10), timedelta(hours=2)
KINDS = {
    "drop-in-session": EventKind.DROP_IN,
    "community-forum-item": EventKind.FORUM,
}


@transaction.atomic
def set_up(*, plan, at, by):
    """Make the unpublished consultation of this plan, and an event for each method that is one.

    Dates, level, purpose and the duties that the plan knows of are filled in; the rest is asked for
    before publishing. Raises AlreadySetUp the second time, PermissionDenied to whoever may not add
    a consultation, and ConsultationIndexPage.DoesNotExist where the site has no list for it.
    """
    plan = claim_for_setting_up(plan=plan)
    index = ConsultationIndexPage.objects.order_by("pk").first()
    if index is None:
        raise ConsultationIndexPage.DoesNotExist("The site has no list of consultations.")
    if not index.permissions_for_user(by).can_add_subpage():
        raise PermissionDenied("Only who may add a consultation sets up a plan.")
    outline = outline_of(brief_of(plan))
    consultation = _add(index, _consultation(plan, outline), by=by)
    events = EventIndexPage.objects.order_by("pk").first()
    if events is not None:
        for span in outline.timeline.spans:
            if span.part.set_up_as == SetUpAs.EVENT:
                _add(events, _event(plan, span, consultation), by=by)
                events.refresh_from_db()
    note_set_up(plan=plan, page=consultation, at=at, by=by)
    return consultation


def _add(parent, page, *, by):
    page.owner = by
    parent.add_child(instance=page)
    page.save_revision(user=by)
    return page


def _consultation(plan, outline):
    timeline = outline.timeline
    groups = ", ".join(part.title for part in outline.brief.parts)
    return ConsultationPage(
        title=plan.title,
        summary=plan.aim.splitlines()[0][:255] if plan.aim else "",
        introduction=linebreaks(plan.aim, autoescape=True),
        scale=Scale.CONSULTATION if plan.compact_applies else Scale.CONVERSATION,
        level=plan.level,
        opens_at=_moment(timeline.opens_on, OPENS),
        closes_at=_moment(timeline.closes_on, CLOSES),
        decision_on=plan.decision_on,
        reply_by=timeline.told_by,
        compact_applies=plan.compact_applies,
        other_ways=linebreaks(f"Ways to take part: {groups}.", autoescape=True),
        live=False,
    )


def _event(plan, span, consultation):
    starts_at = _moment(span.first, EVENT_BEGINS)
    return EventPage(
        title=f"{span.part.title}: {plan.title}"[:255],
        kind=KINDS.get(span.part.slug, EventKind.MEETING),
        sessions=[EventSession(starts_at=starts_at, ends_at=starts_at + EVENT_LASTS)],
        consultation_id=consultation.pk,
        summary=plan.aim.splitlines()[0][:255] if plan.aim else "",
        live=False,
    )


def _moment(day, hour):
    return make_aware(datetime.combine(day, hour))
