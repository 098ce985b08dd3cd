"""The consultation that sample responses are for: twelve sections, eighty passages, open."""

import random
from datetime import timedelta

from django.db import transaction

from consultations.drafts.importing.outline import Kind, Outline, Passage, Section
from consultations.drafts.importing.publish import make_draft
from consultations.drafts.models import DraftPage
from consultations.enums import PublicationMode
from consultations.models import ConsultationIndexPage, ConsultationPage
from consultations.responses.models import Questionnaire, QuestionnaireUse
from integration.sample import words
from pages.domain.tree import ensure_home

PASSAGES_OF_SECTIONS = (4, 8, 9, 7, 6, 7, 6, 8, 7, 6, 6, 6)
OPEN_FOR = timedelta(days=30)
STAYS_OPEN = timedelta(days=60)


class NotASample(Exception):
    """A real consultation has this slug, and real responses are never mixed with made-up ones."""

    def __init__(self, slug):
        super().__init__(
            f"“{slug}” is not a sample consultation, so nothing was added to it. Choose a slug "
            "that is not in use."
        )


@transaction.atomic
def sample_consultation(*, slug, seed, now):
    """The sample consultation of this slug; what it lacks is made. Raises NotASample.

    The same seed makes the same draft.
    """
    page = ConsultationPage.objects.filter(slug=slug).first()
    if page is None:
        page = _make(slug, now)
    elif not page.is_sample:
        raise NotASample(slug)
    if not DraftPage.objects.live().child_of(page).exists():
        draft = make_draft(_outline(random.Random(f"{seed} draft")), consultation=page)
        draft.get_latest_revision().publish()
    if not Questionnaire.objects.filter(uses__consultation=page).exists():
        _make_questionnaire(page)
    return page


def _make(slug, now):
    index = ConsultationIndexPage.objects.first() or ensure_home().add_child(
        instance=ConsultationIndexPage(
            title="Consultations", slug="consultations", show_in_menus=True
        )
    )
    page = index.add_child(
        instance=ConsultationPage(
            title=f"Sample consultation “{slug}”",
            slug=slug,
            summary="Made up by a program, to see how the site copes with many responses.",
            opens_at=now - OPEN_FOR,
            closes_at=now + STAYS_OPEN,
            publication_mode=PublicationMode.DURING,
            show_counts=True,
            is_sample=True,
            live=False,
        )
    )
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def _outline(rng):
    return Outline(
        "Sample draft strategy",
        tuple(
            Section(
                words.title(rng),
                tuple(
                    Passage(Kind.PARAGRAPH, words.text(rng, words=rng.randint(45, 110)))
                    for _ in range(passages)
                ),
            )
            for passages in PASSAGES_OF_SECTIONS
        ),
    )


def _make_questionnaire(page):
    questionnaire = Questionnaire(
        title=f"Sample questions for “{page.slug}”",
        questions=[
            {"type": "stance", "value": {"label": "How far do you agree?", "hint": ""}},
            {"type": "comment", "value": {"label": "What would you change, and why?", "hint": ""}},
            {"type": "wording", "value": {"label": "How would you word it?", "hint": ""}},
        ],
    )
    questionnaire.uses = [QuestionnaireUse(consultation=page)]
    questionnaire.save()
