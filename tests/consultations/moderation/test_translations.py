"""Comments in another language: original and translation, and nothing hidden comes out by it."""

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from consultations.analysis.domain.reconciling import reconcile
from consultations.moderation.domain import deciding
from consultations.moderation.domain.claiming import ChangedMeanwhile
from consultations.moderation.domain.hiding import find_words, publish_with_hidden_words, texts_of
from consultations.moderation.domain.translating import (
    NothingTranslated,
    in_another_language,
    texts_to_translate,
    translatable,
    translate,
    with_translation,
)
from consultations.moderation.enums import Reason
from consultations.moderation.models import ModerationDecision, Review
from consultations.responses.domain.numbers import numbers
from consultations.responses.enums import Publish
from consultations.responses.models import Answer, Translation
from records.models import LogEntry
from tests.factories.consultations import make_response, passages_of

pytestmark = pytest.mark.django_db

POLISH = "Nie jest dobrze, że nie ma świetlicy dla dzieci, bo Zanzibar czeka na nas."
ENGLISH = "It is not good that there is no club for children, because Zanzibar waits for us."
CLEAN = "It is not good that there is no club for children."


@pytest.fixture
def draft(usual_draft):
    return usual_draft


@pytest.fixture
def review(draft):
    response = make_response(passages_of(draft)[0], text=POLISH)
    return Review.objects.get(comment__response=response)


def last_decision(review):
    newest = ModerationDecision.objects.filter(review=review).order_by("-pk").first()
    return newest.pk if newest else 0


def in_english(review, by, text=ENGLISH, *, seen=None, language="pl"):
    [answer] = texts_to_translate(review.comment_id)
    return translate(
        review=review,
        language=language,
        translator="Millbrook Interpreters",
        texts={answer["id"]: text},
        seen=last_decision(review) if seen is None else seen,
        by=by,
        at=timezone.now(),
    )


def publish(review, by):
    deciding.publish(review_ids=[review.pk], by=by, at=timezone.now())


def hide(review, by, words="Zanzibar"):
    found = find_words(words, texts_of(review.comment_id), reason=Reason.PERSONAL_OTHER)
    publish_with_hidden_words(review_id=review.pk, hidden=found, by=by, at=timezone.now())


def page_of(client, draft):
    cache.clear()
    return client.get(draft.sections().first().url).content.decode()


def test_everybody_reads_the_original_in_its_language_and_the_translation_marked(
    draft, review, officer, board_member, client
):
    before = numbers(draft.consultation)
    in_english(review, officer)
    publish(review, board_member)
    page = page_of(client, draft)

    assert f'<div class="comment__text" dir="auto" lang="pl"><p>{POLISH}</p></div>' in page
    assert f'<div lang="en"><p>{ENGLISH}</p></div>' in page
    assert "Translated from Polish for the council" in page
    assert "Millbrook Interpreters" not in page
    assert Answer.objects.get(comment=review.comment, question__kind="comment").value == POLISH
    assert numbers(draft.consultation) == before
    assert reconcile(draft.consultation).faults == []


def test_the_board_reads_it_on_the_card_with_who_translated_it(
    review, officer, board_member, signed_in
):
    in_english(review, officer)
    page = signed_in(board_member).get(reverse("board_read", args=[review.pk])).content.decode()

    assert ENGLISH in page
    assert "translated from Polish by Millbrook Interpreters" in page


def test_words_hidden_after_the_translation_take_it_off_the_page_until_it_is_read_again(
    draft, review, officer, board_member, client
):
    in_english(review, officer)
    hide(review, board_member)
    page = page_of(client, draft)

    assert "[words hidden: somebody else’s personal details]" in page
    assert "Zanzibar" not in page
    assert "Translated from" not in page
    in_english(review, officer, CLEAN)
    page = page_of(client, draft)
    assert CLEAN in page
    assert "Zanzibar" not in page


def test_words_hidden_once_more_take_it_off_again(draft, review, officer, board_member, client):
    hide(review, board_member)
    in_english(review, officer, CLEAN)
    assert CLEAN in page_of(client, draft)

    deciding.reopen(review_id=review.pk, by=board_member, at=timezone.now())
    assert CLEAN not in page_of(client, draft)
    hide(review, board_member, "dzieci")
    assert CLEAN not in page_of(client, draft)
    in_english(review, officer, "It is not good that there is no club.")
    assert "there is no club." in page_of(client, draft)


def test_a_translation_begun_before_a_decision_is_not_kept_without_another_look(
    review, officer, board_member
):
    seen = last_decision(review)
    hide(review, board_member)

    with pytest.raises(ChangedMeanwhile):
        in_english(review, officer, seen=seen)
    assert not Translation.objects.exists()


