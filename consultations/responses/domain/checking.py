"""The questions of a form, before anybody is asked: leading, double, one-sided, too long.

The rules follow what survey handbooks have long agreed on: ask one thing, lean to no side, offer as
many answers on one side as on the other, and a way to say that one does not know.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from consultations.domain.duties import Duty, met, missing
from consultations.domain.readiness import Finding, Place, Severity
from consultations.enums import Scale
from consultations.responses.domain.leanings import (
    ASKS_FOR_AGREEMENT,
    BETWEEN,
    JOINS,
    LOADED,
    ONE_SIDED,
    OTHER_SIDE,
    OUTSIDE,
    PAIRS,
    PUSHING,
    WAY_OUT,
    side_of,
)
from consultations.responses.domain.questionnaires import NoQuestionnaire, version_asked
from consultations.responses.enums import QuestionKind
from consultations.responses.models import Questionnaire

LONGEST = 20
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True)
class Asked:
    """A question as an editor wrote it. `kind` is one of `QuestionKind`, or a later one."""

    kind: str
    label: str
    hint: str = ""
    options: tuple[str, ...] = ()
    place: Place | None = None

    @property
    def is_closed(self) -> bool:
        return self.kind == QuestionKind.STANCE or bool(self.options)


def check_questions(questions: list[Asked]) -> Iterator[Finding]:
    for question in questions:
        yield from _wording(question)
        yield from _options(question)


def check_forms(consultation, draft=None, now=None) -> Iterator[Finding]:
    """The forms this consultation asks; and whether it asks anything at all."""
    questions = [one for form in forms_of(consultation) for one in asked_in(form)]
    if not questions:
        yield Finding(
            "reader.no_question",
            "No form asks the reader anything, so nobody can answer.",
            "Make or choose a form for this consultation under Snippets, Questionnaires.",
            severity=Severity.BLOCKS,
            about="form",
        )
    yield from check_questions(questions)


def _asks_something(consultation, now):
    if any(asked_in(form) for form in forms_of(consultation)):
        return met("A form asks the reader something.")
    return missing(
        "No form asks the reader anything: make or choose one under Snippets, Questionnaires."
    )


ASKS_SOMETHING = Duty(
    "question",
    "A form that asks something",
    "Gunning 1 and 3: people have to be able to answer.",
    _asks_something,
    blocks=frozenset(Scale),
)


def forms_of(consultation) -> list[Questionnaire]:
    """Its own form or else the default one, and those of single sections.

    One that is not saved yet can have no form of its own.
    """
    if consultation.pk is None:
        return list(Questionnaire.objects.filter(is_default=True))
    try:
        main = version_asked(consultation=consultation).questionnaire_id
    except NoQuestionnaire:
        main = None
    of_sections = Questionnaire.objects.filter(
        uses__consultation=consultation, uses__section__isnull=False
    ).values_list("pk", flat=True)
    return list(Questionnaire.objects.filter(pk__in={main, *of_sections} - {None}).order_by("pk"))


def asked_in(form: Questionnaire) -> list[Asked]:
    found = []
    for number, block in enumerate(form.questions, start=1):
        value = block.value
        if not hasattr(value, "get") or not value.get("label"):
            continue
        found.append(
            Asked(
                kind=block.block_type,
                label=str(value["label"]),
                hint=str(value.get("hint") or ""),
                options=tuple(str(option) for option in value.get("options") or ()),
                place=Place(
                    f"Question {number} of the form “{form}”", block=block.id, form=form.pk
                ),
            )
        )
    return found


def _wording(question: Asked) -> Iterator[Finding]:
    label = question.label
    length = len(WORD.findall(label))
    if length > LONGEST:
        yield _finding(
            "questions.long",
            question,
            f"This question has {length} words.",
            f"Ask it in {LONGEST} words or fewer; put what people need to know in the hint.",
        )
    if word := _leading_word(label):
        yield _finding(
            "questions.leading",
            question,
            f"The words “{word}” tell people which answer is expected.",
            "Say what is proposed and ask what people think of it, without praise or blame.",
        )
    both_offered = {"for", "against"} <= {side_of(option) for option in question.options}
    match = ONE_SIDED.search(label)
    if match and not both_offered and not OTHER_SIDE.search(label):
        yield _finding(
            "questions.one_sided",
            question,
            f"The question names one side only: “{match['verb']}”.",
            "Name both sides, as in “How far do you agree or disagree …?”.",
        )
    if joined := _two_things(question):
        yield _finding(
            "questions.double",
            question,
            f"This may be two questions in one (“{joined}”): an answer cannot say which it is to.",
            "Ask them one by one, or keep the one you need.",
        )


def _leading_word(label: str) -> str:
    if match := PUSHING.search(label):
        return match[0]
    match = LOADED.search(label)
    return match[0] if match and ASKS_FOR_AGREEMENT.search(label) else ""


def _two_things(question: Asked) -> str:
    """What joins two things in a closed question, or "". An open one may ask for several."""
    if not question.is_closed:
        return ""
    label = BETWEEN.sub("thing", PAIRS.sub("thing", question.label))
    if label.count("?") > 1:
        return "? … ?"
    match = JOINS.search(label)
    if match is None:
        return ""
    before, after = label[: match.start()].split()[-1:], label[match.end() :].split()[:1]
    return " ".join([*before, match[0].strip(), *after]).strip(" ?.")


def _options(question: Asked) -> Iterator[Finding]:
    options = question.options
    if len(options) < 2:
        return
    sides = [side_of(option) for option in options]
    positive, negative = sides.count("for"), sides.count("against")
    is_scale = positive + negative > 1 and (positive + negative) * 2 >= len(options)
    listed = " · ".join(options)
    if is_scale and positive != negative and len(options) > 2:
        yield _finding(
            "questions.unbalanced",
            question,
            f"Of {len(options)} answers, {positive} lean one way and {negative} the other.",
            "Offer as many answers on one side as on the other.",
            listed,
        )
    fits_everybody = "unsure" in sides or any(map(OUTSIDE.search, options))
    fits_everybody |= not is_scale and any(map(WAY_OUT.search, options))
    if not fits_everybody:
        more = "." if is_scale else ", or “Other” or “None of these”."
        yield _finding(
            "questions.no_not_sure",
            question,
            "There is no answer for people who do not know, or whom no answer fits.",
            f"Add “Not sure / no view”{more}",
            listed,
        )


def _finding(code, question, sentence, how, excerpt="") -> Finding:
    return Finding(
        code,
        sentence,
        how,
        place=question.place,
        excerpt=excerpt or question.label,
        about=f"{question.label} {'|'.join(question.options)}",
    )
