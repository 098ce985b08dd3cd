"""A baseline for the strategy, so that its officer sees who is missing."""

from consultations.analysis.domain.baselines import add_baseline
from consultations.analysis.enums import Slice
from consultations.models import ConsultationPage
from demo.content import baselines as words
from demo.content.consultations import STRATEGY
from demo.signins import OFFICER
from people.models import Area


def load_baselines(scene):
    areas = ((Slice.AREA, Area.objects.get(name=name).pk, n) for name, n in words.AREAS.items())
    for slice, key, share in (*areas, *words.OTHERS):
        add_baseline(
            consultation=ConsultationPage.objects.get(slug=STRATEGY.slug),
            slice=slice,
            key=str(key),
            share=share,
            source=words.SOURCE,
            year=words.YEAR,
            by=scene.user(OFFICER),
            at=scene.now,
        )
