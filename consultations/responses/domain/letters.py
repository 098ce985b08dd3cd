"""The letter: everything in one box, about the whole draft."""

from uuid import UUID

from django.db import transaction

from consultations.responses.domain.building import Asked, Form, key_of, make_questionnaire
from consultations.responses.enums import QuestionKind
from consultations.responses.models import QuestionnaireVersion
from people.models import DoneOnce

LETTER = Form(
    "letter",
    "A letter",
    (
        Asked(
            "letter",
            QuestionKind.COMMENT,
            "What would you like to say about the draft?",
            "Write or paste as much as you like. Say which sections you mean, if you can. Please "
            "leave out names and addresses of other people.",
        ),
    ),
)
KEY = UUID(key_of(LETTER, "letter"))


@transaction.atomic
def letter_version():
    """The newest version of the letter's form, which is made where there is none yet."""
    if (version := _newest()) is not None:
        return version
    DoneOnce.objects.get_or_create(key=f"form:{LETTER.slug}")  # two at once wait for one another
    if (version := _newest()) is not None:
        return version
    make_questionnaire(LETTER)
    return _newest()


def _newest():
    return QuestionnaireVersion.objects.filter(questions__key=KEY).order_by("-number").first()
