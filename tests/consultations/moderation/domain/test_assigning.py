"""Whose pile a comment lies on. Nobody is ever given their own organisation's."""

import datetime as dt
import random
from collections import Counter

import pytest
from django.utils import timezone

from consultations.moderation.domain import assigning, claiming, deciding
from consultations.moderation.domain.assigning import assign_waiting, choose, hand_over
from consultations.moderation.domain.queue import waiting_for
from consultations.moderation.enums import Reason
from consultations.moderation.models import Review, Route
from people.enums import Role
from people.models import Organisation
from tests.consultations.moderation.domain.test_deciding import make_desk
from tests.factories.consultations import make_published_draft, make_response, passages_of
from tests.factories.people import make_membership, make_user

DAY = dt.timedelta(days=1)


def test_nobody_gets_their_own_organisations_in_ten_thousand_draws():
    """The lot itself, on made-up boards: eligible only, the least busy first, evenly spread."""
    lots = random.Random(20100921)
    loads = Counter()
    members = {number: {f"org-{number % 7}"} for number in range(12)}
    gets = Counter()

    for _ in range(10_000):
        organisation = f"org-{lots.randrange(10)}"
        eligible = {one for one, theirs in members.items() if organisation not in theirs}
        chosen = choose(eligible, loads=loads, lots=lots)
        assert organisation not in members[chosen]
        assert loads[chosen] == min(loads[one] for one in eligible)
        loads[chosen] += 1
        gets[chosen] += 1

    assert max(gets.values()) - min(gets.values()) <= 12
    assert choose(set(), loads=loads, lots=lots) is None


@pytest.mark.django_db
class TestPiles:
    @pytest.fixture
    def draft(self):
        return make_published_draft()

    @pytest.fixture
    def now(self):
        return timezone.now()

    @pytest.fixture
    def members(self, board_member, second_member):
        make_membership(board_member, None, undertaking_signed_on="2020-01-01")
        make_membership(second_member, None, undertaking_signed_on="2020-01-01")
        return {board_member, second_member}

    def test_are_dealt_evenly_and_never_to_ones_own_organisation(self, draft, members, now):
        member = min(members, key=lambda user: user.pk)
        for number in range(4):
            make_response(passages_of(draft)[0], organisation=f"Group {number}")
        own = Organisation.objects.get(name="Group 0")
        make_membership(member, own, undertaking_signed_on="2020-01-01")

        given = assign_waiting(now=now, lots=random.Random(1))

        piles = Counter(Review.objects.values_list("assigned_to", flat=True))
        assert given == 4
        assert sorted(piles.values()) == [2, 2]
        theirs = Review.objects.get(comment__response__organisation=own)
        assert theirs.assigned_to != member

    def test_hold_the_whole_of_a_response_but_for_what_a_route_led_elsewhere(
        self, draft, members, chair, now
    ):
        first, second = draft.sections()
        Route.objects.create(
            name="Second", position=1, section=second, workflow=make_desk("S", Role.BOARD_CHAIR)
        )
        make_membership(chair, None, undertaking_signed_on="2020-01-01")
        places = [*first.passages.all(), second.passages.first()]
        make_response(*places)

        assign_waiting(now=now)

        holders = {
            review.comment.section_id: review.assigned_to
            for review in Review.objects.select_related("comment", "assigned_to")
        }
        assert Review.objects.filter(assigned_to=holders[first.pk]).count() == 3 or (
            holders[first.pk] == chair
        )
        assert len({r.assigned_to_id for r in Review.objects.filter(comment__section=first)}) == 1
        assert holders[second.pk] == chair

    def test_of_somebody_else_are_not_in_ones_queue_and_may_still_be_read(
        self, draft, members, now
    ):
        make_response(passages_of(draft)[0])
        assign_waiting(now=now)
        review = Review.objects.get()
        holder, (other,) = review.assigned_to, members - {review.assigned_to}

        assert list(waiting_for(holder)) == [review]
        assert list(waiting_for(other)) == []
        assert list(waiting_for(other, everybody=True)) == [review]
        deciding.propose_hold(review_id=review.pk, reason=Reason.ABUSE, by=holder, at=now)
        assert list(waiting_for(other)) == [review]

    def test_that_were_left_lying_go_to_somebody_else(self, draft, members, now):
        make_response(passages_of(draft)[0])
        assign_waiting(now=now)
        before = Review.objects.get().assigned_to

        assign_waiting(now=now + 1 * DAY)
        kept = Review.objects.get().assigned_to
        assign_waiting(now=now + 12 * DAY)

        assert kept == before
        assert Review.objects.get().assigned_to != before

    def test_are_handed_over_whole_to_whoever_may_read_them(self, draft, members, now):
        make_response(*passages_of(draft)[:2], organisation="Riverside Carers")
        third = make_user("third", Role.BOARD_MEMBER)
        make_membership(third, Organisation.objects.get(), undertaking_signed_on="2020-01-01")
        giver, taker = sorted(members, key=lambda user: user.pk)
        review = Review.objects.first()

        with pytest.raises(assigning.MayNotRead):
            hand_over(review_id=review.pk, to=third, by=giver, at=now)
        hand_over(review_id=review.pk, to=taker, by=giver, at=now)

        assert set(Review.objects.values_list("assigned_to", flat=True)) == {taker.pk}

    def test_by_lot_go_to_anybody_but_the_giver(self, draft, members, now):
        make_response(passages_of(draft)[0])
        giver, taker = members

        given = hand_over(review_id=Review.objects.get().pk, to=None, by=giver, at=now)

        assert given == taker


@pytest.mark.django_db
class TestClaims:
    @pytest.fixture
    def review(self):
        make_response(passages_of(make_published_draft())[0])
        return Review.objects.get()

    def test_stay_with_whoever_came_first_for_half_an_hour(
        self, review, board_member, second_member
    ):
        now, second = timezone.now(), dt.timedelta(seconds=1)
        claiming.claim(review_id=review.pk, by=board_member, at=now)

        claiming.claim(review_id=review.pk, by=second_member, at=now + claiming.LASTS - second)
        review.refresh_from_db()
        kept = review.claimed_by
        claiming.claim(review_id=review.pk, by=second_member, at=now + claiming.LASTS)
        review.refresh_from_db()

        assert (kept, review.claimed_by) == (board_member, second_member)

    def test_deciding_on_what_has_changed_since_is_refused(
        self, review, board_member, second_member
    ):
        now = timezone.now()
        deciding.propose_hold(review_id=review.pk, reason=Reason.ABUSE, by=board_member, at=now)
        deciding.decline_hold(review_id=review.pk, by=second_member, at=now)

        with (
            pytest.raises(claiming.ChangedMeanwhile),
            claiming.unchanged(review.pk, seen=0),
        ):
            deciding.publish(review_ids=[review.pk], by=board_member, at=now)

        with claiming.unchanged(review.pk, seen=claiming.last_change(review.pk).pk):
            deciding.publish(review_ids=[review.pk], by=board_member, at=now)
        assert Review.objects.published().count() == 1
