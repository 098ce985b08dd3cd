"""The consultation that is over: asked, answered, decided, and signed off by two people."""

from datetime import timedelta

from consultations.domain.stages import record_analysis_signed_off, record_answered
from consultations.models import ConsultationPage
from consultations.outcomes.models import OutcomePage
from demo.content import grants as words
from demo.content.consultations import GRANTS
from demo.loading.answering import Consulted
from demo.loading.diary import Diary
from demo.loading.drafting import publish_draft
from demo.loading.strategy import arrivals_of, readers_of
from demo.loading.written import read_written
from demo.signins import CHAIR, OFFICER, WEB_ADMINISTRATOR

APPROVE = "approve"
A_WEEK = timedelta(days=7)


def load_grants(scene):
    consultation = ConsultationPage.objects.get(slug=GRANTS.slug)
    draft = publish_draft(
        "grants.txt",
        consultation=consultation,
        user=scene.user(OFFICER),
        summaries=words.PLAIN_SUMMARIES,
    )
    first_day = scene.today + timedelta(days=GRANTS.opens)
    arrivals = arrivals_of(scene, consultation, first_day)
    diary = Diary(
        consulted=Consulted(consultation, draft), readers=readers_of(scene), now=scene.now
    )
    for written in read_written(*words.FILES, ticked=words.AIMS):
        diary.note(arrivals.on(written.day), diary.receive, written=written)
    diary.read_between(first_day, scene.today + timedelta(days=GRANTS.closes) + A_WEEK)
    diary.live()
    # Said before the page is published, since that would put down today as the day of the answer.
    record_analysis_signed_off(consultation=consultation, at=scene.moment(words.SIGNED_OFF))
    record_answered(consultation=consultation, at=scene.moment(words.ANSWERED))
    publish_outcome(consultation, scene)


def publish_outcome(consultation, scene):
    """Through the real workflow: the officer approves the council's part, the chair the Board's."""
    author = scene.user(WEB_ADMINISTRATOR)
    outcome = OutcomePage(
        slug="outcome",
        decided_on=scene.working_day(words.DECIDED),
        first_published_at=scene.moment(words.ANSWERED),
        live=False,
        owner=author,
        **words.OUTCOME,
    )
    consultation.add_child(instance=outcome)
    outcome.save_revision(user=author)
    workflow = outcome.get_workflow().start(outcome, author)
    for email in (OFFICER, CHAIR):
        workflow.refresh_from_db()
        step = workflow.current_task_state
        step.task.specific.on_action(step, scene.user(email), APPROVE)
