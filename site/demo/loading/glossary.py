"""The words that the drafts explain."""

from dataclasses import asdict

from consultations.drafts.models import GlossaryTerm
from consultations.models import ConsultationPage
from demo.content.consultations import STRATEGY
from demo.content.glossary import EVERYWHERE, IN_THE_STRATEGY


def load_glossary(scene):
    strategy = ConsultationPage.objects.get(slug=STRATEGY.slug)
    for words, consultation in ((EVERYWHERE, None), (IN_THE_STRATEGY, strategy)):
        for word in words:
            GlossaryTerm.objects.create(**asdict(word), consultation=consultation)
