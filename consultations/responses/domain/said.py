"""What comments that were sent say."""

from types import SimpleNamespace

from consultations.responses.domain.answers import TEXTS, loaded, may_be_public, shown
from consultations.responses.enums import Language, QuestionKind
from consultations.responses.models import Answer

# Read as they were typed; the stance is put into words by whoever shows it.
AS_TYPED = TEXTS - {QuestionKind.DATE}
TRANSLATION = ("text", "language", "translator", "read_against")


def answers_by_comment(comments, *, for_public=False):
    """The answers given in each of these comments, by its id, in the order of the questions.

    `for_public` leaves out what is never shown, such as offers of help. Plain values, in one
    query: as model instances the answers to twenty comments took as long as the page around them
    (measured). One that was translated also has `lang`, `language`, `translation`, `translator` and
    `read_against`.
    """
    rows = (
        Answer.objects.filter(comment__in=comments)
        .exclude(value="")
        .order_by("question__position")
        .values_list(
            "pk",
            "comment",
            "question__kind",
            "question__label",
            "value",
            "question__options",
            "question__settings",
            *(f"translation__{name}" for name in TRANSLATION),
        )
    )
    answers = {}
    for pk, comment_id, kind, label, text, options, settings, *translation in rows:
        if kind not in AS_TYPED:
            value = loaded(kind, text)
            if for_public and not may_be_public(kind, value):
                continue
            question = SimpleNamespace(kind=kind, options=options, settings=settings)
            text = shown(question, value)
        answer = {"id": pk, "kind": kind, "label": label, "text": text}
        if translation[0]:
            answer |= _translated(*translation)
        answers.setdefault(comment_id, []).append(answer)
    return answers


def _translated(text, lang, translator, read_against):
    return {
        "lang": lang,
        "language": Language(lang).label,
        "translation": text,
        "translator": translator,
        "read_against": read_against,
    }
