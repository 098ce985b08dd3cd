"""Importing: the correction screen."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.consultations.drafts.views.importing.steps import press, said, to
from tests.factories.imports import (
    TEXT,
    correct,
    make_import,
    outline_of,
)

pytestmark = pytest.mark.django_db


class TestCorrecting:
    def test_every_button_of_the_screen_does_what_it_says(self, client, found):
        for do, fields, titles in (
            (
                "split-section:0:1",
                {},
                ["Working together", "Working together (continued)", "Grants"],
            ),
            (
                "retitle-section:1",
                {"title": "Openness"},
                ["Working together", "Openness", "Grants"],
            ),
            ("demote-section:2", {}, ["Working together", "Openness"]),
            ("promote-passage:1:2", {}, ["Working together", "Openness", "Grants"]),
            ("merge-section:1", {}, ["Working together", "Grants"]),
            ("merge-passage:0:1", {}, ["Working together", "Grants"]),
            ("drop-passage:0:0", {}, ["Working together", "Grants"]),
            ("change-kind:1:0", {"kind-1-0": "quotation"}, ["Working together", "Grants"]),
            ("front-matter:0", {"from": "overview"}, ["Working together", "Grants"]),
            ("drop-section:1", {"from": "overview"}, ["Working together"]),
        ):
            answer = press(client, found, do, **fields)
            assert answer.status_code == 302, do
            assert answer.url.endswith("#here"), do
            outline = outline_of(found)
            assert [section.title for section in outline.sections] == titles, do
            page = client.get(answer.url)
            assert page.status_code == 200
            assert page.content.decode().count('id="here"') == 1, do
            assert 'form="undo"' in page.content.decode()
        assert press(client, found, "retitle", title="Our plan").url.endswith("/#here")
        assert outline_of(found).title == "Our plan"

    def test_undo_goes_back_and_says_so(self, client, found):
        before = outline_of(found)
        press(client, found, "drop-passage:0:2")
        found.refresh_from_db()

        answer = client.post(to("undo", found), {"version": found.version}, follow=True)

        assert outline_of(found) == before
        assert "Undone: Passage 1.3" in answer.content.decode()
        assert 'form="undo"' not in answer.content.decode()

    def test_undo_with_nothing_to_undo_is_a_sentence(self, client, found):
        answer = client.post(to("undo", found), {"version": 0}, follow=True)

        assert said(answer) == ["There is nothing left to undo."]

    @pytest.mark.parametrize(
        "do",
        [
            "",
            "explode:0",
            "merge-passage:0",
            "drop-section",
            "drop-section:0:0:0",
            "retitle:1",
            "change-kind:0:0",
            "drop-section:x",
        ],
    )
    def test_a_button_that_is_not_there_changes_nothing(self, client, found, do):
        answer = client.post(to("correct", found), {"version": 0, "do": do}, follow=True)

        assert said(answer) == ["Choose what to correct. Nothing was changed."]
        assert outline_of(found)
        assert found.version == 0

    def test_what_cannot_be_done_is_a_sentence_at_the_place(self, client, found):
        answer = client.post(
            to("correct", found), {"version": 0, "do": "merge-passage:1:0"}, follow=True
        )

        assert said(answer) == ["It is the first of its section: there is none before it."]
        assert answer.redirect_chain[0][0] == f"{to('section', found, 2)}#here"

    def test_another_window_is_told_and_keeps_what_was_typed(self, client, found):
        correct(found, "drop-section", section=0)

        answer = client.post(
            to("correct", found),
            {"version": 0, "do": "retitle-section:0", "title": "What I typed"},
        )
        page = answer.content.decode()

        assert answer.status_code == 409
        assert "changed in another window" in page
        assert page.count("What I typed") >= 2  # in the message and in the field
        assert [section.title for section in outline_of(found).sections] == ["Grants"]

    def test_another_window_whose_section_is_gone_is_shown_them_all(self, client, found):
        correct(found, "drop-section", section=1)

        answer = client.post(
            to("correct", found),
            {"version": 0, "do": "retitle-section:1", "title": "What I typed"},
        )

        assert answer.status_code == 409
        assert "You had typed: “What I typed”." in answer.content.decode()

    def test_a_section_that_is_not_there_leads_to_the_others(self, client, found):
        answer = client.get(to("section", found, 9), follow=True)

        assert said(answer) == ["There is no such section any more."]
        assert client.get(to("section", found, 0)).url == to("overview", found)

    def test_text_is_shown_as_text(self, client, officer, consultation):
        text = TEXT.replace("GRANTS", "<B>GRANTS").replace("Small", "<script>alert(1)</script>")
        found = make_import(officer, text=text, consultation=consultation)

        for address in (to("overview", found), to("section", found, 1), to("section", found, 2)):
            assert "<script>alert" not in client.get(address).content.decode()

    def test_the_number_of_questions_does_not_grow_with_the_sections(
        self, client, officer, consultation, django_assert_max_num_queries
    ):
        counts = []
        for sections in (1, 3):
            text = "Plan\n\n" + "".join(
                f"PART {word}\n\nSome text of this part.\n\n"
                for word in ("ONE", "TWO", "THREE")[:sections]
            )
            found = make_import(officer, text=text, consultation=consultation)
            with CaptureQueriesContext(connection) as queries:
                client.get(to("overview", found))
            counts.append(len(queries))

        assert counts[0] == counts[1] <= 20
