"""Questions that depend on answers, forms that change meanwhile, and what is sent of it all."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from consultations.analysis.domain.options import option_results
from consultations.analysis.domain.reconciling import reconcile
from consultations.analysis.domain.voices import published_comments, voices
from consultations.moderation.domain import deciding
from consultations.moderation.domain.cards import cards
from consultations.moderation.models import Review
from consultations.responses.domain.questionnaires import version_for
from consultations.responses.domain.withdrawing import withdraw
from consultations.responses.enums import FactCheck, Stance
from consultations.responses.models import (
    Answer,
    AnswerChoice,
    Comment,
    DraftComment,
    Questionnaire,
    Response,
)
from tests.factories.consultations import make_published_draft, passages_of, place_of
from tests.factories.questions import EVERY_KIND, Asked, make_form, option

pytestmark = pytest.mark.django_db

ABOUT = {
    "capacity": "myself",
    "publish": "without_name",
    "organisation_name": "",
    "name": "",
    "email": "",
}
STANCE = Asked("stance", "stance", "How far do you agree?")
CHANGE = Asked("change", "comment", "What should change?", when=(("stance", Stance.DISAGREE),))
HELP = Asked("help", "line", "What would help you to decide?", when=(("stance", Stance.NO_VIEW),))
CHECK = Asked("check", "fact_check", "Is this right?")
SOURCE = Asked("source", "line", "Who says so?", when=(("check", FactCheck.WRONG),))
IMPACT = Asked("impact", "impact", "Does it affect some more?", options=("Carers", "Children"))
BETTER = Asked("better", "comment", "What would make it better?", when=(("impact", "yes"),))
BARRIERS = Asked("barriers", "multi", "What stops you?", options=("Time", "Money"))


class Page:
    """The form about a passage, in one person's browser."""

    def __init__(self, browser, form, passage):
        self.browser, self.form, self.passage = browser, form, passage
        self.slug = passage.section.draft.consultation.slug
        self.address = reverse("respond:comment", args=[self.slug, "passage", passage.pk])

    def open(self):
        self.answer = self.browser.get(self.address)
        return self

    @property
    def asked(self):
        return [group.question.label for group in self.answer.context["form"].groups]

    def fill(self, **said):
        """Press Continue with these boxes filled, and the hidden ones as they are on the page."""
        form = self.answer.context["form"]
        data = {"asked": form.asked, "opened": self.answer.context["opened"]}
        for name, value in said.items():
            data[f"q_{self.form.keys[name]}"] = value
        self.answer = self.browser.post(self.address, data)
        return self

    def check(self):
        self.browser.post(reverse("respond:about_you", args=[self.slug]), ABOUT)
        answer = self.browser.get(reverse("respond:check", args=[self.slug]))
        return " ".join(answer.content.decode().split())

    def send(self):
        self.check()
        return self.browser.post(reverse("respond:check", args=[self.slug]))

    @property
    def is_kept(self):
        return self.answer.status_code == 302


@pytest.fixture
def open_form(resident):
    def make(*asked):
        form = make_form(*asked)
        passage = passages_of(make_published_draft())[0]
        return Page(resident, form, passage).open()

    return make


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


def send_every_kind(page):
    asked = {q.label: q for q in version_for(place_of(page.passage)).questions.all()}
    multi, first = asked["What stops you?"], asked["What comes first?"]
    matrix = asked["How well do these work?"]
    data = {
        "comment": "Say who decides.",
        "multi": [option(multi, "Time"), "other"],
        "multi_other": "The bus",
        "first": [option(first, "Rooms"), option(first, "Roads")],
        f"first_{option(first, 'Rooms')}": "1",
        f"first_{option(first, 'Roads')}": "2",
        f"matrix_{matrix.settings['rows'][0]['key']}": option(matrix, "Well"),
        "evidence_text": "For your eyes.",
        "evidence_may_show": "no",
        "offer": [asked["Would you help?"].options[0]["key"]],
    }
    named = {}
    for name, value in data.items():
        question, _, part = name.partition("_")
        named[f"q_{page.form.keys[question]}" + (f"_{part}" if part else "")] = value
    page.answer = page.browser.post(page.address, named)
    assert page.is_kept
    page.send()
    return page.passage.section.draft.consultation


