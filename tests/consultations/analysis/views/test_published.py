"""What people said: the page counts from the tallies and lists from the rows."""

import pytest
from django.urls import reverse
from django.utils import timezone

from consultations.moderation.domain.deciding import publish, reopen
from consultations.moderation.models import Review
from consultations.responses.domain.withdrawing import withdraw
from consultations.responses.enums import Stance
from tests.factories.consultations import (
    make_consultation,
    make_published_draft,
    make_published_version,
    make_response,
    passages_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(usual_draft):
    return usual_draft


@pytest.fixture
def read(chair):
    """The Board publishes what these responses say."""

    def publish_all(*responses):
        reviews = Review.objects.filter(comment__response__in=responses)
        publish(review_ids=list(reviews.values_list("pk", flat=True)), by=chair, at=timezone.now())

    return publish_all


def page_of(draft, resident, **query):
    return resident.get(reverse("analysis:views", args=[draft.consultation.slug]), query)


def text(answer):
    return " ".join(answer.content.decode().split())


def test_as_many_are_counted_as_are_listed(draft, resident, read, chair):
    first, second, third, fourth = (make_response(passages_of(draft)[0]) for _ in range(4))
    read(first, second, third)
    withdraw(response=second, at=timezone.now())
    reopen(review_id=third.comments.get().review.pk, by=chair, at=timezone.now())

    answer = page_of(draft, resident)

    assert answer.context["page"].paginator.count == 1
    assert [voice.comment_id for voice in answer.context["voices"]] == [first.comments.get().pk]
    assert "1 comment is shown here." in text(answer)
    assert fourth.comments.get().review.status == "waiting"


def test_the_newest_stand_first_and_the_rest_on_further_pages(draft, resident, read):
    responses = [make_response(passages_of(draft)[0]) for _ in range(21)]
    read(*responses)
    newest_first = [response.comments.get().pk for response in reversed(responses)]

    first, second = (page_of(draft, resident, page=number) for number in (1, 2))

    assert [voice.comment_id for voice in first.context["voices"]] == newest_first[:20]
    assert [voice.comment_id for voice in second.context["voices"]] == newest_first[20:]


def test_nothing_is_counted_where_nothing_is_shown(resident, read):
    draft = make_published_draft(make_consultation(publication_mode="never"))
    read(make_response(passages_of(draft)[0]))

    answer = page_of(draft, resident)

    assert answer.context["page"].paginator.count == 0
    assert answer.context["voices"] == []


@pytest.mark.parametrize("comments", [1, 3])
def test_three_comments_ask_as_much_as_one(
    draft, resident, read, comments, django_assert_num_queries
):
    read(*(make_response(passage) for passage in passages_of(draft)[:comments]))
    page_of(draft, resident)

    with django_assert_num_queries(5):
        answer = page_of(draft, resident)

    assert len(answer.context["voices"]) == comments


def test_each_version_is_counted_as_it_was_read(officer, resident):
    draft = make_published_draft(make_consultation(show_counts=True))
    make_response(passages_of(draft)[0], stance=Stance.AGREE)
    alone = page_of(draft, resident)
    first = passages_of(draft)[0].number
    newest = make_published_version(draft, by=officer, edit={first: "Another sentence."})
    make_response(passages_of(newest)[0], stance=Stance.DISAGREE)
    both = page_of(newest, resident)

    assert "By section of the draft" in text(alone)
    assert [(version.draft, agreeing(version)) for version in both.context["versions"]] == [
        (newest, [0, 1]),
        (draft, [1, 0]),
    ]
    assert text(both).count("By section of “") == 4  # as a caption and over its table
    assert "Each version is counted as it was read." in text(both)


def test_an_earlier_version_nobody_commented_on_is_left_out(officer, resident):
    draft = make_published_draft(make_consultation(show_counts=True))
    newest = make_published_version(draft, by=officer)

    answer = page_of(draft, resident)

    assert [version.draft for version in answer.context["versions"]] == [newest]


def agreeing(version):
    """How many agree and how many disagree, over all sections."""
    counts = dict.fromkeys((Stance.AGREE, Stance.DISAGREE), 0)
    for section in version.sections:
        for share in section.shares:
            if share.stance in counts:
                counts[share.stance] += share.count
    return list(counts.values())
