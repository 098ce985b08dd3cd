"""The list of consultations and its pages, without what was said in them."""

from datetime import datetime, timedelta

from django.utils import timezone

from calendars.working_days import working_day_from
from consultations.models import ConsultationIndexPage, ConsultationPage, DecisionMaker
from demo.content.consultations import EXERCISES, INDEX
from demo.loading.fairness import date_reasons_back, fair_fields, name_whom_it_touches
from demo.loading.scene import LAST_MINUTE
from demo.signins import OFFICER
from people.models import Area

ANNOUNCED = timedelta(days=7)


def load_consultations(scene):
    officer = scene.user(OFFICER)
    index = ConsultationIndexPage(**INDEX, live=False, owner=officer)
    scene.home.add_child(instance=index).save_revision(user=officer).publish(user=officer)
    for exercise in EXERCISES:
        page = index.add_child(instance=page_of(exercise, scene, officer))
        page.areas = Area.objects.filter(name__in=exercise.areas)
        page.save()
        revision = page.save_revision(user=officer)
        if exercise.is_published:
            revision.publish(user=officer)
            date_reasons_back(page)


def page_of(exercise, scene, owner=None):
    """The page of this exercise for somebody who loads it now, not saved yet."""
    opens_at = scene.moment(exercise.opens)
    opens_on = timezone.localdate(opens_at)
    fields = exercise.fields | fair_fields(exercise.slug, opens_on=opens_on)
    page = ConsultationPage(
        slug=exercise.slug,
        title=exercise.title,
        summary=exercise.summary,
        introduction=exercise.introduction,
        opens_at=opens_at,
        closes_at=_closes_at(exercise, opens_on),
        decision_on=_maybe(scene.working_day, exercise.decision),
        reply_by=_maybe(scene.working_day, exercise.reply),
        first_published_at=min(opens_at - ANNOUNCED, scene.now) if exercise.is_published else None,
        live=False,
        owner=owner,
        **fields | {"decision_maker": DecisionMaker.objects.get(name=fields["decision_maker"])},
    )
    name_whom_it_touches(page, scene)
    return page


def _closes_at(exercise, opens_on):
    """As many days after it opened as it was to be open, or on the working day after that."""
    if exercise.closes is None:
        return None
    day = working_day_from(opens_on + timedelta(days=exercise.closes - exercise.opens))
    return timezone.make_aware(datetime.combine(day, LAST_MINUTE))


def _maybe(make, days):
    return None if days is None else make(days)
