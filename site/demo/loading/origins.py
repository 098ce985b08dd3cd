"""Who decides and which areas there are, before everything; what went before, after it."""

from datetime import date
from pathlib import Path

from consultations.drafts.models import DraftPage
from consultations.models import ConsultationPage, DecisionMaker, EarlierExercise, Evidence
from demo.content import origins as words
from demo.content.consultations import EVENINGS, GRANTS, STRATEGY
from demo.content.forms import WHICH_EVENINGS
from demo.loading.answering import Consulted
from demo.loading.documents import make_document
from demo.loading.notes import load_notes
from demo.signins import OFFICER
from people.models import Area

PAPERS = Path(__file__).resolve().parents[1] / "content" / "papers"


def load_decision_makers(scene):
    for name, fields in words.DECISION_MAKERS.items():
        DecisionMaker.objects.create(name=name, **fields)


def load_areas(scene):
    for name, (kind, parent, is_active) in words.AREAS.items():
        lies_in = Area.objects.get(name=parent) if parent else None
        Area.objects.create(name=name, kind=kind, parent=lies_in, is_active=is_active)


def load_evenings(scene):
    load_notes(scene, EVENINGS, form=WHICH_EVENINGS, file="evenings.txt")


def load_origins(scene):
    """What people told the strategy before, and the papers behind its passages."""
    page = ConsultationPage.objects.get(slug=STRATEGY.slug)
    draft = DraftPage.objects.live().child_of(page).order_by("-frozen_at").first()
    page.builds_on = [
        EarlierExercise(
            earlier=ConsultationPage.objects.get(slug=GRANTS.slug),
            said=words.TOLD_ABOUT_GRANTS,
            came_of_it=words.CAME_OF_GRANTS,
        ),
        EarlierExercise(**_dated(words.HELD_ELSEWHERE, "held_on")),
    ]
    consulted = Consulted(page, draft)
    page.evidence = [_paper(paper, consulted, scene) for paper in words.PAPERS]
    officer = scene.user(OFFICER)
    page.save_revision(user=officer).publish(user=officer)


def _paper(paper, consulted, scene):
    fields = _dated(paper, "published_on")
    passages = [consulted.place(about).passage for about in fields.pop("about")]
    file = fields.pop("file")
    return Evidence(
        informed=", ".join(passage.number for passage in passages),
        document=make_document(PAPERS / file, title=paper["title"], user=scene.user(OFFICER)),
        **fields,
    )


def _dated(fields, name):
    return {**fields, name: date.fromisoformat(fields[name])}
