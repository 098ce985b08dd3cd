"""The consultation that never closes, with the notes that groups have sent."""

from datetime import timedelta

from consultations.models import ConsultationPage
from demo.content.consultations import SEEING
from demo.content.forms import WHAT_YOU_ARE_SEEING
from demo.loading.answering import Consulted
from demo.loading.diary import Diary
from demo.loading.questionnaires import use_form
from demo.loading.strategy import arrivals_of, readers_of
from demo.loading.written import read_written


def load_seeing(scene):
    consultation = ConsultationPage.objects.get(slug=SEEING.slug)
    use_form(WHAT_YOU_ARE_SEEING, consultation=consultation)
    first_day = scene.today + timedelta(days=SEEING.opens)
    arrivals = arrivals_of(scene, consultation, first_day)
    diary = Diary(consulted=Consulted(consultation), readers=readers_of(scene), now=scene.now)
    for written in read_written("seeing.txt"):
        diary.note(arrivals.on(written.day), diary.receive, written=written)
    diary.read_between(first_day, scene.today)
    diary.live()
