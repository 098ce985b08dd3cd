"""The letter: everything in one box, about the whole draft; and the sections it is about."""

from uuid import UUID

from django.db import transaction

from consultations.responses.domain.building import Asked, Form, key_of, make_questionnaire
from consultations.responses.enums import QuestionKind
from consultations.responses.models import Question, QuestionnaireVersion, ResponseDraft
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


def named(basket):
    """The sections that were ticked, or that something is said about as a whole."""
    said = basket.comments.filter(section__isnull=False, passage__isnull=True)
    return sorted({*basket.sections, *said.values_list("section", flat=True)})


@transaction.atomic
def choose_sections(*, basket, sections, offered):
    """Note which of the sections on offer the letter is about.

    One that is ticked no more loses its stance, unless something else was said there as well.
    """
    locked = ResponseDraft.objects.select_for_update().filter(pk=basket.pk)
    locked.update(sections=sorted(sections))
    basket.sections = sorted(sections)
    dropped = basket.comments.filter(section__in=set(offered) - set(sections), passage=None)
    stances = Question.objects.filter(
        version__in=dropped.values("questionnaire_version"), kind=QuestionKind.STANCE
    )
    keys = {key.hex for key in stances.values_list("key", flat=True)}
    bare = [comment.pk for comment in dropped if keys.issuperset(comment.answers)]
    basket.comments.filter(pk__in=bare).delete()
