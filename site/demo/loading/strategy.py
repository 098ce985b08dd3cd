"""The open consultation: a frozen draft, what has come in so far, and a desk with work on it."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from consultations.models import ConsultationPage
from consultations.moderation.domain.appealing import appeal
from consultations.moderation.enums import Reason, ReviewStatus
from consultations.moderation.models import Review
from demo.content import strategy as words
from demo.content.consultations import STRATEGY
from demo.content.forms import ABOUT_THE_WHOLE, WHERE_WE_ARE_NOW
from demo.loading.answering import Arrivals, Consulted, fill_basket
from demo.loading.diary import Diary
from demo.loading.general import fill_in_general
from demo.loading.questionnaires import use_form, use_objective_form
from demo.loading.versions import publish_two_versions
from demo.loading.written import read_written
from demo.signins import CHAIR, FIRST_MEMBER, OFFICER, SECOND_MEMBER

A_DAY = timedelta(days=1)


def load_strategy(scene):
    consultation = ConsultationPage.objects.get(slug=STRATEGY.slug)
    draft = publish_two_versions(
        "strategy.txt", consultation=consultation, user=scene.user(OFFICER), now=scene.now
    )
    facts = draft.sections().get(title="Where we are now")
    use_form(WHERE_WE_ARE_NOW, consultation=consultation, section=facts)
    objectives = draft.sections().get(title="Our objectives for a thriving sector")
    use_objective_form(consultation=consultation, section=objectives)
    use_form(ABOUT_THE_WHOLE, consultation=consultation, is_general=True)
    consulted = Consulted(consultation, draft)
    first_day = scene.today + timedelta(days=STRATEGY.opens)
    arrivals = arrivals_of(scene, consultation, first_day)
    diary = Diary(consulted=consulted, readers=readers_of(scene), now=scene.now)
    for written in read_written(*words.FILES, ticked=words.OBJECTIVES):
        diary.note(arrivals.on(written.day), diary.receive, written=written)
    for written in fill_in_general():
        diary.note(arrivals.on(written.day), diary.receive, written=written)
    diary.read_between(first_day, first_day + timedelta(days=words.READ_UP_TO_DAY))
    diary.live()
    appeal_against_a_hold(consultation, at=scene.now - A_DAY)
    for written in read_written(words.UNSENT):
        fill_basket(written, consulted=consulted, at=arrivals.on(written.day))


def appeal_against_a_hold(consultation, *, at):
    """The author of what was held for two words asks somebody else to look again."""
    held = Review.objects.get(
        consultation=consultation, status=ReviewStatus.HELD, decisions__reason=Reason.OBSCENE
    )
    appeal(comment=held.comment, text=words.APPEAL, at=at)


def readers_of(scene):
    """Two members and the chair, who sits for no organisation and so may read everything."""
    return [scene.user(email) for email in (FIRST_MEMBER, SECOND_MEMBER, CHAIR)]


def arrivals_of(scene, consultation, first_day):
    return Arrivals(
        first_day=timezone.make_aware(datetime.combine(first_day, time.min)),
        opens_at=consultation.opens_at,
        now=scene.now,
        seed=consultation.slug,
    )
