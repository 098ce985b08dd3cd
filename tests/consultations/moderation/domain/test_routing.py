"""Which way a comment takes, and that what was found in it costs one query at most."""

import datetime as dt

import pytest
from django.utils import timezone
from wagtail.models import Workflow

from consultations.moderation.domain.routes import Facts, fits, shares_a_letter
from consultations.moderation.domain.trying import try_out
from consultations.moderation.domain.waiting import due_at, wait_of
from consultations.moderation.enums import Concern, FlagKind
from consultations.moderation.models import Flag, Review, Route
from consultations.responses.domain.amending import amend
from consultations.responses.enums import Capacity, Publish
from tests.factories.consultations import make_published_draft, make_response, passages_of

LETTER = (
    "We ask the council to keep every library open in the evening because people who work have no "
    "other time to come and children have no other quiet place to learn after school"
)
LONDON_FRIDAY = dt.datetime(2026, 5, 22, 15, 0, tzinfo=dt.UTC)  # before a bank holiday Monday


def facts(**known):
    return Facts(**{"consultation_id": 1, "section_id": 2, "capacity": Capacity.MYSELF, **known})


@pytest.mark.parametrize(
    ("asked", "known", "is_fit"),
    [
        ({}, {}, True),
        ({"section_id": 2}, {}, True),
        ({"section_id": 3}, {}, False),
        ({"consultation_id": 2}, {}, False),
        ({"capacity": "group"}, {}, False),
        ({"capacity": "group"}, {"capacity": "group"}, True),
        ({"concern": Concern.PERSONAL}, {"kinds": frozenset({"phone"})}, True),
        ({"concern": Concern.SAFEGUARDING}, {"kinds": frozenset({"threat"})}, True),
        ({"concern": Concern.SAFEGUARDING}, {"kinds": frozenset({"phone"})}, False),
        ({"longer_than": 3}, {"text": "one two three"}, False),
        ({"longer_than": 3}, {"text": "one two three four"}, True),
        ({"letter": LETTER}, {"text": f"As a mother of two I say: {LETTER}. Thank you."}, True),
        ({"letter": LETTER}, {"text": "Keep the library open in the evening."}, False),
    ],
)
def test_every_condition_of_a_route_has_to_hold(asked, known, is_fit):
    assert fits(Route(**asked), facts(**known)) is is_fit


def test_a_short_answer_is_no_campaign_though_its_words_stand_in_the_letter():
    assert not shares_a_letter("keep every library open in the evening", LETTER)


@pytest.mark.parametrize(
    ("days", "last_day"), [(0, dt.date(2026, 5, 22)), (1, dt.date(2026, 5, 26))]
)
def test_a_comment_is_due_at_the_end_of_a_working_day(days, last_day):
    due = due_at(LONDON_FRIDAY, days)
    second = dt.timedelta(seconds=1)

    assert timezone.localtime(due).replace(tzinfo=None) == dt.datetime.combine(
        last_day + dt.timedelta(days=1), dt.time.min
    )
    assert wait_of(due, now=due - second).state == "today"
    assert wait_of(due, now=due).state == "late"
    assert wait_of(due_at(LONDON_FRIDAY, 5), now=LONDON_FRIDAY).words == "5 working days left"


@pytest.mark.django_db
class TestArrival:
    @pytest.fixture
    def passage(self):
        return passages_of(make_published_draft())[0]

    def review_of(self, passage, **said):
        return Review.objects.get(comment__response=make_response(passage, **said))

    @pytest.mark.parametrize(
        ("said", "route"),
        [
            ({"text": "I feel suicidal since it closed."}, "Somebody may be at risk"),
            ({"text": "Why did your moderators hide this?"}, "About the Board"),
            ({"text": "Ring me on 01632 960 441."}, "Personal details"),
            ({"organisation": "Riverside Carers"}, "Groups and organisations"),
            ({}, "Everything else"),
        ],
    )
    def test_takes_the_first_of_the_five_routes_that_fits(self, passage, said, route):
        review = self.review_of(passage, **said)

        assert review.route.name == route
        assert review.task.workflows.get() == review.route.workflow
        days = 0 if route == "Somebody may be at risk" else 5
        assert review.due_at == due_at(review.received_at, days)

    def test_marks_the_words_in_the_original_and_changes_nothing_of_it(self, passage):
        text = "Please ring me on 01632 960 441 or write."

        flag = Flag.objects.get(review=self.review_of(passage, text=text))

        assert flag.kind == FlagKind.PHONE
        assert flag.answer.value == text
        assert text[flag.start : flag.end] == "01632 960 441"

    def test_of_what_is_not_to_be_shown_is_screened_and_not_queued(self, passage):
        review = self.review_of(passage, text="I feel suicidal.", publish=Publish.NO)

        assert review.flags.get().kind == FlagKind.SAFEGUARDING
        assert review.route is None

    def test_of_a_changed_comment_is_screened_anew(self, passage):
        comment = make_response(passage).comments.get()
        question = comment.questionnaire_version.questions.get(kind="comment")

        new = amend(
            comment=comment, answers={question.key.hex: "Ring 01632 960 441."}, at=timezone.now()
        )

        assert new.review.route.name == "Personal details"
        assert comment.review.flags.count() == 0

    def test_goes_past_a_route_that_is_not_in_use_until_it_is_tried_out(self, passage):
        asleep = Route.objects.create(
            name="Long ones",
            position=5,
            longer_than=3,
            is_on=False,
            workflow=Workflow.objects.get(name="About the Board"),
        )
        review = self.review_of(passage)

        as_it_is, tried = try_out(), try_out(also=asleep.pk)

        assert review.route.name == "Everything else"
        assert [row.taken for row in as_it_is.rows if row.route == review.route] == [1]
        assert asleep in as_it_is.unused
        first = tried.rows[0]
        assert (first.route, first.is_tried, first.taken, first.new) == (asleep, True, 1, 1)
        review.refresh_from_db()
        assert review.route.name == "Everything else"

    @pytest.mark.parametrize("count", [1, 3])
    def test_trying_out_takes_as_many_queries_for_three_as_for_one(
        self, passage, count, django_assert_num_queries
    ):
        for _ in range(count):
            make_response(passage, text="Ring 01632 960 441.")

        with django_assert_num_queries(5):
            try_out()
