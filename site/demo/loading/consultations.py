"""The list of consultations and its pages, without what was said in them."""

from datetime import timedelta

from consultations.models import ConsultationIndexPage, ConsultationPage, DecisionMaker
from demo.content.consultations import EXERCISES, INDEX
from demo.loading.scene import LAST_MINUTE
from demo.signins import OFFICER
from people.models import Area

ANNOUNCED = timedelta(days=7)


def load_consultations(scene):
    officer = scene.user(OFFICER)
    index = ConsultationIndexPage(**INDEX, live=False, owner=officer)
    scene.home.add_child(instance=index).save_revision(user=officer).publish(user=officer)
    for exercise in EXERCISES:
        page = index.add_child(instance=_page(exercise, scene, officer))
        page.areas = Area.objects.filter(name__in=exercise.areas)
        page.save()
        revision = page.save_revision(user=officer)
        if exercise.is_published:
            revision.publish(user=officer)


def _page(exercise, scene, owner):
    opens_at = scene.moment(exercise.opens)
    return ConsultationPage(
        slug=exercise.slug,
        title=exercise.title,
        summary=exercise.summary,
        introduction=exercise.introduction,
        opens_at=opens_at,
        closes_at=_maybe(scene.moment, exercise.closes, LAST_MINUTE),
        decision_on=_maybe(scene.working_day, exercise.decision),
        reply_by=_maybe(scene.working_day, exercise.reply),
        first_published_at=min(opens_at - ANNOUNCED, scene.now) if exercise.is_published else None,
        live=False,
        owner=owner,
        **exercise.fields
        | {"decision_maker": DecisionMaker.objects.get(name=exercise.fields["decision_maker"])},
    )


def _maybe(make, days, *more):
    return None if days is None else make(days, *more)
