"""What a consultation builds on and rests on, as an officer edits it in the admin."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.models import Collection
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from consultations.models import ConsultationPage, DecisionMaker, EarlierExercise, Evidence
from tests.factories.consultations import fair_fields, make_consultation, make_decision_maker
from tests.factories.people import make_area

pytestmark = pytest.mark.django_db

KEPT_FOR = ("keep_unsent_days", "keep_contacts_days", "keep_equality_months")
PAPER = {
    "title": "The survey",
    "who": "CVS",
    "published_on": "2010-06-01",
    "finding": "8.8% say yes.",
    "document": "",
    "link": "https://example.org/survey",
    "informed": "3, 2.14",
    "anchor": "",
}
ELSEWHERE = {
    "earlier": "",
    "title": "What help do you need?",
    "held_on": "2009-10-15",
    "link": "",
    "said": "Less paper",
    "came_of_it": "Two pages",
}


def make_document():
    if Collection.get_first_root_node() is None:
        Collection.add_root(name="Root")
    return Document.objects.create(title="Survey", file="documents/survey.pdf")


@pytest.fixture
def page():
    page = make_consultation(slug="strategy")
    page.save_revision().publish()
    return ConsultationPage.objects.get(pk=page.pk)


@pytest.fixture
def browser(officer, signed_in):
    return signed_in(officer)


def edit(browser, page, *, builds_on=(), evidence=(), initial=0, publish=True, **changed):
    """Posts the form of a consultation that meets its duties, and answers with what was said."""
    opens_at = page.opens_at.strftime("%Y-%m-%d %H:%M")
    fair = fair_fields(opens_at=page.opens_at, closes_at=None)
    form = {
        **fair,
        "title": page.title,
        "slug": page.slug,
        "summary": "",
        "introduction": rich_text(""),
        "why_proposed": rich_text(fair["why_proposed"]),
        "other_ways": rich_text(fair["other_ways"]),
        "opens_at": opens_at,
        "closes_at": "",
        "scale": page.scale,
        "level": str(page.level),
        "publication_mode": page.publication_mode,
        "decision_maker": str(page.decision_maker_id or ""),
        "builds_on": inline_formset(list(builds_on)),
        "evidence": inline_formset(list(evidence), initial=initial),
        "stakeholders": inline_formset([]),
        **{name: getattr(page, name) for name in (*page.rule_names, *KEPT_FOR)},
        "comments": inline_formset([]),
        **changed,
    }
    if publish:
        form["action-publish"] = "yes"
    return browser.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), nested_form_data(form))


def errors(answer):
    return " ".join(
        str(error) for form in answer.context["form"].formsets.values() for error in form.errors
    )


def test_an_officer_adds_papers_earlier_exercises_areas_and_who_decides(browser, page):
    earlier, ward, board = make_consultation(), make_area(), make_decision_maker("Board")
    here = {**ELSEWHERE, "earlier": str(earlier.pk), "title": "", "held_on": ""}

    answer = edit(
        browser,
        page,
        builds_on=[here, ELSEWHERE],
        evidence=[PAPER],
        areas=str(ward.pk),
        decision_maker=str(board.pk),
    )

    saved = ConsultationPage.objects.get(pk=page.pk)
    assert answer.status_code == 302
    assert [row.earlier or row.title for row in saved.builds_on.all()] == [
        earlier,
        "What help do you need?",
    ]
    assert [paper.anchor for paper in saved.evidence.all()] == ["the-survey"]
    assert list(saved.areas.all()) == [ward]
    assert saved.decision_maker == board


@pytest.mark.parametrize("was_published", [True, False])
def test_the_address_of_a_paper_stays_through_every_edit_and_new_title(
    browser, page, was_published
):
    edit(browser, page, evidence=[PAPER], publish=was_published)
    form = browser.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).context["form"]
    (row,) = form.formsets["evidence"].initial_forms
    again = {**PAPER, "id": str(row["id"].value() or ""), "anchor": row["anchor"].value()}

    edit(browser, page, evidence=[{**again, "title": "The survey of 2010"}], initial=1)

    (paper,) = Evidence.objects.filter(consultation=page)
    assert (paper.title, paper.html_id) == ("The survey of 2010", "paper-the-survey")


def test_two_papers_of_one_title_have_two_addresses(browser, page):
    edit(browser, page, evidence=[PAPER, PAPER, {**PAPER, "title": "!!!"}])

    anchors = list(Evidence.objects.filter(consultation=page).values_list("anchor", flat=True))

    assert anchors == ["the-survey", "the-survey-2", "paper"]


def test_nothing_is_public_before_it_is_published(browser, page, resident):
    edit(browser, page, evidence=[PAPER], builds_on=[ELSEWHERE], publish=False)

    text = resident.get(page.url).content.decode()

    assert ("The survey" in text, "What help do you need?" in text) == (False, False)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"link": "http://example.org/"}, "Give an address that begins with https://."),
        ({"link": "javascript:alert(1)"}, "Enter a valid URL."),
        ({"link": ""}, "Choose a file or give a link, so that people can read it."),
        ({"informed": "3, about grants"}, "“about grants” is no number of a section or passage"),
    ],
)
def test_a_paper_that_nobody_could_read_is_refused_with_a_sentence(browser, page, wrong, sentence):
    answer = edit(browser, page, evidence=[{**PAPER, **wrong}])

    assert answer.status_code == 200
    assert sentence in errors(answer)
    assert not Evidence.objects.exists()


def test_a_paper_is_a_file_or_a_link():
    document = make_document()
    paper = Evidence(title="T", finding="F", document=document, link="https://example.org/")

    with pytest.raises(ValidationError, match="a file or a link, not both"):
        paper.clean()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"title": ""}, "Choose a consultation of this site, or give the title of one"),
        ({"held_on": ""}, "Say when it was held"),
    ],
)
def test_an_earlier_exercise_needs_a_name_and_a_date(browser, page, wrong, sentence):
    answer = edit(browser, page, builds_on=[{**ELSEWHERE, **wrong}])

    assert answer.status_code == 200
    assert sentence in errors(answer)


def test_a_consultation_does_not_build_on_itself(browser, page):
    itself = {**ELSEWHERE, "earlier": str(page.pk), "title": "", "held_on": ""}

    answer = edit(browser, page, builds_on=[itself])

    assert answer.status_code == 200
    assert "A consultation cannot build on itself." in errors(answer)
    with pytest.raises(IntegrityError), transaction.atomic():
        EarlierExercise.objects.create(consultation=page, earlier=page)


class TestDecisionMaker:
    def test_prints_as_the_words_did(self, page):
        assert f"Decided by {page.decision_maker}." == "Decided by Cabinet."
        assert not make_consultation(decision_maker=None, live=False).decision_maker

    def test_is_not_deleted_while_a_consultation_names_it(self, page):
        with pytest.raises(ProtectedError):
            page.decision_maker.delete()

    def test_that_is_gone_leaves_a_revision_that_can_still_be_opened(self, browser, page):
        gone = make_decision_maker("Nobody")
        edit(browser, page, publish=False, decision_maker=str(gone.pk))
        gone.delete()

        answer = browser.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

        page.refresh_from_db()
        assert answer.status_code == 200
        assert page.get_latest_revision_as_object().decision_maker is None

    def test_of_one_name_is_there_once(self):
        make_decision_maker("Cabinet")

        with pytest.raises(IntegrityError), transaction.atomic():
            DecisionMaker.objects.create(name="CABINET")


def test_a_paper_outlives_its_file(page):
    document = make_document()
    page.evidence = [Evidence(title="The survey", finding="F", document=document)]
    page.save_revision().publish()

    document.delete()

    (paper,) = Evidence.objects.filter(consultation=page)
    assert (paper.title, paper.document) == ("The survey", None)


def test_a_copy_of_a_consultation_takes_its_origins_along(page):
    page.builds_on = [EarlierExercise(title="Elsewhere", held_on=dt.date(2009, 1, 1))]
    page.evidence = [Evidence(title="The survey", finding="F", link="https://example.org/")]
    page.save_revision().publish()

    copy = ConsultationPage.objects.get(pk=page.pk).copy(
        update_attrs={"slug": "again", "title": "Again"}
    )

    assert [row.title for row in copy.builds_on.all()] == ["Elsewhere"]
    assert [paper.anchor for paper in copy.evidence.all()] == ["the-survey"]
