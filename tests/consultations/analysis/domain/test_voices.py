"""What the public may read: what its author allows, the Board published, and the mode permits."""

import pytest
from django.utils import timezone

from consultations.analysis.domain.results import version_results
from consultations.analysis.domain.voices import published_comments, voices
from consultations.moderation.domain import deciding
from consultations.moderation.models import Review
from consultations.responses.domain.withdrawing import withdraw
from consultations.responses.enums import Publish, Stance
from tests.factories.consultations import make_response, passages_of

pytestmark = pytest.mark.django_db

SECRET = "quokka-under-the-desk"


@pytest.fixture
def draft(usual_draft):
    return usual_draft


def publish(user, *responses):
    ids = Review.objects.filter(comment__response__in=responses).values_list("pk", flat=True)
    deciding.publish(review_ids=list(ids), by=user, at=timezone.now())


@pytest.mark.parametrize(
    ("said", "author"),
    [
        ({"publish": Publish.WITH_NAME, "name": "Amina Okafor"}, "Amina Okafor"),
        ({"publish": Publish.WITHOUT_NAME, "name": "Amina Okafor"}, "A resident"),
        ({"publish": Publish.WITH_NAME, "organisation": "Riverside Carers"}, "Riverside Carers"),
        (
            {"publish": Publish.WITHOUT_NAME, "organisation": "Riverside Carers"},
            "A group or organisation",
        ),
    ],
)
def test_an_author_is_shown_as_they_allowed(draft, board_member, said, author):
    publish(board_member, make_response(passages_of(draft)[0], **said))

    (voice,) = voices(published_comments(draft.consultation))

    assert voice.author == author
    assert (voice.stance, [answer["text"] for answer in voice.answers]) == (
        "Agree",
        ["More help for small groups."],
    )


@pytest.mark.parametrize(
    "state", ["waiting", "not shown", "proposed", "held", "withdrawn", "reopened"]
)
def test_what_is_not_published_is_in_no_public_output(
    draft, board_member, second_member, resident, state
):
    passage = passages_of(draft)[0]
    choice = Publish.NO if state == "not shown" else Publish.WITH_NAME
    response = make_response(passage, text=SECRET, publish=choice, name=SECRET)
    review = Review.objects.get()
    now = timezone.now()
    if state in ("proposed", "held"):
        deciding.propose_hold(review_id=review.pk, reason="AB1", by=board_member, at=now)
    if state == "held":
        deciding.confirm_hold(review_id=review.pk, by=second_member, at=now)
    if state in ("withdrawn", "reopened"):
        publish(board_member, response)
    if state == "withdrawn":
        withdraw(response=response, at=now)
    if state == "reopened":
        deciding.reopen(review_id=review.pk, by=board_member, at=now)

    consultation = draft.consultation
    addresses = ["/", "/consultations/", consultation.url, f"{consultation.url}views/"]
    addresses += [draft.url, passage.section.url, f"{consultation.url}respond/"]

    found = [a for a in addresses if SECRET in resident.get(a).content.decode()]
    assert found == []


def test_the_planted_secret_could_have_been_found(draft, board_member, resident):
    passage = passages_of(draft)[0]
    publish(board_member, make_response(passage, text=SECRET))

    views = resident.get(f"{draft.consultation.url}views/").content.decode()

    assert SECRET in resident.get(passage.section.url).content.decode()
    assert SECRET in views


@pytest.mark.parametrize("count", [1, 3])
def test_reading_asks_as_much_for_three_comments_as_for_one(
    draft, board_member, count, django_assert_num_queries
):
    passage = passages_of(draft)[0]
    publish(board_member, *[make_response(passage) for _ in range(count)])

    consultation = draft.consultation

    with django_assert_num_queries(4):
        found = voices(published_comments(consultation))

    assert len(found) == count


def test_section_results_count_every_stance_shown_or_not(draft, django_assert_num_queries):
    passage = passages_of(draft)[0]
    for stance in (Stance.AGREE, Stance.AGREE, Stance.STRONGLY_DISAGREE, Stance.NO_VIEW):
        make_response(passage, stance=stance, publish=Publish.NO)

    consultation = draft.consultation

    with django_assert_num_queries(3):
        [version] = version_results(consultation)
    first, second = version.sections

    assert [(share.stance, share.count) for share in first.shares if share.count] == [
        (Stance.AGREE, 2),
        (Stance.STRONGLY_DISAGREE, 1),
    ]
    assert (first.base, first.no_view, first.comments, first.shown) == (3, 1, 4, 0)
    assert (second.base, second.comments) == (0, 0)
