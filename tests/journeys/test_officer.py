"""An engagement officer puts a draft to the public, changes a form, and answers."""

from consultations.drafts.importing.outline import Outline
from consultations.drafts.importing.publish import make_draft
from consultations.drafts.models import DraftPage
from consultations.responses.models import Comment
from tests.factories.consultations import (
    make_consultation,
    make_outline,
    make_published_draft,
    make_questionnaire,
    make_response,
    passages_of,
)
from tests.factories.outcomes import make_closed_consultation, make_outcome
from tests.journeys.editing import actions, choose, edit, field, said
from tests.journeys.responding import follow, heading


def refusal(page, thing):
    """The sentence with which the editor of this page answers, or "" when it opens."""
    edit(page, thing)
    return said(page) if "/edit/" not in page.url else ""


def test_publishing_a_draft_makes_it_public_and_freezes_it(page, sign_in, officer):
    make_questionnaire()
    draft = make_draft(make_outline(), consultation=make_consultation(slug="thriving"))
    section = draft.sections().first()
    sign_in(page, officer)
    edit(page, draft)

    choose(page, "Publish")
    published = said(page)
    refusals = [refusal(page, draft), refusal(page, section)]
    page.goto(draft.get_url())

    assert published.startswith("Page 'Draft strategy' has been published.")
    assert [text.endswith(".") for text in refusals] == [True, True]
    assert page.locator(".passage").count() == 6
    assert DraftPage.objects.get(pk=draft.pk).is_frozen


def test_a_draft_without_text_is_not_published_and_says_why(page, sign_in, officer):
    draft = make_draft(Outline("Draft strategy", ()), consultation=make_consultation())
    sign_in(page, officer)
    edit(page, draft)

    choose(page, "Publish")

    assert said(page) == "Add at least one section with text before publishing “Draft strategy”."
    assert not DraftPage.objects.get(pk=draft.pk).live


def test_officer_and_chair_sign_off_an_outcome_and_then_it_is_public(
    open_page, sign_in, officer, chair
):
    consultation = make_closed_consultation(slug="grants", title="Grants for groups")
    outcome = make_outcome(consultation)
    public = open_page()
    first = open_page()
    sign_in(first, officer)
    edit(first, outcome)
    offered_at_first = actions(first)
    choose(first, "Submit to Outcome sign-off")
    edit(first, outcome)
    choose(first, "Approve")
    half_way = public.goto("/consultations/grants/outcome/").status

    second = open_page()
    sign_in(second, chair)
    follow(second, "We asked, you said, we did")
    choose(second, "Approve")

    assert "Publish" not in offered_at_first
    assert half_way == 404
    assert public.goto("/consultations/grants/outcome/").status == 200
    public.goto("/consultations/grants/")
    follow(public, "Read what came of it")
    assert heading(public) == "We asked, you said, we did"


def test_a_changed_question_is_asked_from_then_on_and_old_comments_keep_theirs(
    open_page, sign_in, officer
):
    passage = passages_of(make_published_draft(make_consultation(slug="thriving")))[0]
    before = make_response(passage)
    page = open_page()
    sign_in(page, officer)
    page.goto("/admin/snippets/responses/questionnaire/")
    follow(page, "About a passage")

    field(page, "Question").nth(1).fill("What should we do instead?")
    choose(page, "Save")
    refused = said(page)
    asked_about = page.get_by_text("People have answered this form already.").count()
    page.get_by_role("checkbox", name="Count the answers before").check()
    choose(page, "Save")
    resident = open_page()
    resident.goto(f"/consultations/thriving/respond/passage/{passage.pk}/")

    assert refused.startswith("The questionnaire could not be saved")
    assert asked_about > 0
    assert said(page).startswith("“About a passage” is saved; version 2 is asked.")
    assert resident.get_by_label("What should we do instead?").is_visible()
    assert resident.get_by_label("What would you change?").count() == 0
    (comment,) = Comment.objects.filter(response=before)
    assert [answer.question.label for answer in comment.answers.all()] == [
        "How far do you agree?",
        "What would you change?",
    ]
