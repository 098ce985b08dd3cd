"""One send is one response: once, whole, in time, and the same however often it arrives."""

import contextlib
import datetime as dt
import threading

import pytest
from django.db import connection, transaction
from django.utils import timezone

from consultations.analysis.domain.reconciling import reconcile
from consultations.moderation.models import Review
from consultations.responses.domain import baskets, sending
from consultations.responses.domain.deadlines import grace_ends
from consultations.responses.domain.references import code_hash, new_key
from consultations.responses.enums import Capacity, Publish
from consultations.responses.models import (
    Comment,
    DraftComment,
    Respondent,
    Response,
    ResponseDraft,
)
from consultations.responses.signals import response_received
from delivery.models import OutboxMessage
from people.models import Organisation
from records.models import LogEntry
from tests.factories.consultations import (
    make_consultation,
    make_published_draft,
    make_response,
    passages_of,
    place_of,
)

MICROSECOND = dt.timedelta(microseconds=1)
SAVEPOINT = 2  # the test stands in a transaction of its own


def fill_basket(passages, *, key=None, **about):
    """A basket that is ready to be sent; returns its key."""
    key = key or new_key()
    for passage in passages:
        place = place_of(passage)
        version = sending_version(place)
        question = version.questions.get(kind="comment")
        comment = baskets.keep_comment(
            key=key, place=place, version=version, answers={question.key.hex: "Say more."}
        )
    about = {"capacity": Capacity.MYSELF, "publish": Publish.WITHOUT_NAME, **about}
    baskets.keep_about_you(basket=comment.basket, **about)
    return key


def sending_version(place):
    from consultations.responses.domain.questionnaires import version_asked

    return version_asked(consultation=place.consultation, section=place.section)


@pytest.mark.django_db
class TestOneSend:
    def test_writes_everything_that_follows_from_it(self):
        draft = make_published_draft()
        first, second = passages_of(draft)[:2]
        key = fill_basket([first, second], email="amina@example.org")
        now = timezone.now()

        receipt = sending.send(key=key, consultation=draft.consultation, received_at=now)

        response = Response.objects.get()
        assert receipt.response == response
        assert response.received_at == now
        assert response.code_hash == code_hash(receipt.code)
        assert [c.quoted_text for c in Comment.objects.all()] == [first.text, second.text]
        assert [a.value for c in Comment.objects.all() for a in c.answers.all()] == [
            "Say more."
        ] * 2
        assert Review.objects.count() == 2
        assert [m.to for m in OutboxMessage.objects.all()] == ["amina@example.org"]
        assert [e.subject for e in LogEntry.objects.all()] == [f"response:{response.pk}"]
        assert ResponseDraft.objects.count() == 0

    def test_twice_is_one_response_with_the_same_receipt(self):
        draft = make_published_draft()
        key = fill_basket(passages_of(draft)[:1])
        send = {"key": key, "consultation": draft.consultation, "received_at": timezone.now()}

        first, second = sending.send(**send), sending.send(**send)

        assert first == second
        assert Response.objects.count() == 1

    def test_again_after_closing_still_gives_the_receipt(self):
        draft = make_published_draft()
        consultation = draft.consultation
        key = fill_basket(passages_of(draft)[:1])
        first = sending.send(key=key, consultation=consultation, received_at=timezone.now())

        again = sending.send(
            key=key, consultation=consultation, received_at=consultation.closes_at + MICROSECOND
        )

        assert again == first

    def test_of_a_failing_receiver_leaves_nothing_behind_but_the_basket(self):
        draft = make_published_draft()
        key = fill_basket(passages_of(draft)[:1])

        def fail(**kwargs):
            raise RuntimeError("no")

        response_received.connect(fail)
        try:
            with pytest.raises(RuntimeError), transaction.atomic():
                sending.send(key=key, consultation=draft.consultation, received_at=timezone.now())
        finally:
            response_received.disconnect(fail)

        assert (Response.objects.count(), Review.objects.count()) == (0, 0)
        assert DraftComment.objects.count() == 1
        assert reconcile(draft.consultation).faults == []

    def test_of_an_empty_or_unknown_basket_is_refused(self):
        consultation = make_published_draft().consultation

        with pytest.raises(sending.NothingToSend):
            sending.send(key=new_key(), consultation=consultation, received_at=timezone.now())

    def test_to_another_consultation_finds_no_basket(self):
        draft = make_published_draft()
        key = fill_basket(passages_of(draft)[:1])

        with pytest.raises(sending.NothingToSend):
            sending.send(key=key, consultation=make_consultation(), received_at=timezone.now())

        assert Response.objects.count() == 0


