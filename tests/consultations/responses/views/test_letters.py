"""A letter: typed or as a file, and the sections it is about."""

import datetime as dt
import io

import docx
import pytest
from django.test import Client
from django.urls import reverse

from consultations.analysis.domain.reconciling import reconcile
from consultations.models import ConsultationPage
from consultations.responses.domain import access
from consultations.responses.domain.building import Asked, Form, make_questionnaire
from consultations.responses.domain.files import WRONG_KIND, files_of
from consultations.responses.domain.letters import KEY
from consultations.responses.forms.channels import CHOOSE
from consultations.responses.importing import IN_THE_FILE
from consultations.responses.models import (
    Answer,
    AttachedFile,
    Comment,
    DraftComment,
    QuestionnaireUse,
    Response,
    ResponseDraft,
)
from tests.consultations.responses.views.test_ways import ABOUT, Walker, text
from tests.factories.channels import make_upload

pytestmark = pytest.mark.django_db

BOX = f"q_{KEY.hex}"


@pytest.fixture
def draft(usual_draft):
    return usual_draft


@pytest.fixture
def walk(draft):
    return Walker(draft.consultation.slug)


def word_file(*lines):
    document, made = docx.Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(made)
    return made.getvalue()


def upload(walk, name, content, *, typed="", button="read"):
    file = make_upload(name, content)
    return walk.post(walk.open("letter"), {BOX: typed, "file": file, "next": button})


def write(walk, words="Dear council."):
    return walk.post(walk.open("letter"), {BOX: words, "next": "send"})


def stances(page, **by_title):
    rows = {ask.place.section.title: ask.field_name for ask, _ in page.context["form"].rows}
    return {rows[title]: stance for title, stance in by_title.items()}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("letter.docx", word_file("Dear council.", "The hall’s rent doubled.", "Yours, Amina")),
        (
            "letter.txt",
            "Dear council.\r\n\r\nThe hall’s rent doubled.\r\n\r\nYours, Amina".encode(),
        ),
    ],
)
def test_the_words_of_a_file_come_into_the_box_after_what_was_typed(walk, name, content):
    page = upload(walk, name, content, typed="Before you read it:")

    [kept] = DraftComment.objects.all()
    said = "Before you read it:\n\nDear council.\n\nThe hall’s rent doubled.\n\nYours, Amina"
    assert kept.answers == {KEY.hex: said}
    assert "1 file goes with it" in text(page)
    assert "The hall’s rent doubled." in text(page)
    assert files_of(ResponseDraft.objects.get().key_hash).get().kind == "evidence"


def test_a_pdf_goes_along_and_the_box_says_so(walk):
    page = upload(walk, "letter.pdf", b"%PDF-1.7 a letter")
    walk.send(walk.post(write(walk, page.context["form"].initial[BOX]), {}))

    assert Answer.objects.get().value == IN_THE_FILE
    [file] = AttachedFile.objects.all()
    assert file.key_hash == Response.objects.get().idempotency_key


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("letter.exe", b"MZ", WRONG_KIND),
        ("letter.doc", b"\xd0\xcf\x11\xe0", "Save it as a Word document (.docx)"),
        ("letter.docx", b"not a package", "The file is not what its name says"),
        ("letter.txt", b"", "The file is empty."),
    ],
)
def test_a_file_that_is_refused_leaves_what_was_typed(walk, name, content, sentence):
    page = upload(walk, name, content, typed="My words.", button="send")

    assert page.status_code == 422
    assert sentence in text(page)
    assert "My words." in text(page)
    assert not DraftComment.objects.exists()
    assert not AttachedFile.objects.exists()


def test_of_a_refused_file_and_an_empty_box_only_the_file_is_to_be_put_right(walk):
    page = upload(walk, "letter.exe", b"MZ")

    assert text(page).count("There is something to put right.") == 1
    assert WRONG_KIND in text(page)


def test_an_empty_letter_says_what_to_do(walk):
    page = walk.post(walk.open("letter"), {BOX: " ", "next": "send"})

    assert page.status_code == 422
    assert "Write your letter, or choose a file with it, before you continue." in text(page)


def test_putting_in_no_file_says_what_to_do(walk):
    page = walk.post(walk.open("letter"), {BOX: "My words.", "next": "read"})

    assert page.status_code == 422
    assert CHOOSE in text(page)
    assert "My words." in text(page)


def test_a_letter_without_a_file_needs_none(walk):
    assert "Which sections is it about?" in text(write(walk))


def test_no_section_has_to_be_named(walk):
    check = walk.post(walk.post(write(walk), {}), ABOUT)
    walk.send(check)

    assert Comment.objects.get().place_kind == "draft"
    assert "/letter/stances/" not in walk.pages


