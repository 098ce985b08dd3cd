"""Consultations, drafts and responses as people make them: through the same domain functions."""

import datetime as dt
import itertools
from uuid import uuid4

from django.utils import timezone

from consultations.domain.duties import unmet
from consultations.domain.duties.registry import codes
from consultations.drafts.domain.versions import start_next_version
from consultations.drafts.importing.outline import Kind, Outline, Passage, Section
from consultations.drafts.importing.publish import make_draft
from consultations.models import (
    ConsultationIndexPage,
    ConsultationPage,
    DecisionMaker,
    DutyOverride,
)
from consultations.responses.domain import baskets, sending
from consultations.responses.domain.places import Place
from consultations.responses.domain.questionnaires import version_asked
from consultations.responses.domain.references import new_key
from consultations.responses.enums import Capacity, Publish, Stance
from consultations.responses.models import Questionnaire
from pages.domain.tree import ensure_home
from people.models import User

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


def fair_fields(*, opens_at, closes_at):
    """What every duty asks for, the time it is open apart."""
    day = timezone.localdate(closes_at or opens_at)
    return {
        "decision_maker": "Cabinet",
        "decision_on": day + 60 * DAY,
        "reply_by": day + 45 * DAY,
        "open_to_change": "The aims and their order",
        "why_proposed": "<p>The old agreement ends next year.</p>",
        "rejected_options": "Waiting: groups need to know before the next budget",
        "equality_screened_on": timezone.localdate(opens_at) - 10 * DAY,
        "equality_screened_by": "The policy team",
        "equality_summary": "Nobody is affected more than others.",
        "contact_email": "consultations@example.org",
        "other_ways": "<p>Ring us and we write down what you say.</p>",
    }


def make_consultation(*, slug="", live=True, asks=True, **fields):
    """An open consultation whose comments are shown as they are checked.

    It meets every duty; being open for two weeks only, it has a reason with two names. Without
    `asks` there is no form.
    """
    now = timezone.now()
    slug = slug or f"consultation-{next(counter)}"
    fields = {
        "title": "A thriving sector",
        "opens_at": now - 7 * DAY,
        "closes_at": now + 7 * DAY,
        "publication_mode": "during",
        **fields,
    }
    fair = fair_fields(opens_at=fields["opens_at"], closes_at=fields["closes_at"])
    fair |= fields
    if isinstance(fair["decision_maker"], str):  # by name, as people say it
        fair["decision_maker"] = make_decision_maker(fair["decision_maker"])
    page = make_index().add_child(instance=ConsultationPage(slug=slug, **fair))
    if asks:
        make_questionnaire()
    if live:
        say_why_it_is_short(page)
        page.live, page.has_unpublished_changes = True, False
        page.save()
    return page


def say_why_it_is_short(page):
    """Put the reason for a short time on record, with two people's names, where it needs one."""
    now = timezone.now()
    for code in codes(unmet(page, now=now)) & {"twelve_weeks", "four_weeks"}:
        DutyOverride.objects.create(
            consultation=page,
            duty=code,
            reason="The budget is set next month, so there is no more time.",
            by=somebody("Abena"),
            at=now,
            second_by=somebody("Bryn"),
            second_at=now,
        )


def somebody(name):
    email = f"{name.lower()}@example.org"
    return User.objects.get_or_create(email=email, defaults={"first_name": name})[0]


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


def make_published_version(draft, *, by, edit=(), drop=(), add=()):
    """The next version of a published draft, edited and published.

    `edit` maps passage numbers of the draft to their new words, `drop` holds numbers, `add` maps
    section numbers to words at the section's end.
    """
    numbers = {str(passage.block_id): passage.number for passage in passages_of(draft)}
    edit, add = dict(edit), dict(add)
    copy = start_next_version(draft=draft, by=by, at=timezone.now())
    for place, section in enumerate(copy.sections(), start=1):
        blocks = []
        for block in section.body.raw_data:
            number = numbers[block["id"]]
            if number not in drop:
                words = edit.get(number)
                blocks.append({**block, "value": f"<p>{words}</p>"} if words else dict(block))
        if words := add.get(str(place)):
            blocks.append({"type": "paragraph", "value": f"<p>{words}</p>", "id": str(uuid4())})
        section.body = blocks
        section.save_revision(user=by)
    copy.save_revision(user=by).publish(user=by)
    copy.refresh_from_db()
    return copy


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
