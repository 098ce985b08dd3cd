"""Questions that depend on answers, forms that change meanwhile, and what is sent of it all."""

import pytest

from consultations.analysis.domain.options import option_results
from consultations.responses.domain.questionnaires import version_for
from consultations.responses.enums import FactCheck, Stance
from consultations.responses.models import (
    Answer,
    Comment,
    DraftComment,
    Questionnaire,
)
from tests.factories.consultations import place_of
from tests.factories.questions import Asked, option

pytestmark = pytest.mark.django_db

STANCE = Asked("stance", "stance", "How far do you agree?")
CHANGE = Asked("change", "comment", "What should change?", when=(("stance", Stance.DISAGREE),))
HELP = Asked("help", "line", "What would help you to decide?", when=(("stance", Stance.NO_VIEW),))
CHECK = Asked("check", "fact_check", "Is this right?")
SOURCE = Asked("source", "line", "Who says so?", when=(("check", FactCheck.WRONG),))
IMPACT = Asked("impact", "impact", "Does it affect some more?", options=("Carers", "Children"))
BETTER = Asked("better", "comment", "What would make it better?", when=(("impact", "yes"),))
BARRIERS = Asked("barriers", "multi", "What stops you?", options=("Time", "Money"))


@pytest.mark.parametrize(
    ("asked", "said", "brings"),
    [
        ((STANCE, CHANGE, HELP), {"stance": "disagree"}, "What should change?"),
        ((STANCE, CHANGE, HELP), {"stance": "no_view"}, "What would help you to decide?"),
        ((CHECK, SOURCE), {"check": "wrong"}, "Who says so?"),
        ((IMPACT, BETTER), {"impact": "yes"}, "What would make it better?"),
    ],
    ids=["disagreeing", "having no view", "finding a fact wrong", "seeing people affected"],
)
def test_a_question_that_an_answer_brings_may_be_left_empty(open_form, asked, said, brings):
    page = open_form(*asked)
    before = page.asked
    page.fill(**said)
    during = page.asked
    page.fill(**said)

    assert brings not in before
    assert brings in during
    assert page.is_kept


def test_an_answer_that_brings_nothing_leads_straight_on(open_form):
    page = open_form(STANCE, CHANGE, HELP)

    page.fill(stance="agree")

    assert page.is_kept


def test_what_a_changed_answer_hides_is_kept_said_and_not_sent(open_form):
    page = open_form(STANCE, CHANGE)
    page.fill(stance="disagree").fill(stance="disagree", change="The date.")
    page.open().fill(stance="agree", change="The date.")
    checked = page.check()
    kept = DraftComment.objects.get().answers
    page.send()

    assert "You also answered what follows" in checked
    assert "The date." in checked
    assert kept[page.form.keys["change"]] == "The date."
    assert [answer.value for answer in Answer.objects.all()] == ["agree"]


def test_what_was_hidden_comes_back_when_the_answer_is_changed_back(open_form):
    page = open_form(STANCE, CHANGE)
    page.fill(stance="disagree").fill(stance="disagree", change="The date.")
    page.open().fill(stance="agree", change="The date.")
    page.open().fill(stance="disagree")

    assert "The date." in page.answer.content.decode()
    assert "You also answered" not in page.fill(stance="disagree", change="The date.").check()


def test_words_in_a_hidden_question_alone_cannot_be_sent(open_form):
    page = open_form(STANCE, CHANGE)
    page.fill(stance="disagree").fill(change="The date.")

    assert page.answer.status_code == 422
    assert "Answer at least one question before you continue." in page.answer.content.decode()


class TestAFormThatChangesMeanwhile:
    def change_label(self, page, label):
        form = Questionnaire.objects.get(pk=page.form.pk)
        form.questions[0].value["label"] = label
        form.save()
        return form

    def test_is_kept_with_the_version_that_was_opened(self, open_form):
        page = open_form(STANCE, CHANGE)
        self.change_label(page, "Is it any good?")
        page.fill(stance="agree")
        page.send()

        comment = Comment.objects.get()
        assert comment.questionnaire_version.number == 1
        assert [a.question.label for a in comment.answers.all()] == ["How far do you agree?"]

    def test_is_asked_in_the_old_version_when_a_kept_comment_is_opened_again(self, open_form):
        page = open_form(STANCE, CHANGE)
        page.fill(stance="agree")
        self.change_label(page, "Is it any good?")

        assert page.open().asked == ["How far do you agree?"]

    def test_is_asked_in_the_new_version_by_the_next_person(self, open_form):
        page = open_form(STANCE, CHANGE)
        page.fill(stance="agree").send()
        self.change_label(page, "Is it any good?")

        assert page.open().asked == ["Is it any good?"]

    def test_is_not_fooled_by_a_made_up_version(self, open_form):
        page = open_form(STANCE)
        page.browser.post(
            page.address, {f"q_{page.form.keys['stance']}": "agree", "opened": "1:made-up"}
        )

        assert DraftComment.objects.get().questionnaire_version == page.form.versions.get()

    def test_is_counted_together_after_a_correction_and_apart_after_a_change(self, open_form):
        page = open_form(BARRIERS)
        asked = version_for(place_of(page.passage)).questions.get()
        page.fill(barriers=[option(asked, "Time")]).send()
        self.change_label(page, "What stosp you?")
        page.open().fill(barriers=[option(asked, "Time"), option(asked, "Money")]).send()
        [together] = option_results(page.passage.section.draft.consultation)
        self.change_label(page, "What helps you?")
        page.open().fill(barriers=[option(asked, "Money")]).send()
        apart = option_results(page.passage.section.draft.consultation)

        assert (together.base, together.versions) == (2, (1, 2))
        assert {o.label: o.count for o in together.options} == {"Time": 2, "Money": 1}
        assert [(r.label, r.base) for r in apart] == [
            ("What stosp you?", 2),
            ("What helps you?", 1),
        ]
        assert self.sentences(page) == [
            "The spelling of “What stosp you?” is corrected. "
            "Answers given before and after are counted together.",
            "“What stosp you?” is now “What helps you?”, another question. "
            "Answers given before and after are counted apart.",
        ]

    def sentences(self, page):
        return [
            sentence
            for version in page.form.versions.order_by("number")
            for sentence in version.changes
        ]
