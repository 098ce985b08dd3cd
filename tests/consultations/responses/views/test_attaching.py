"""Officers put comments whose words are gone where they belong, and take it back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from consultations.responses.domain.attaching import Attachments, count_attachments
from consultations.responses.domain.suggesting import most_alike
from consultations.responses.domain.withdrawing import withdraw
from consultations.responses.models import CommentAttachment
from tests.factories.consultations import (
    make_published_draft,
    make_published_version,
    make_response,
    passages_of,
)

pytestmark = pytest.mark.django_db

ALIKE = "Quite alike is 3 of the section 1 passage."


@pytest.fixture
def draft():
    return make_published_draft(sections=2, passages=5)


@pytest.fixture
def browser(signed_in, officer):
    return signed_in(officer)


@pytest.fixture
def comment(draft):
    return make_response(passages_of(draft)[2], text="What nobody has read yet.").comments.get()


@pytest.fixture
def consultation(comment, draft, officer):
    """Its newest version lacks what was commented on."""
    make_published_version(draft, by=officer, drop={"1.3", "1.4", "1.5"}, add={"2": ALIKE})
    return draft.consultation


def text(answer):
    return answer.content.decode()


def address(consultation, comment=None, name="comments_detached"):
    return reverse(name, args=[consultation.pk, *([comment.pk] if comment else [])])


def put(browser, consultation, comment, number):
    place = address(consultation, comment, "comment_put")
    return browser.post(place, {"number": number}, follow=True)


def test_words_are_listed_with_the_likely_passage_and_without_the_comment(browser, consultation):
    page = text(browser.get(address(consultation)))

    assert "Passage 3 of section 1." in page
    assert 'value="' in page.split('name="number"')[1][:20]
    assert "What nobody has read yet." not in page


def test_comment_is_put_there_and_taken_back(browser, consultation, comment):
    done = text(put(browser, consultation, comment, " 2.6 "))
    counted = count_attachments(consultation)
    back = browser.post(address(consultation, comment, "comment_taken_back"), follow=True)

    assert "stands at passage 2.6 now" in done
    assert "Take it back" in done
    assert counted == Attachments(1, 0, 0)
    assert "It was taken back" in text(back)
    assert count_attachments(consultation) == Attachments(0, 0, 1)


@pytest.mark.parametrize("number", ["9.9", "", "<b>", "x\x00"])
def test_number_of_no_passage_is_kept_and_explained(browser, consultation, comment, number):
    answer = put(browser, consultation, comment, number)

    assert (answer.status_code, CommentAttachment.objects.count()) == (422, 0)
    assert "has no passage of that number" in text(answer)
    assert "<b>" not in text(answer).split('name="number"')[1][:60]


def test_second_officer_is_told_that_it_has_a_place(browser, consultation, comment):
    put(browser, consultation, comment, "2.6")

    answer = put(browser, consultation, comment, "1.1")

    assert "has a place by now" in text(answer)
    assert CommentAttachment.objects.get().passage.number == "2.6"


def test_withdrawn_comment_is_not_listed(browser, consultation, comment):
    withdraw(response=comment.response, at=comment.response.received_at)

    page = text(browser.get(address(consultation)))

    assert "Every comment has a place" in page


def test_comment_of_another_consultation_is_not_touched(browser, consultation, comment):
    other = make_published_draft().consultation

    put(browser, other, comment, "1.1")
    back = browser.post(address(other, comment, "comment_taken_back"))

    assert back.status_code == 404
    assert CommentAttachment.objects.count() == 0


@pytest.mark.parametrize("name", ["board_member", "events_editor", "stranger"])
def test_others_neither_see_nor_move_them(name, request, signed_in, consultation, comment):
    browser = signed_in(request.getfixturevalue(name))

    looked = browser.get(address(consultation)).status_code
    moved = browser.post(address(consultation, comment, "comment_put"), {"number": "2.6"})

    assert 200 not in (looked, moved.status_code)
    assert CommentAttachment.objects.count() == 0


def test_resident_is_asked_to_sign_in(resident, consultation):
    assert "/login/" in resident.get(address(consultation)).headers["Location"]


def test_the_screen_of_the_version_says_how_many(browser, draft, consultation):
    newest = draft.consultation.get_children().last()

    page = text(browser.get(reverse("version", args=[newest.pk])))

    assert "1 comment is about words that are gone" in page
    assert address(consultation) in page


def test_it_takes_as_many_queries_for_three_comments_as_for_one(browser, draft, officer):
    counts = []
    passages = passages_of(draft)
    make_response(passages[2])
    make_published_version(draft, by=officer, drop={"1.3", "1.4", "1.5"})
    for _ in range(2):
        browser.get(address(draft.consultation))
        with CaptureQueriesContext(connection) as queries:
            browser.get(address(draft.consultation))
        counts.append(len(queries))
        if len(counts) == 1:
            other = make_published_draft(sections=2, passages=5)
            make_response(*passages_of(other)[2:5])
            make_published_version(other, by=officer, drop={"1.3", "1.4", "1.5"})
            draft = other

    assert counts[0] == counts[1] <= 26


def test_most_alike_is_none_where_nothing_is_near(draft):
    passages = passages_of(draft)

    assert most_alike("passage 3, in section 1", passages) == passages[2]
    assert most_alike("Zebras yawn.", passages) is None
    assert most_alike("", passages) is None
    assert most_alike("Anything.", []) is None


def test_what_was_sent_late_is_marked_with_and_without_a_place(browser, consultation, comment):
    assert "(sent late)" not in text(browser.get(address(consultation)))
    type(comment.response).objects.update(is_late=True)

    assert text(browser.get(address(consultation))).count("(sent late)") == 1
    assert text(put(browser, consultation, comment, "2.6")).count("(sent late)") == 1
