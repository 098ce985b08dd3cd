"""What came in this morning: comments in which the screening finds something, and the piles."""

import random
from datetime import timedelta

from consultations.models import ConsultationPage
from consultations.moderation.domain.assigning import assign_waiting
from demo.content.consultations import EVENINGS
from demo.loading.answering import Consulted, answer
from demo.loading.written import read_written

APART = timedelta(minutes=7)


def load_todays_comments(scene):
    consultation = ConsultationPage.objects.get(slug=EVENINGS.slug)
    written = read_written("evenings_today.txt")
    for number, one in enumerate(written):
        at = scene.now - APART * (len(written) - number)
        answer(one, consulted=Consulted(consultation), at=at)
    assign_waiting(now=scene.now, lots=random.Random(EVENINGS.slug))