@pytest.mark.django_db
class TestTheClosingSecond:
    @pytest.mark.parametrize(
        ("moment", "is_taken"),
        [
            ("closes_at-", True),
            ("closes_at", False),
            ("closes_at+", False),
            ("opens_at-", False),
            ("opens_at", True),
        ],
    )
    def test_is_half_open_for_what_was_begun_in_it(self, moment, is_taken):
        draft = make_published_draft()
        consultation = draft.consultation
        key = fill_basket(passages_of(draft)[:1])
        ResponseDraft.objects.update(begun_at=consultation.closes_at)
        shift = {"-": -MICROSECOND, "+": MICROSECOND}.get(moment[-1], dt.timedelta(0))
        at = getattr(consultation, moment.rstrip("+-")) + shift

        with contextlib.suppress(sending.NotOpen):
            sending.send(key=key, consultation=consultation, received_at=at)

        assert Response.objects.filter(received_at=at).exists() is is_taken
        assert ResponseDraft.objects.exists() is not is_taken

    @pytest.mark.parametrize(
        ("moment", "is_taken", "is_late"),
        [
            ("closes_at-", True, False),
            ("closes_at", True, True),
            ("grace-", True, True),
            ("grace", False, False),
        ],
    )
    def test_gives_what_was_begun_before_it_until_nine(self, moment, is_taken, is_late):
        draft = make_published_draft()
        consultation = draft.consultation
        key = fill_basket(passages_of(draft)[:1])
        ends = {"closes_at": consultation.closes_at, "grace": grace_ends(consultation.closes_at)}
        at = ends[moment.rstrip("-")] - (MICROSECOND if moment[-1] == "-" else dt.timedelta(0))

        with contextlib.suppress(sending.NotOpen):
            sending.send(key=key, consultation=consultation, received_at=at)

        sent = list(Response.objects.counted().values_list("received_at", "is_late"))
        assert sent == ([(at, is_late)] if is_taken else [])
        assert reconcile(consultation).faults == []

    def test_is_read_anew_when_an_officer_moves_the_deadline_meanwhile(self):
        draft = make_published_draft()
        seen_before = draft.consultation
        key = fill_basket(passages_of(draft)[:1])
        now = timezone.now()
        long_ago = now - dt.timedelta(days=6)
        type(seen_before).objects.filter(pk=seen_before.pk).update(closes_at=long_ago)

        with pytest.raises(sending.NotOpen):
            sending.send(key=key, consultation=seen_before, received_at=now)


@pytest.mark.django_db
class TestWhoAnswers:
    def test_contact_details_stand_apart(self):
        passage = passages_of(make_published_draft())[0]

        response = make_response(
            passage, publish=Publish.WITH_NAME, name="Amina Okafor", email="amina@example.org"
        )

        assert response.respondent.name == "Amina Okafor"
        assert "Amina" not in str(vars(response))

    def test_a_name_that_may_not_be_shown_is_not_kept(self):
        make_response(
            passages_of(make_published_draft())[0], publish=Publish.WITHOUT_NAME, name="Amina"
        )

        assert Respondent.objects.count() == 0

    def test_a_group_is_registered_once_in_any_spelling(self):
        passages = passages_of(make_published_draft())

        make_response(passages[0], organisation="Riverside  Carers")
        make_response(passages[1], organisation="riverside carers ")

        assert [o.name for o in Organisation.objects.all()] == ["Riverside Carers"]


@pytest.mark.django_db
@pytest.mark.parametrize("comments", [1, 3])
def test_a_send_takes_as_many_queries_for_three_comments_as_for_one(
    django_assert_num_queries, comments
):
    draft = make_published_draft()
    make_response(passages_of(draft)[5])  # content types and the like are looked up once
    consultation = draft.consultation
    key = fill_basket(passages_of(draft)[:comments])

    with django_assert_num_queries(17 + SAVEPOINT):
        sending.send(key=key, consultation=consultation, received_at=timezone.now())


@pytest.mark.django_db(transaction=True)
def test_sixteen_sends_of_one_basket_at_once_are_one_response():
    draft = make_published_draft()
    consultation = draft.consultation
    key = fill_basket(passages_of(draft)[:2])
    references, errors = [], []

    def send():
        try:
            receipt = sending.send(key=key, consultation=consultation, received_at=timezone.now())
            references.append(receipt.response.reference)
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert errors == []
    assert len(references) == 16
    assert len(set(references)) == 1
    assert Response.objects.count() == 1
    assert reconcile(consultation).faults == []


@pytest.mark.django_db(transaction=True)
def test_many_people_sending_at_once_are_all_counted():
    draft = make_published_draft()
    consultation = draft.consultation
    keys = [fill_basket(passages_of(draft)[:2]) for _ in range(12)]
    errors = []

    def send(key):
        try:
            sending.send(key=key, consultation=consultation, received_at=timezone.now())
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=send, args=[key]) for key in keys]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert errors == []
    assert Response.objects.count() == 12
    assert reconcile(consultation).faults == []
