"""Answers of every kind: read by the Board, shown as far as they may be, and counted."""

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
from consultations.responses.models import (
    AnswerChoice,
    Response,
)
from tests.factories.consultations import place_of
from tests.factories.questions import EVERY_KIND, Asked, option

pytestmark = pytest.mark.django_db

IMPACT = Asked("impact", "impact", "Does it affect some more?", options=("Carers", "Children"))
BARRIERS = Asked("barriers", "multi", "What stops you?", options=("Time", "Money"))


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
