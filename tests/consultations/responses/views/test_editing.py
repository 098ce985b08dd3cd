"""Editing a form: rules that cannot work, edits that change a meaning, and trying it out."""

import json

import pytest
from django.core.management import call_command
from django.urls import reverse

from consultations.responses.domain.branching import faults
from consultations.responses.domain.library import LIBRARY, load_library
from consultations.responses.domain.questionnaires import questions_of, version_for
from consultations.responses.models import Questionnaire, QuestionnaireUse
from tests.factories.consultations import (
    make_published_draft,
    make_response,
    passages_of,
    place_of,
)
from tests.factories.questions import EVERY_KIND, Asked, make_form, option

pytestmark = pytest.mark.django_db

STANCE = Asked("stance", "stance", "How far do you agree?")
BARRIERS = Asked("barriers", "multi", "What stops you?", options=("Time", "Money"))
COMMENT = Asked("comment", "comment", "What would you change?")
HOW_MUCH = Asked("how much", "number", "How much is missing?", when=(("barriers", "Money"),))


@pytest.fixture
def editor(signed_in, officer):
    return signed_in(officer)


def edit_url(form):
    return reverse("wagtailsnippets_responses_questionnaire:edit", args=[form.pk])


def save(editor, form, questions, **more):
    """Send the editor's form with these questions, raw blocks as they are stored."""
    data = {
        "title": form.title,
        "is_default": "on",
        "uses-TOTAL_FORMS": "0",
        "uses-INITIAL_FORMS": "0",
        "questions-count": str(len(questions)),
        **more,
    }
    for number, block in enumerate(questions):
        prefix = f"questions-{number}"
        data |= {
            f"{prefix}-id": block["id"],
            f"{prefix}-type": block["type"],
            f"{prefix}-order": str(number),
            f"{prefix}-deleted": "",
        }
        for name, value in block["value"].items():
            data |= _value(f"{prefix}-value-{name}", value)
    return editor.post(edit_url(form), data)


def _value(prefix, value):
    if not isinstance(value, list):
        return {prefix: value} if value not in (None, False) else {}
    data = {f"{prefix}-count": str(len(value))}
    for number, item in enumerate(value):
        data |= {
            f"{prefix}-{number}-id": item["id"],
            f"{prefix}-{number}-value": item["value"],
            f"{prefix}-{number}-order": str(number),
            f"{prefix}-{number}-deleted": "",
        }
    return data


def raw(form):
    return json.loads(json.dumps(list(Questionnaire.objects.get(pk=form.pk).questions.raw_data)))


def text(answer):
    return " ".join(answer.content.decode().split())


class TestSaving:
    def test_a_question_whose_answer_is_gone_is_refused_with_a_sentence(self, editor):
        form = make_form(BARRIERS, HOW_MUCH)
        blocks = raw(form)
        blocks[0]["value"]["options"][1]["value"] = "Courage"
        blocks[0]["value"]["options"][1]["id"] = "4f3f7a0e-0000-4000-8000-000000000000"

        answer = save(editor, form, blocks)

        assert answer.status_code == 200
        assert "no longer there. Change its rule" in text(answer)
        assert form.versions.count() == 1

    def test_a_question_moved_before_the_one_it_depends_on_is_refused(self, editor):
        form = make_form(BARRIERS, HOW_MUCH)

        answer = save(editor, form, raw(form)[::-1])

        assert "which comes later" in text(answer)
        assert form.versions.count() == 1

    def test_a_correction_is_saved_at_once_and_said(self, editor):
        form = make_form(STANCE, COMMENT)
        make_response(passages_of(make_published_draft())[0])
        blocks = raw(form)
        blocks[0]["value"]["label"] = "How far do you agere?"

        answer = save(editor, form, blocks)

        assert answer.status_code == 302
        assert form.versions.count() == 2
        assert "counted together" in text(editor.get(edit_url(form)))

    def test_another_question_is_asked_about_first(self, editor):
        form = make_form(STANCE, COMMENT)
        make_response(passages_of(make_published_draft())[0])
        blocks = raw(form)
        blocks[0]["value"]["label"] = "Is this worth the money?"

        refused = save(editor, form, blocks)
        versions = form.versions.count()
        saved = save(editor, form, blocks, counted_apart="on")

        assert "“How far do you agree?” is now “Is this worth the money?”" in text(refused)
        assert "People have answered this form already." in text(refused)
        assert versions == 1
        assert saved.status_code == 302
        assert form.versions.order_by("-number").first().questions.first().meaning == 2

    def test_another_question_is_not_asked_about_while_nobody_has_answered(self, editor):
        form = make_form(STANCE, COMMENT)
        blocks = raw(form)
        blocks[0]["value"]["label"] = "Is this worth the money?"

        answer = save(editor, form, blocks)

        assert answer.status_code == 302
        assert form.versions.order_by("-number").first().questions.first().meaning == 1

    def test_the_options_keep_their_keys(self, editor):
        form = make_form(BARRIERS)
        before = [one["key"] for one in form.versions.get().questions.get().options]
        blocks = raw(form)
        blocks[0]["value"]["options"][0]["value"] = "No time"

        save(editor, form, blocks)

        after = form.versions.order_by("-number").first().questions.get().options
        assert [one["key"] for one in after] == before
        assert after[0]["label"] == "No time"