class TestEveryKind:
    def test_is_read_by_the_board_and_in_public_as_far_as_it_may_be(self, open_form, board_member):
        page = open_form(*EVERY_KIND)
        consultation = send_every_kind(page)
        [card] = cards(Review.objects.all(), to=board_member)
        now = Response.objects.get().received_at
        deciding.publish(review_ids=[card.pk], by=board_member, at=now)
        [voice] = voices(published_comments(consultation, now=now))

        on_card = {answer["label"]: answer["text"] for answer in card.answers}
        in_public = {answer["label"]: answer["text"] for answer in voice.answers}
        assert on_card["What stops you?"] == "Time\nSomething else: The bus"
        assert on_card["What comes first?"] == "1. Rooms\n2. Roads"
        assert on_card["How well do these work?"] == "Grants: Well"
        assert set(on_card) - set(in_public) == {"What should we read?", "Would you help?"}

    def test_is_counted_by_option_until_it_is_withdrawn(self, open_form):
        page = open_form(*EVERY_KIND)
        consultation = send_every_kind(page)
        counts = {
            result.label: {one.label: one.count for one in result.options if one.count}
            for result in option_results(consultation)
        }
        first = next(r for r in option_results(consultation) if r.kind == "priorities")
        matrix = next(r for r in option_results(consultation) if r.kind == "matrix")
        withdraw(response=Response.objects.get(), at=Response.objects.get().received_at)

        assert counts["What stops you?"] == {"Time": 1, "Something else": 1}
        assert {o.label: (o.ranks, o.points) for o in first.options if o.count} == {
            "Rooms": ((1, 0, 0), 3),
            "Roads": ((0, 1, 0), 2),
        }
        assert matrix.rows == [("Grants", [1, 0]), ("Training", [0, 0])]
        assert "Would you help?" not in counts
        assert option_results(consultation) == []
        assert reconcile(consultation).faults == []

    def test_is_tallied_by_the_migration_where_it_was_picked_before(self, open_form):
        consultation = send_every_kind(open_form(*EVERY_KIND))
        migration = import_module("consultations.analysis.migrations.0002_options")
        results, faults = option_results(consultation), reconcile(consultation).faults
        migration.forget_them(apps, None)
        forgotten = option_results(consultation)
        migration.count_what_was_picked(apps, None)

        assert (len(results), faults) == (3, [])
        assert forgotten == []
        assert option_results(consultation) == results
        assert reconcile(consultation).faults == []

    def test_takes_one_query_more_to_send_than_words_alone(self, open_form):
        page = open_form(*EVERY_KIND)
        send_every_kind(page)
        queries = []
        for said in ({"comment": "Say more."}, {"place": None}):
            page.open()
            if "place" in said:
                asked = version_for(place_of(page.passage)).questions.get(kind="place")
                said = {"place": option(asked, "Quayside")}
            page.fill(**said)
            page.check()
            with CaptureQueriesContext(connection) as captured:
                page.browser.post(reverse("respond:check", args=[page.slug]))
            queries.append(len(captured))

        assert queries[1] == queries[0] + 1
        assert queries[1] <= 20 + 1 + 2  # two of them the test's own savepoint
        assert AnswerChoice.objects.filter(option=said["place"]).count() == 1


@pytest.mark.parametrize("responses", [1, 3])
def test_counts_take_three_queries_whatever_their_number(
    open_form, responses, django_assert_num_queries
):
    page = open_form(BARRIERS, IMPACT)
    asked = version_for(place_of(page.passage)).questions.get(kind="multi")
    for _ in range(responses):
        page.open().fill(barriers=[option(asked, "Time")], impact="yes").send()

    with django_assert_num_queries(3):
        results = option_results(page.passage.section.draft.consultation)

    assert [result.base for result in results] == [responses, responses]


def test_counts_stand_on_the_public_page_with_their_base(open_form):
    page = open_form(BARRIERS)
    asked = version_for(place_of(page.passage)).questions.get()
    page.fill(barriers=[option(asked, "Time")]).send()
    consultation = page.passage.section.draft.consultation
    type(consultation).objects.filter(pk=consultation.pk).update(
        closes_at=Response.objects.get().received_at
    )

    shown = page.browser.get(f"/consultations/{page.slug}/views/").content.decode()

    assert "What people chose" in shown
    assert "1 comment answers this. Each may choose several" in shown
