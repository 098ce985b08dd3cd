"""Figures as a page draws them."""

import datetime as dt

import pytest

from consultations.analysis.domain.results import SectionResult, StanceShare
from consultations.analysis.domain.voices import Voice
from consultations.analysis.templatetags.analysis_tags import (
    first_said,
    response_counts,
    stance_figure,
)
from consultations.drafts.models import SectionPage
from consultations.responses.enums import Stance
from tests.factories.consultations import (
    make_consultation,
    make_published_draft,
    make_response,
    passages_of,
)


def make_result(counts, *, no_view=0, number=1):
    views = [stance for stance in Stance if stance != Stance.NO_VIEW]
    base = sum(counts)
    return SectionResult(
        section=SectionPage(title="Grants", number=number, content_type_id=1),
        comments=base,
        shown=base,
        shares=[
            StanceShare(stance, count, 100 * count / base if base else 0)
            for stance, count in zip(views, counts, strict=True)
        ],
        base=base,
        no_view=no_view,
    )


def test_a_bar_says_its_base_and_keeps_no_view_apart():
    figure = stance_figure([make_result([31, 12, 5, 3, 1], no_view=12)])

    (row,) = figure["rows"]
    assert (row["label"], row["left"], row["right"]) == (
        "1. Grants",
        "43 of 52 agree",
        "4 disagree, 12 no view",
    )
    assert figure["table"] == [["1. Grants", 31, 12, 5, 3, 1, 52, 12]]


def test_the_parts_of_a_bar_touch_and_fill_it():
    (row,) = stance_figure([make_result([31, 12, 5, 3, 1])])["rows"]

    ends = [round(float(part["x"]) + float(part["width"]), 1) for part in row["parts"]]
    starts = [round(float(part["x"]), 1) for part in row["parts"]]
    assert (starts[1:], ends[-1]) == (ends[:-1], 100.0)


def test_a_number_stands_in_a_bar_only_where_it_fits():
    (row,) = stance_figure([make_result([82, 0, 0, 9, 9])])["rows"]
    (narrow,) = stance_figure([make_result([92, 0, 0, 0, 8])])["rows"]

    assert [part["is_wide"] for part in row["parts"]] == [True, False, False, True, True]
    assert [part["is_wide"] for part in narrow["parts"]] == [True, False, False, False, False]


def test_a_section_without_a_view_has_no_bar():
    assert stance_figure([make_result([0, 0, 0, 0, 0], no_view=3)])["rows"] == []


def make_voice(comment_id, passage_id):
    return Voice(
        comment_id, "", "", "", passage_id, "A resident", False, dt.date(2026, 6, 1), "", "", []
    )


def test_a_count_leads_to_the_first_comment_on_its_passage():
    shown = [make_voice(9, 1), make_voice(8, None), make_voice(7, 1), make_voice(6, 2)]

    assert first_said(shown) == {1: "#comment-9", 2: "#comment-6"}


@pytest.mark.django_db
def test_counts_of_a_list_take_one_query(rf, django_assert_num_queries):
    consultations = [make_consultation() for _ in range(3)]
    for consultation in consultations[:2]:
        make_response(passages_of(make_published_draft(consultation))[0])

    with django_assert_num_queries(1):
        counts = response_counts({"request": rf.get("/")}, consultations)

    assert counts == {consultation.pk: 1 for consultation in consultations[:2]}