def test_a_comment_that_is_held_shows_neither(
    draft, review, officer, board_member, second_member, client
):
    in_english(review, officer)
    now = timezone.now()
    deciding.propose_hold(
        review_id=review.pk, reason=Reason.ABUSE, note="", by=board_member, at=now
    )
    deciding.confirm_hold(review_id=review.pk, by=second_member, at=now)

    page = page_of(client, draft)
    assert ENGLISH not in page
    assert POLISH not in page


def test_an_officer_finds_it_writes_it_and_alters_it(draft, review, officer, signed_in):
    browser = signed_in(officer)
    address = reverse("translate_comment", args=[review.pk])
    page = browser.get(reverse("translations")).content.decode()
    assert address in page
    assert "Not translated yet." in page
    [answer] = texts_to_translate(review.comment_id)
    box = f"text_{answer['id']}"

    refused = browser.post(address, {box: ENGLISH, "language": "", "translator": "", "seen": "0"})
    assert refused.status_code == 422
    assert ENGLISH in refused.content.decode()
    sent = {box: ENGLISH, "language": "pl", "translator": "Ewa", "seen": "0"}
    assert browser.post(address, sent).url == reverse("translations")
    assert browser.post(address, sent | {box: CLEAN}).status_code == 302

    [kept] = Translation.objects.all()
    assert (kept.text, kept.language, kept.translator, kept.by) == (CLEAN, "pl", "Ewa", officer)
    assert LogEntry.objects.filter(action="comment.translated").count() == 2
    assert "Translated." in browser.get(reverse("translations")).content.decode()
    assert CLEAN in browser.get(address).content.decode()


def test_a_decision_meanwhile_gives_the_words_back(review, officer, board_member, signed_in):
    browser = signed_in(officer)
    [answer] = texts_to_translate(review.comment_id)
    hide(review, board_member)

    answered = browser.post(
        reverse("translate_comment", args=[review.pk]),
        {f"text_{answer['id']}": ENGLISH, "language": "pl", "translator": "Ewa", "seen": "0"},
    )
    assert answered.status_code == 409
    assert ENGLISH in answered.content.decode()
    assert "What everybody may read of it" in answered.content.decode()


def test_any_comment_can_be_found_by_its_reference(draft, officer, signed_in):
    response = make_response(
        passages_of(draft)[0], text="Plain English words that are of the site."
    )
    [review] = Review.objects.all()
    assert not in_another_language(with_translation(translatable(officer))).exists()

    page = signed_in(officer).get(reverse("translations"), {"reference": response.reference})
    assert reverse("translate_comment", args=[review.pk]) in page.content.decode()
    wrong = signed_in(officer).get(reverse("translations"), {"reference": "nonsense"})
    assert "This is not one of our references" in wrong.content.decode()


def test_what_only_a_few_may_read_is_not_there_for_translators(draft, officer):
    make_response(passages_of(draft)[0], text="I feel suicidal.", publish=Publish.NO)

    assert not translatable(officer).exists()


def test_nobody_else_gets_in(review, board_member, events_editor, signed_in):
    for user in (board_member, events_editor):
        answer = signed_in(user).get(reverse("translate_comment", args=[review.pk]))
        assert answer.status_code in (302, 403)
        assert POLISH not in answer.content.decode()


def test_an_answer_of_another_comment_and_an_empty_translation_are_refused(draft, review, officer):
    other = make_response(passages_of(draft)[1], text=POLISH)
    foreign = Answer.objects.get(comment__response=other, question__kind="comment")
    given = {
        "review": review,
        "language": "pl",
        "translator": "Ewa",
        "seen": 0,
        "by": officer,
        "at": timezone.now(),
    }

    with pytest.raises(Answer.DoesNotExist):
        translate(texts={foreign.pk: "x"}, **given)
    with pytest.raises(NothingTranslated):
        translate(texts={foreign.pk: "  "}, **given)


def test_the_list_takes_as_many_queries_for_one_as_for_three(
    draft, review, officer, signed_in, django_assert_max_num_queries
):
    browser = signed_in(officer)
    browser.get(reverse("translations"))
    for passage in passages_of(draft)[1:3]:
        make_response(passage, text=POLISH)
    with django_assert_max_num_queries(40) as three:
        browser.get(reverse("translations"))
    Review.objects.exclude(pk=review.pk).update(status="withdrawn")
    with django_assert_max_num_queries(40) as one:
        browser.get(reverse("translations"))
    assert len(three) == len(one)
