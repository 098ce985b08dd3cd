"""Consultations, drafts and responses as people make them: through the same domain functions."""

import datetime as dt
import itertools

from django.utils import timezone

from consultations.drafts.importing.outline import Kind, Outline, Passage, Section
from consultations.drafts.importing.publish import make_draft
from consultations.models import ConsultationIndexPage, ConsultationPage, DecisionMaker
from consultations.responses.domain import baskets, sending
from consultations.responses.domain.places import Place
from consultations.responses.domain.questionnaires import version_asked
from consultations.responses.domain.references import new_key
from consultations.responses.enums import Capacity, Publish, Stance
from consultations.responses.models import Questionnaire
from pages.domain.tree import ensure_home

counter = itertools.count(1)

DAY = dt.timedelta(days=1)


def make_index():
    home = ensure_home()
    index = ConsultationIndexPage.objects.first()
    if index is None:
        index = home.add_child(
            instance=ConsultationIndexPage(
                title="Consultations", slug="consultations", show_in_menus=True
            )
        )
    return index


def make_decision_maker(name="Cabinet", **fields):
    return DecisionMaker.objects.get_or_create(name=name, defaults=fields)[0]


def make_consultation(*, slug="", **fields):
    """An open consultation whose comments are shown as they are checked."""
    now = timezone.now()
    slug = slug or f"consultation-{next(counter)}"
    fields = {
        "title": "A thriving sector",
        "opens_at": now - 7 * DAY,
        "closes_at": now + 7 * DAY,
        "decision_maker": "Cabinet",
        "publication_mode": "during",
        **fields,
    }
    if isinstance(fields["decision_maker"], str):  # by name, as people say it
        fields["decision_maker"] = make_decision_maker(fields["decision_maker"])
    return make_index().add_child(instance=ConsultationPage(slug=slug, **fields))


def make_questionnaire(**fields):
    """The form of the first walk: stance, comment, suggested wording; the default one."""
    fields = {"title": "About a passage", "is_default": True, **fields}
    fields.setdefault(
        "questions",
        [
            {"type": "stance", "value": {"label": "How far do you agree?", "hint": ""}},
            {"type": "comment", "value": {"label": "What would you change?", "hint": ""}},
            {"type": "wording", "value": {"label": "How would you word it?", "hint": ""}},
        ],
    )
    existing = Questionnaire.objects.filter(is_default=True).first()
    return existing if fields["is_default"] and existing else Questionnaire.objects.create(**fields)


def make_outline(*, sections=2, passages=3):
    return Outline(
        "Draft strategy",
        tuple(
            Section(
                f"Section {number}",
                tuple(
                    Passage(Kind.PARAGRAPH, f"Passage {place} of section {number}.")
                    for place in range(1, passages + 1)
                ),
            )
            for number in range(1, sections + 1)
        ),
    )


def make_published_draft(consultation=None, *, outline=None, **sizes):
    """A frozen draft with its sections; the questionnaire is made when there is none."""
    make_questionnaire()
    draft = make_draft(
        outline or make_outline(**sizes), consultation=consultation or make_consultation()
    )
    draft.get_latest_revision().publish()
    draft.refresh_from_db()
    return draft


def passages_of(draft):
    return [passage for section in draft.sections() for passage in section.passages.all()]


def place_of(passage):
    section = passage.section
    draft = section.draft
    return Place(draft.consultation, draft, section, passage)


def make_response(
    *places,
    stance=Stance.AGREE,
    text="More help for small groups.",
    publish=Publish.WITHOUT_NAME,
    organisation="",
    name="",
    email="",
    key="",
    at=None,
):
    """Send one comment at each place, as one response. A Passage may stand for its place."""
    places = [place if isinstance(place, Place) else place_of(place) for place in places]
    key = key or new_key()
    for place in places:
        version = version_asked(consultation=place.consultation, section=place.section)
        values = {"stance": str(stance), "comment": text}
        answers = {
            question.key.hex: values[question.kind]
            for question in version.questions.all()
            if values.get(question.kind)
        }
        comment = baskets.keep_comment(key=key, place=place, version=version, answers=answers)
    baskets.keep_about_you(
        basket=comment.basket,
        capacity=Capacity.GROUP if organisation else Capacity.MYSELF,
        publish=publish,
        organisation_name=organisation,
        name=name,
        email=email,
    )
    return sending.send(
        key=key, consultation=places[0].consultation, received_at=at or timezone.now()
    ).response