def test_stances_of_named_sections_are_answers_of_the_same_response(draft, walk):
    first, second = draft.sections()
    page = walk.post(write(walk), {"sections": [second.pk]})
    assert first.title not in [ask.place.section.title for ask, _ in page.context["form"].rows]
    check = walk.post(walk.post(page, stances(page, **{second.title: "disagree"})), ABOUT)
    walk.send(check)

    assert Response.objects.count() == 1
    assert [(c.place_kind, c.section_id) for c in Comment.objects.all()] == [
        ("draft", None),
        ("section", second.pk),
    ]
    assert Answer.objects.get(comment__section=second).value == "disagree"
    assert walk.pages[1:4] == ["/letter/sections/", "/letter/stances/", "/about-you/"]
    assert reconcile(draft.consultation).faults == []


def test_a_named_section_without_an_answer_is_asked_again_with_the_others_kept(draft, walk):
    first, second = draft.sections()
    page = walk.post(write(walk), {"sections": [first.pk, second.pk]})
    again = walk.post(page, stances(page, **{first.title: "agree"}))

    assert again.status_code == 422
    assert f"Choose how far you agree with “{second.title}”" in text(again)
    assert (
        again.context["form"].data[next(iter(stances(page, **{first.title: "agree"})))] == "agree"
    )
    assert DraftComment.objects.count() == 1


def test_a_section_that_is_named_no_more_loses_its_stance_and_nothing_else(draft, walk):
    first, second = draft.sections()
    page = walk.post(write(walk), {"sections": [first.pk, second.pk]})
    walk.post(page, stances(page, **{first.title: "agree", second.title: "disagree"}))
    walk.say(walk.open("comment", "section", second.pk), stance="disagree", comment="And why.")

    page = walk.open("letter_sections")
    assert page.content.decode().count(" checked") == 2
    walk.post(page, {"sections": []})

    assert [c.place_kind for c in DraftComment.objects.all()] == ["draft", "section"]
    assert DraftComment.objects.get(section=second).answers


def test_the_letter_is_changed_on_its_own_page(draft, walk):
    page = walk.post(write(walk), {})
    check = walk.post(page, ABOUT)
    address = reverse("respond:comment", args=[walk.slug, "draft", draft.pk])
    assert f'href="{address}"' in check.content.decode()
    form = walk.open("comment", "draft", draft.pk)
    assert "Write your letter" in text(form)
    assert f'action="{reverse("respond:letter", args=[walk.slug])}"' in form.content.decode()


def test_a_form_without_a_stance_is_not_offered(draft, walk):
    first, second = draft.sections()
    plain = make_questionnaire(Form("plain", "Plain", (Asked("c", "comment", "Anything?"),)))
    QuestionnaireUse.objects.create(
        questionnaire=plain, consultation=draft.consultation, section=first
    )

    page = write(walk)
    [(pk, title)] = page.context["form"].fields["sections"].choices
    assert (pk, title) == (second.pk, second.title)


def test_the_pages_of_sections_need_something_written(walk):
    for name in ("letter_sections", "letter_stances"):
        walk.browser.cookies.clear()
        answer = walk.browser.get(reverse(f"respond:{name}", args=[walk.slug]))
        assert answer.url == reverse("respond:start", args=[walk.slug])


def test_after_closing_nothing_is_kept_and_the_words_come_back(draft, walk):
    page = walk.open("letter")
    opened_at = draft.consultation.opens_at
    ConsultationPage.objects.update(closes_at=opened_at + dt.timedelta(seconds=1))
    answer = walk.post(page, {BOX: "Too late.", "file": make_upload(), "next": "send"})

    assert answer.status_code == 409
    assert "Too late." in text(answer)
    assert not AttachedFile.objects.exists()


def test_a_letter_that_was_sent_is_changed_by_its_author_and_so_is_a_stance(draft, walk):
    [first, _] = draft.sections()
    page = walk.post(write(walk), {"sections": [first.pk]})
    walk.send(walk.post(walk.post(page, stances(page, **{first.title: "agree"})), ABOUT))
    response = Response.objects.get()
    browser = Client()
    token = access.make_link_token(response=response)
    browser.post(reverse("responses:link", args=[response.reference]), {"token": token})

    for position, said in ((1, {"comment": "Dear all."}), (2, {"stance": "disagree"})):
        address = reverse("responses:change", args=[response.reference, position])
        questions = browser.get(address).context["form"].questions
        names = {question.kind: question.field_name for question in questions}
        fields = {names[kind]: value for kind, value in said.items()}
        assert browser.post(address, fields).status_code == 302

    counted = Comment.objects.counted()
    assert sorted(Answer.objects.filter(comment__in=counted).values_list("value", flat=True)) == [
        "Dear all.",
        "disagree",
    ]
    assert Comment.objects.count() == 4, "what it said before stays"
    assert reconcile(draft.consultation).faults == []
