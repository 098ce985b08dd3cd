"""Where comments on earlier versions stand: none is lost, and none slides onto other words."""

import random

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consultations.responses.domain.attaching import (
    ATTACHED,
    DETACHED,
    EDITED,
    Attachments,
    NotInTheNewestVersion,
    attach,
    count_attachments,
    detach,
    detached_comments,
    with_standing,
)
from consultations.responses.domain.places import Place
from consultations.responses.domain.withdrawing import withdraw
from consultations.responses.models import Comment
from tests.factories.consultations import (
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
def now():
    return timezone.now()


def standing_of(comment, version):
    return with_standing(Comment.objects.filter(pk=comment.pk), version).get().standing


def comment_on(place):
    return make_response(place).comments.get()


def test_comments_stand_by_what_became_of_their_words(draft, officer):
    kept, reworded, gone = [comment_on(passage) for passage in passages_of(draft)[:3]]

    second = make_published_version(draft, by=officer, edit={"1.2": "Reworded."}, drop={"1.3"})

    assert [standing_of(comment, second) for comment in (kept, reworded, gone)] == [
        ATTACHED,
        EDITED,
        DETACHED,
    ]
    assert count_attachments(draft.consultation) == Attachments(1, 1, 1)
    assert list(detached_comments(draft.consultation)) == [gone]


def test_a_comment_on_a_section_goes_where_most_of_it_went(draft, officer):
    first, second_section = draft.sections()
    consultation = draft.consultation
    stays = comment_on(Place(consultation, draft, first))
    gone = comment_on(Place(consultation, draft, second_section))

    version = make_published_version(
        draft, by=officer, drop={"2.1", "2.2", "2.3"}, add={"2": "New."}
    )

    assert [standing_of(comment, version) for comment in (stays, gone)] == [ATTACHED, DETACHED]


def test_comments_on_wider_places_always_stand(draft, officer):
    whole = comment_on(Place(draft.consultation, draft))
    asked = comment_on(Place(draft.consultation))

    version = make_published_version(draft, by=officer, drop={"1.1", "1.2"})

    assert {standing_of(comment, version) for comment in (whole, asked)} == {ATTACHED}


def test_an_officer_puts_a_detached_comment_where_it_belongs_and_takes_it_back(draft, officer, now):
    comment = comment_on(passages_of(draft)[2])
    version = make_published_version(draft, by=officer, drop={"1.3"})
    target = passages_of(version)[0]

    attach(comment=comment, passage=target, by=officer, at=now)
    attached = count_attachments(draft.consultation)
    detach(comment=comment, by=officer, at=now)

    assert attached == Attachments(1, 0, 0)
    assert count_attachments(draft.consultation) == Attachments(0, 0, 1)
    comment.refresh_from_db()
    assert (comment.passage, comment.quoted_text) == (
        passages_of(draft)[2],
        "Passage 3 of section 1.",
    )


def test_what_was_put_somewhere_follows_that_passage_on(draft, officer, now):
    comment = comment_on(passages_of(draft)[2])
    second = make_published_version(draft, by=officer, drop={"1.3"})
    attach(comment=comment, passage=passages_of(second)[0], by=officer, at=now)

    third = make_published_version(second, by=officer, edit={"1.1": "Reworded once more."})

    assert standing_of(comment, third) == EDITED


def test_only_passages_of_the_newest_version_take_comments(draft, officer, now):
    comment = comment_on(passages_of(draft)[2])
    make_published_version(draft, by=officer, drop={"1.3"})
    elsewhere = passages_of(make_published_draft())[0]

    for passage in (passages_of(draft)[0], elsewhere):
        with pytest.raises(NotInTheNewestVersion):
            attach(comment=comment, passage=passage, by=officer, at=now)


def test_what_was_withdrawn_is_in_no_count(draft, officer, now):
    response = make_response(passages_of(draft)[2])
    make_published_version(draft, by=officer, drop={"1.3"})

    withdraw(response=response, at=now)

    assert count_attachments(draft.consultation) == Attachments(0, 0, 0)


def test_without_a_draft_every_comment_stands(draft):
    comment_on(passages_of(draft)[0])

    assert count_attachments(draft.consultation) == Attachments(1, 0, 0)


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 10_000))
def test_after_any_edits_all_comments_are_somewhere(seed, officer):
    rng = random.Random(seed)
    with transaction.atomic():
        draft = make_published_draft(sections=2, passages=4)
        version = draft
        for _ in range(2):
            for passage in rng.sample(passages_of(version), 3):
                make_response(passage)
            numbers = [passage.number for passage in passages_of(version)]
            version = make_published_version(
                version,
                by=officer,
                edit={n: f"Words {rng.random()}." for n in rng.sample(numbers, 2)},
                drop=set(rng.sample(numbers, 2)),
                add={"1": "Wholly new."},
            )
        consultation = draft.consultation
        counts = count_attachments(consultation)
        all_comments = Comment.objects.filter(consultation=consultation).counted()

        assert counts.attached + counts.edited + counts.detached == all_comments.count() == 6
        assert detached_comments(consultation).count() == counts.detached
        for comment in with_standing(all_comments, version).filter(standing=ATTACHED):
            assert comment.quoted_text in {passage.text for passage in passages_of(version)}
        transaction.set_rollback(True)
