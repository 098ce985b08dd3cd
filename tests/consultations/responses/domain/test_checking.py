import pytest

from consultations.domain import readiness
from consultations.domain.publishing import DutiesNotMet
from consultations.domain.readiness import blocking_findings, checks_for
from consultations.responses.domain.checking import Asked, check_questions
from consultations.responses.models import Questionnaire, QuestionnaireUse
from tests.factories.consultations import (
    make_consultation,
    make_published_draft,
    make_questionnaire,
    say_why_it_is_short,
)

SCALE = ("Very satisfied", "Satisfied", "Neither", "Dissatisfied", "Very dissatisfied", "Not sure")


def found(label, *options, kind="choice"):
    findings = check_questions([Asked(kind, label, options=options)])
    return [one.code.partition(".")[2] for one in findings]


def test_three_of_five_answers_that_support_it_are_unbalanced():
    answers = (
        "I support the proposal in full",
        "I support it with some changes",
        "I support the idea, not this proposal",
        "I do not support the proposal",
        "Don’t know",
    )

    assert "unbalanced" in found("What do you think of the proposal?", *answers)


def test_a_balanced_scale_with_a_way_to_say_not_sure_is_fine():
    assert found("How satisfied are you with the library?", *SCALE) == []


def test_a_scale_without_not_sure():
    assert found("How satisfied are you with the library?", *SCALE[:-1]) == ["no_not_sure"]


@pytest.mark.parametrize(
    ("options", "is_missing"),
    [
        (("The council", "Voluntary groups"), True),
        (("The council", "Somebody else", "Other"), False),
        (("Yes", "No"), True),
        (("Yes", "No", "I have not met this"), False),
        (("Daily", "Weekly", "Never"), False),
    ],
)
def test_every_closed_question_fits_everybody(options, is_missing):
    assert ("no_not_sure" in found("Who should do this?", *options)) is is_missing


@pytest.mark.parametrize(
    "label",
    [
        "Do you agree that our excellent plan will help?",
        "Surely the fund should stay?",
        "Don't you think the hall should open?",
    ],
)
def test_a_question_that_leads(label):
    assert "leading" in found(label, kind="stance")


@pytest.mark.parametrize(
    ("label", "is_one_sided"),
    [
        ("Do you agree with this?", True),
        ("How far do you agree?", True),
        ("How far do you agree or disagree with this?", False),
        ("Do you support or oppose this?", False),
        ("What would you like to see?", False),
    ],
)
def test_both_sides_are_named(label, is_one_sided):
    assert ("one_sided" in found(label, kind="stance")) is is_one_sided


@pytest.mark.parametrize(
    ("label", "is_double"),
    [
        ("How satisfied are you with the speed and quality of the service?", True),
        ("Is the hall warm as well as clean?", True),
        ("How far do you agree or disagree with this?", False),
        ("How well do voluntary and community groups do?", False),
        ("Do you live between Grays and Tilbury?", False),
        ("Is it clear, and why?", False),
    ],
)
def test_a_closed_question_asks_one_thing(label, is_double):
    assert ("double" in found(label, kind="stance")) is is_double


def test_an_open_question_may_ask_for_several_things():
    assert found("What would you keep and what would you change?", kind="comment") == []


def test_a_question_is_long_from_the_twenty_first_word_on():
    twenty = " ".join(["tree"] * 20) + "?"

    assert (found(twenty, kind="comment"), found(f"tree {twenty}", kind="comment")) == (
        [],
        ["long"],
    )


@pytest.mark.django_db
def test_a_consultation_without_a_form_is_blocked():
    consultation = make_consultation(contact_email="team@example.org", live=False, asks=False)
    say_why_it_is_short(consultation)

    assert [one.code for one in blocking_findings(consultation)] == ["reader.no_question"]
    with pytest.raises(DutiesNotMet, match="No form asks the reader anything"):
        consultation.save_revision().publish()

    make_questionnaire()

    assert blocking_findings(consultation) == []
    consultation.save_revision().publish()
    consultation.refresh_from_db()
    assert consultation.live


@pytest.mark.django_db
def test_what_blocks_is_asked_only_of_the_checks_that_may_find_it(monkeypatch):
    asked = []
    monkeypatch.setattr(readiness, "_checks", {})
    readiness.register_check(lambda *_, **__: asked.append("quick") or [], may_block=True)
    readiness.register_check(lambda *_, **__: asked.append("slow") or [])

    blocking_findings(make_consultation(live=False))

    assert asked == ["quick"]


@pytest.mark.django_db
def test_the_forms_that_are_asked_here_are_checked_and_no_others():
    draft = make_published_draft()
    question = {
        "type": "choice",
        "value": {"label": "Surely?", "hint": "", "options": ["A", "Other"]},
    }
    forms = [Questionnaire.objects.create(title=title, questions=[question]) for title in "AB"]
    QuestionnaireUse.objects.create(
        questionnaire=forms[0], consultation=draft.consultation, section=draft.sections().first()
    )

    leading = [f for f in checks_for(draft.consultation) if f.code == "questions.leading"]

    assert [one.place.form for one in leading] == [forms[0].pk]
