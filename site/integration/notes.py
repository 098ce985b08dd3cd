"""What a table said at an event becomes one response of the consultation: one group of n people.

It goes the way of everything an officer types in: the same forms, the same send. It counts from
when the session ended, and only where the consultation took answers then.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.core.exceptions import PermissionDenied
from django.db import transaction

from consultations.domain.stages import accepts_responses
from consultations.models import ConsultationPage
from consultations.responses.domain.branching import visible
from consultations.responses.domain.channels import send_entry, start_entry, type_comment
from consultations.responses.domain.places import Place, PlaceGone, find_place
from consultations.responses.domain.questionnaires import NoQuestionnaire, version_for
from consultations.responses.domain.ways import draft_to_answer, sections_to_answer
from consultations.responses.enums import Capacity, Channel, PlaceKind, Publish, QuestionKind
from consultations.responses.views.channels.fetching import may_enter
from events.domain.tables import note_handed_over, waiting_tables
from events.models import EventSession

PARTS = {"agreed": "Everybody agreed:", "most": "Most thought:", "some": "Some thought:"}


class Hindrance(StrEnum):
    """Why the notes of a session cannot be handed over, as a sentence that says what to do."""

    NO_CONSULTATION = (
        "The event is part of no consultation. Choose one under “More” on the event's page, and "
        "publish."
    )
    NOT_PUBLIC = "The consultation is not published. Publish it first."
    CALLED_OFF = "This session was called off, so nobody can have talked at it."
    NOT_OVER = "The session is not over yet. Hand the notes over when it is."
    NOT_OPEN = (
        "The consultation was not open when the session ended, so nothing said there can count. "
        "Keep the notes with the event."
    )
    FIXED = "The analysis has been signed off, so no further record is taken."


class CannotHandOver(Exception):
    """It cannot be done now; `sentence` says why."""

    def __init__(self, sentence):
        super().__init__(sentence)
        self.sentence = str(sentence)


@dataclass(frozen=True)
class Standing:
    """Where a session's notes would go, and what is in the way (None: nothing)."""

    consultation: ConsultationPage | None
    hindrance: Hindrance | None
    may: bool


def consultation_of(session):
    return ConsultationPage.objects.filter(pk=session.event.consultation_id).first()


def standing(session, *, user, now):
    consultation = consultation_of(session)
    may = consultation is not None and may_enter(user, consultation)
    return Standing(consultation, _hindrance(session, consultation, now), may)


def _hindrance(session, consultation, now):
    if consultation is None:
        return Hindrance.NO_CONSULTATION
    if not consultation.live:
        return Hindrance.NOT_PUBLIC
    if session.is_off:
        return Hindrance.CALLED_OFF
    if now < session.ends_at:
        return Hindrance.NOT_OVER
    if consultation.analysis_signed_off_at or consultation.answered_at:
        return Hindrance.FIXED
    if not accepts_responses(consultation, received_at=session.ends_at):
        return Hindrance.NOT_OPEN
    return None


def places_of(consultation):
    """(id of the page, title) of what a note can be about, beside the consultation as a whole."""
    sections = sections_to_answer(draft_to_answer(consultation))
    return [(section.pk, section.title) for section in sections]


@transaction.atomic
def hand_over(*, session_pk, by, now):
    """Make a response of each table that says something and is none yet. Pairs of table, response.

    Pressed again it makes none. All of them or none: raises CannotHandOver with a sentence, or
    PermissionDenied to whoever may not type in for the consultation.
    """
    tables = waiting_tables(session_pk=session_pk)
    session = EventSession.objects.select_related("event").get(pk=session_pk)
    found = standing(session, user=by, now=now)
    if found.consultation is not None and not found.may:
        raise PermissionDenied("Only who may type in for the consultation hands notes over.")
    if found.hindrance:
        raise CannotHandOver(found.hindrance)
    return [(table, _send(table, session, found.consultation, by, now)) for table in tables]


def _send(table, session, consultation, by, now):
    entry = start_entry(
        consultation=consultation,
        channel=Channel.MEETING,
        received_at=session.ends_at,
        headcount=table.headcount,
        by=by,
        now=now,
        capacity=Capacity.MEETING,
        publish=Publish.WITHOUT_NAME if table.may_be_shown else Publish.NO,
    )
    for about, notes in _by_page(table).items():
        place = _place(consultation, about, table)
        version, answers = _answers(place, table, notes)
        type_comment(entry=entry, place=place, version=version, answers=answers, now=now)
    response = send_entry(entry=entry, by=by, now=now)
    note_handed_over(table=table, reference=response.reference, by=by, at=now)
    return response


def _by_page(table):
    """What a table said about one page is one comment, even if it was noted in two."""
    pages = {}
    for note in table.notes.all():
        pages.setdefault(note.about_id, []).append(note)
    return pages


def _place(consultation, about, table):
    if about is None:
        return Place(consultation)
    try:
        return find_place(consultation=consultation, kind=PlaceKind.SECTION, pk=about)
    except PlaceGone:
        raise CannotHandOver(
            f"A section that “{table.name}” spoke about is not in the newest version. Open the "
            "table, choose what its notes are about, and save it."
        ) from None


def _answers(place, table, notes):
    """The notes as answers: to the record of a group where one is asked, or else as a comment."""
    try:
        version = version_for(place)
    except NoQuestionnaire:
        raise CannotHandOver("The consultation asks nothing yet. Choose a form for it.") from None
    said = {part: "\n\n".join(filter(None, (getattr(n, part) for n in notes))) for part in PARTS}
    questions = list(version.questions.order_by("position"))
    shown = visible(questions, {})
    for kind, value in (
        (QuestionKind.GROUP_RECORD, _record(table, said)),
        (QuestionKind.COMMENT, _in_words(table, said)),
    ):
        asked = next((q for q in questions if q.kind == kind and q.key.hex in shown), None)
        if asked is not None:
            return version, {asked.key.hex: value}
    raise CannotHandOver(
        f"The form “{version.questionnaire.title}” has no question that notes answer. Add a "
        "“Record of a group” or a “Comment” to it."
    )


def _record(table, said):
    record = {"headcount": str(table.headcount), "who": table.who, "led_by": table.led_by, **said}
    return {part: value for part, value in record.items() if value}


def _in_words(table, said):
    lines = [f"{PARTS[part]} {words}" for part, words in said.items() if words]
    who = f" ({table.who})" if table.who else ""
    return "\n\n".join([f"Notes of a group of {table.headcount} people{who}.", *lines])
