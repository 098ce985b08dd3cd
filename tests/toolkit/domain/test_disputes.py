import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from records.domain.references import new_key
from records.models import LogEntry
from tests.factories.compact import make_handler
from toolkit.domain.disputes import (
    ANSWERED_STAYS,
    NobodyLeft,
    WrongState,
    forget_answered,
    may_handle,
    move_on,
    open_with_code,
    raise_dispute,
    visible_to,
)
from toolkit.enums import DisputeState
from toolkit.models import Dispute, DisputeStep

NOON = dt.datetime(2026, 6, 10, 11, tzinfo=dt.UTC)


@pytest.fixture
def handler(db):
    return make_handler()


@pytest.fixture
def take_in(handler):
    def take_in(*, key=None, kept_from=(), **words):
        words = {"what_happened": "We were told on the last day."} | words
        return raise_dispute(
            key=key or new_key(), words=words, kept_from=kept_from, answer_in=20, at=NOON
        )

    return take_in


def test_sending_twice_is_one_dispute_with_one_code(take_in):
    key = new_key()

    first, second = take_in(key=key), take_in(key=key, what_happened="Again.")

    assert (first[:2], first[2], second[2]) == (second[:2], True, False)
    assert Dispute.objects.get().what_happened == "We were told on the last day."
    assert DisputeStep.objects.count() == 1


def test_only_its_code_opens_a_dispute_and_neither_is_kept(take_in):
    dispute, code, _ = take_in()
    _, another, _ = take_in()

    assert open_with_code(reference=dispute.reference, code=code.lower()) == dispute
    assert open_with_code(reference=dispute.reference, code=another) is None
    assert open_with_code(reference="222-222-222", code=code) is None
    assert code not in str(Dispute.objects.values().first())


def test_people_are_named_for_it_and_a_superuser_is_not_by_being_one(handler, administrator):
    assert (may_handle(handler), may_handle(administrator)) == (True, False)


def test_it_is_hidden_from_whom_its_raiser_left_out(take_in, handler, administrator, officer):
    second = make_handler("second")
    dispute, _, _ = take_in(kept_from=[handler])

    seen = [list(visible_to(user)) for user in (handler, second, administrator, officer)]

    assert seen == [[], [dispute], [], []]
    with pytest.raises(WrongState):
        move_on(dispute=dispute, to=DisputeState.LOOKED_INTO, words="", by=handler, at=NOON)


def test_somebody_is_left_to_read_it(take_in, handler):
    make_handler("away", is_active=False)

    with pytest.raises(NobodyLeft):
        take_in(kept_from=[handler])

    assert not Dispute.objects.exists()


def test_it_goes_through_its_three_states_in_order_and_once(take_in, handler):
    dispute, _, _ = take_in()
    for wrong in (DisputeState.ANSWERED, DisputeState.RECEIVED, None, "closed"):
        with pytest.raises(WrongState):
            move_on(dispute=dispute, to=wrong, words="No.", by=handler, at=NOON)

    move_on(dispute=dispute, to=DisputeState.LOOKED_INTO, words="Yes.", by=handler, at=NOON)
    answered = move_on(dispute=dispute, to=DisputeState.ANSWERED, words="So.", by=handler, at=NOON)

    assert (answered.state, answered.answered_at) == (DisputeState.ANSWERED, NOON)
    with pytest.raises(WrongState):
        move_on(dispute=dispute, to=None, words="Again.", by=handler, at=NOON)
    assert list(dispute.steps.values_list("state", "by", "words")) == [
        ("received", None, ""),
        ("looked", handler.pk, "Yes."),
        ("answered", handler.pk, "So."),
    ]
    assert "So." not in str(list(LogEntry.objects.values()))
    assert [entry.action for entry in LogEntry.objects.all()] == [
        "dispute.received",
        "dispute.looked",
        "dispute.answered",
    ]


@pytest.mark.parametrize("fields", [{"state": "answered"}, {"answered_at": NOON}, {"state": "x"}])
def test_the_database_refuses_a_state_that_cannot_be(take_in, fields):
    take_in()

    with pytest.raises(IntegrityError), transaction.atomic():
        Dispute.objects.update(**fields)


@pytest.mark.parametrize(("early", "left"), [(1, 1), (0, 0)])
def test_it_is_removed_a_year_after_its_answer(take_in, early, left):
    take_in()
    Dispute.objects.update(state=DisputeState.ANSWERED, answered_at=NOON)

    forget_answered(at=NOON + ANSWERED_STAYS - dt.timedelta(microseconds=early))

    assert (Dispute.objects.count(), DisputeStep.objects.count()) == (left, left)
