"""What came another way to the library's evenings; who it was that answered on the strategy."""

from datetime import timedelta
from itertools import cycle

from consultations.models import ConsultationPage
from consultations.responses.domain import channels, equality, workspaces
from consultations.responses.domain.places import Place
from consultations.responses.domain.questionnaires import version_for
from consultations.responses.enums import (
    Capacity,
    Channel,
    Office,
    PersonKnows,
    Publish,
    Relationship,
)
from consultations.responses.models import Response
from demo.content import channels as words
from demo.content.consultations import EVENINGS, STRATEGY
from demo.signins import OFFICER
from people.domain.postcodes import replace_table

A_DAY = timedelta(days=1)


def load_channels(scene):
    replace_table(text=words.POSTCODES)
    consultation = ConsultationPage.objects.get(slug=EVENINGS.slug)
    _type_in(scene, consultation, words.PAPER, channel=Channel.PAPER, capacity=Capacity.MYSELF)
    _type_in(
        scene,
        consultation,
        words.MEETING,
        channel=Channel.MEETING,
        capacity=Capacity.MEETING,
        headcount=words.AT_THE_MEETING,
    )
    _speak_for_others(scene, consultation)
    _write_together(scene, consultation)
    _say_who_they_are(scene)


def _speak_for_others(scene, consultation):
    """A daughter who rings for her mother, and a councillor's letter."""
    _type_in(
        scene,
        consultation,
        words.FOR_HER_MOTHER,
        channel=Channel.PHONE,
        capacity=Capacity.ON_BEHALF,
        relationship=Relationship.FAMILY,
        person_knows=PersonKnows.YES,
    )
    _type_in(
        scene,
        consultation,
        words.OF_A_COUNCILLOR,
        channel=Channel.EMAIL,
        capacity=Capacity.COUNCILLOR,
        office=Office.COUNCILLOR,
    )


def _words_of(place, text):
    """The form asked there, and the answers that have nothing but these words."""
    version = version_for(place)
    questions = list(version.questions.all())
    question = next(one for one in questions if one.kind == "comment")
    return version, questions, {question.key.hex: text}


def _type_in(scene, consultation, text, **about):
    place = Place(consultation)
    version, _, answers = _words_of(place, text)
    entry = channels.start_entry(
        consultation=consultation,
        received_at=scene.now - 2 * A_DAY,
        by=scene.user(OFFICER),
        now=scene.now,
        publish=Publish.WITHOUT_NAME,
        **about,
    )
    channels.type_comment(entry=entry, place=place, version=version, answers=answers, now=scene.now)
    channels.send_entry(entry=entry, by=scene.user(OFFICER), now=scene.now)


def _write_together(scene, consultation):
    place = Place(consultation)
    workspace, _, _ = workspaces.start_workspace(
        consultation=consultation, name=words.GROUP, now=scene.now - A_DAY
    )
    for member, text in words.WRITTEN:
        version, questions, answers = _words_of(place, text)
        workspaces.write(
            workspace=workspace,
            place=place,
            version=version,
            questions=questions,
            answers=answers,
            seen=workspaces.versions_at(workspace, place.key),
            by_name=member,
            now=scene.now - A_DAY,
        )


def _say_who_they_are(scene):
    """Of the open consultation: ten at a time become records, the last ones wait in the pool."""
    consultation = ConsultationPage.objects.get(slug=STRATEGY.slug)
    people = Response.objects.filter(consultation=consultation, capacity=Capacity.MYSELF)
    turns = {name: cycle(groups) for name, groups in words.SOME_GROUPS.items()}
    for response in people.order_by("pk"):
        equality.give(
            response=response,
            groups={name: next(turn) for name, turn in turns.items()},
            now=scene.now,
        )
