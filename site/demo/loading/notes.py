"""A consultation without a draft: its form, and what people wrote about it as a whole."""

from datetime import timedelta

from consultations.models import ConsultationPage
from demo.loading.answering import Consulted
from demo.loading.diary import Diary
from demo.loading.questionnaires import use_form
from demo.loading.strategy import arrivals_of, readers_of
from demo.loading.written import read_written


def load_notes(scene, exercise, *, form, file):
    consultation = ConsultationPage.objects.get(slug=exercise.slug)
    use_form(form, consultation=consultation)
    first_day = scene.today + timedelta(days=exercise.opens)
    arrivals = arrivals_of(scene, consultation, first_day)
    diary = Diary(consulted=Consulted(consultation), readers=readers_of(scene), now=scene.now)
    for written in read_written(file):
        diary.note(arrivals.on(written.day), diary.receive, written=written)
    diary.read_between(first_day, scene.today)
    diary.live()