class TestRules:
    def test_are_chosen_from_the_answers_of_earlier_questions(self, editor):
        form = make_form(BARRIERS, COMMENT)
        barriers = form.versions.get().questions.get(kind="multi")
        address = reverse(
            "questionnaire_rule", args=[form.pk, form.versions.get().questions.last().key]
        )
        shown = text(editor.get(address))

        editor.post(address, {form.keys["barriers"]: [option(barriers, "Money")]})

        listed = text(editor.get(reverse("questionnaire_rules", args=[form.pk])))
        assert "What stops you?" in shown
        assert "Shown only if “What stops you?” is answered with “Money”." in listed
        version = form.versions.order_by("-number").first()
        assert version.questions.last().rules == [
            {"question": form.keys["barriers"], "any_of": [option(barriers, "Money")]}
        ]

    def test_are_taken_away_with_the_last_tick(self, editor):
        form = make_form(BARRIERS, HOW_MUCH)
        key = form.versions.get().questions.last().key

        editor.post(reverse("questionnaire_rule", args=[form.pk, key]), {})

        assert form.versions.order_by("-number").first().questions.last().rules == []

    def test_are_asked_about_when_people_have_answered(self, editor):
        form = make_form(STANCE, COMMENT)
        make_response(passages_of(make_published_draft())[0])
        key = form.versions.get().questions.last().key
        address = reverse("questionnaire_rule", args=[form.pk, key])
        data = {form.keys["stance"]: ["agree"]}

        refused = editor.post(address, data)
        saved = editor.post(address, {**data, "counted_apart": "1"})

        assert refused.status_code == 422
        assert "its answers before and after are counted apart" in text(refused)
        assert saved.status_code == 302


class TestTryingItOut:
    def test_says_what_is_shown_and_why_and_keeps_nothing(self, editor):
        form = make_form(BARRIERS, HOW_MUCH)
        barriers = form.versions.get().questions.first()
        address = reverse("questionnaire_try", args=[form.pk])

        before = text(editor.get(address))
        after = text(
            editor.post(
                address,
                {
                    "asked": [barriers.field_name],
                    barriers.field_name: [option(barriers, "Money")],
                },
            )
        )

        assert "<strong>Not shown.</strong> “What stops you?” has not been answered." in before
        assert "Because “What stops you?” is answered with “Money”." in after
        assert barriers.version.questions.last().field_name in after

    def test_draws_every_kind_of_question(self, editor):
        form = make_form(*EVERY_KIND)

        page = text(editor.get(reverse("questionnaire_try", args=[form.pk])))

        assert [one.label for one in EVERY_KIND if one.label not in page] == []

    def test_every_kind_has_a_preview_for_its_editor(self):
        stream = Questionnaire._meta.get_field("questions").stream_block

        shown = {
            name: block.normalize(block.get_preview_value())
            for name, block in stream.child_blocks.items()
        }

        drawn = {name: stream.child_blocks[name].render(value) for name, value in shown.items()}
        assert set(drawn) == {one.kind for one in EVERY_KIND} | {"officers", "postcode"}
        assert [name for name, html in drawn.items() if shown[name]["label"] not in html] == []


class TestWhereAFormIsAsked:
    def test_general_questions_are_asked_about_the_consultation_only(self):
        usual = make_form(STANCE)
        draft = make_published_draft()
        general = Questionnaire.objects.create(
            title="General", questions=[{"type": "comment", "value": {"label": "All?"}}]
        )
        QuestionnaireUse.objects.create(
            questionnaire=general, consultation=draft.consultation, is_general=True
        )
        passage = place_of(passages_of(draft)[0])

        of_whole = version_for(type(passage)(draft.consultation)).questionnaire
        of_draft = version_for(type(passage)(draft.consultation, draft)).questionnaire

        assert of_whole == general
        assert {of_draft, version_for(passage).questionnaire} == {usual}

    def test_a_section_of_another_consultation_is_refused(self, editor):
        form = make_form(STANCE)
        draft, other = make_published_draft(), make_published_draft()

        answer = save(
            editor,
            form,
            raw(form),
            **{
                "uses-TOTAL_FORMS": "1",
                "uses-0-consultation": draft.consultation.pk,
                "uses-0-section": other.sections().first().pk,
                "uses-0-ORDER": "1",
            },
        )

        assert "Choose a section of the consultation above." in text(answer)


class TestTheStandardForms:
    def test_are_added_once_and_then_left_to_their_editors(self, capsys):
        first = load_library()
        Questionnaire.objects.filter(title="About a passage").update(title="Passages")

        call_command("load_forms")

        assert first == [form.title for form in LIBRARY]
        assert "nothing was changed" in capsys.readouterr().out
        assert Questionnaire.objects.count() == len(LIBRARY)
        assert Questionnaire.objects.get(is_default=True).title == "Passages"

    def test_leave_the_usual_form_as_it_is(self):
        usual = make_form(STANCE)

        load_library()

        assert Questionnaire.objects.get(is_default=True) == usual

    def test_have_no_faulty_rule(self):
        load_library()

        assert [faults(questions_of(form)) for form in Questionnaire.objects.all()] == [[]] * len(
            LIBRARY
        )
