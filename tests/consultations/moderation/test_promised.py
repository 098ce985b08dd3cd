"""Whether the Board reads as quickly as was promised, by working days."""

import datetime as dt

import pytest
import time_machine
from django.utils import timezone

from consultations.models import ConsultationPage
from consultations.moderation.domain.deciding import publish
from consultations.moderation.domain.promised import unread_too_long
from consultations.moderation.domain.queue import waiting_for
from tests.factories.consultations import (
    make_consultation,
    make_published_draft,
    make_response,
    passages_of,
)

pytestmark = pytest.mark.django_db

SECOND = dt.timedelta(seconds=1)


def london(*parts):
    return timezone.make_aware(dt.datetime(*parts))


# Two working days after the Friday before the summer bank holiday is Wednesday.
FRIDAY = london(2026, 8, 28, 15)
DUE_UNTIL = london(2026, 9, 3)


@pytest.fixture
def consultation():
    page = make_consultation(
        slug="read", read_within=2, opens_at=london(2026, 8, 1), closes_at=london(2026, 9, 30)
    )
    passage = passages_of(make_published_draft(page))[0]
    make_response(passage, at=FRIDAY)
    return page


@pytest.mark.parametrize(("now", "waiting"), [(DUE_UNTIL - SECOND, 0), (DUE_UNTIL, 1)])
def test_a_comment_is_late_from_the_midnight_after_so_many_working_days(consultation, now, waiting):
    assert unread_too_long(consultation, now=now) == waiting


def test_the_page_says_how_many_have_waited_longer(consultation, resident, board_member):
    with time_machine.travel(DUE_UNTIL, tick=False):
        late = resident.get("/consultations/read/").content.decode()
        ids = [review.pk for review in waiting_for(board_member)]
        publish(review_ids=ids, by=board_member, at=timezone.now())
        read = resident.get("/consultations/read/").content.decode()

    promise = "The Board reads every comment within 2 working days."
    assert (promise in late, "1 comment has waited longer." in late) == (True, True)
    assert (promise in read, "waited longer" in read) == (True, False)


def test_nothing_is_asked_where_nothing_was_promised(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert unread_too_long(ConsultationPage(read_within=None), now=FRIDAY) == 0
