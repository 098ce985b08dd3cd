"""Who is missing: beside a baseline, with chance left out and small groups kept back."""

import uuid

import pytest
from django.utils import timezone

from consultations.analysis.domain.baselines import (
    OnRecordAlready,
    add_baseline,
    copy_baselines,
    remove_baseline,
)
from consultations.analysis.domain.missing import Seen, judge, who_is_missing
from consultations.analysis.enums import Presence, Slice
from consultations.responses.models import (
    Answer,
    AnswerChoice,
    Comment,
    EqualityRecord,
    Question,
    Response,
)
from people.enums import AreaKind
from people.models import Organisation
from records.models import LogEntry
from tests.factories.consultations import make_consultation, make_response, passages_of
from tests.factories.people import make_area, make_organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def passage(usual_draft):
    return passages_of(usual_draft)[0]


@pytest.fixture
def say(passage, officer):
    """One row of the baseline: `say(Slice.KIND, "faith", 40)`."""

    def add(slice, key, share):
        return add_baseline(
            consultation=passage.section.draft.consultation,
            slice=slice,
            key=str(key),
            share=share,
            source="Register of groups",
            year=2021,
            by=officer,
            at=timezone.now(),
        )

    return add


def found(passage):
    """{label: (seen, base, expected, presence)} of every row."""
    by_slice = who_is_missing(passage.section.draft.consultation)
    return {
        row.label: (row.seen, row.base, row.expected, row.presence)
        for rows in by_slice.values()
        for row in rows
    }


@pytest.mark.parametrize(
    ("count", "base", "expected", "presence"),
    [
        (0, 19, 9.5, Presence.TOO_FEW),
        (0, 20, 4.9, Presence.TOO_FEW),
        (0, 20, 5.0, Presence.TOO_LITTLE),
        (39, 100, 50, Presence.TOO_LITTLE),
        (40, 100, 50, Presence.AS_EXPECTED),  # two deviations are ten, and it has to be more
        (79, 1000, 100, Presence.TOO_LITTLE),
        (80, 1000, 100, Presence.AS_EXPECTED),  # four in five
        (3, 25, 6, Presence.AS_EXPECTED),  # so few may be chance
        (63, 100, 50, Presence.MORE),
        (62, 100, 50, Presence.AS_EXPECTED),
        (None, 100, 50, Presence.NOT_SHOWN),
    ],
)
def test_what_is_said_at_and_beside_each_boundary(count, base, expected, presence):
    assert judge(count, Seen({}, base), expected) == presence


def test_a_number_that_was_rounded_down_is_given_what_it_may_have_lost():
    assert judge(30, Seen({}, 100, give=9), 50) == Presence.TOO_LITTLE
    assert judge(31, Seen({}, 100, give=9), 50) == Presence.AS_EXPECTED


def test_organisations_count_once_and_by_kind(passage, say):
    for number in range(22):
        kind = Organisation.Kind.FAITH if number < 2 else Organisation.Kind.VOLUNTARY
        make_organisation(f"Group {number}", kind=kind)
        make_response(passage, organisation=f"Group {number}")
    make_response(passage, organisation="Group 0")
    say(Slice.KIND, "faith", 50)
    say(Slice.KIND, "voluntary", 50)
    say(Slice.KIND, "business", 10)

    assert found(passage) == {
        "Faith group": (2, 22, 11, Presence.TOO_LITTLE),
        "Voluntary or community organisation": (20, 22, 11, Presence.MORE),
        "Business": (0, 22, 2, Presence.TOO_FEW),
    }


def test_a_forum_is_heard_through_its_wards(passage, say):
    forum = make_area("Riverside forum", kind=AreaKind.FORUM)
    inside, outside = make_area("Quayside", parent=forum), make_area("Old Town")
    for ward in [inside] * 3 + [outside] * 19:
        _name_ward(make_response(passage), ward)
    say(Slice.AREA, forum.pk, 40)
    say(Slice.AREA, outside.pk, 60)

    assert found(passage) == {
        "Riverside forum (Community Forum)": (3, 22, 9, Presence.TOO_LITTLE),
        "Old Town (ward)": (19, 22, 13, Presence.MORE),
    }


def test_a_councillor_is_not_among_those_heard_from_a_ward(passage, say):
    ward = make_area("Quayside")
    responses = [make_response(passage) for _ in range(3)]
    for response in responses:
        _name_ward(response, ward)
    Response.objects.filter(pk=responses[0].pk).update(capacity="councillor", office="councillor")
    say(Slice.AREA, ward.pk, 40)

    assert found(passage) == {"Quayside (ward)": (2, 2, 1, Presence.TOO_FEW)}


def test_groups_of_people_are_never_smaller_than_ten(passage, say):
    for group, count in {"female": 64, "male": 11, "prefer_not": 12}.items():
        _take_part(passage, "sex", group, count)
    for group, count in {"under_16": 9, "16_24": 8, "75_over": 58}.items():
        _take_part(passage, "age", group, count)
    for key in ("sex:female", "sex:male", "age:under_16", "age:75_over"):
        say(Slice.GROUP, key, 50)

    assert found(passage) == {
        "Sex: Female": (60, 70, 35, Presence.MORE),
        "Sex: Male": (10, 70, 35, Presence.TOO_LITTLE),
        "Age: Under 16": (None, 70, 35, Presence.NOT_SHOWN),
        "Age: 75 or over": (50, 70, 35, Presence.MORE),
    }


@pytest.mark.parametrize("rows", [1, 3])
def test_many_rows_ask_as_much_as_one(passage, say, rows, django_assert_num_queries):
    for key in ("faith", "voluntary", "business")[:rows]:
        say(Slice.KIND, key, 10)
    for key in ("sex:female", "sex:male", "carer:yes")[:rows]:
        say(Slice.GROUP, key, 10)
    for number in range(rows):
        say(Slice.AREA, make_area(f"Ward {number}").pk, 10)
    consultation = passage.section.draft.consultation

    with django_assert_num_queries(6):
        who_is_missing(consultation)


def test_the_same_people_are_entered_once_taken_out_and_taken_over(passage, say, officer):
    first = say(Slice.KIND, "faith", 10)
    kept = say(Slice.KIND, "business", 10)
    with pytest.raises(OnRecordAlready):
        say(Slice.KIND, "faith", 20)
    other = make_consultation(slug="other")
    who = {"by": officer, "at": timezone.now()}

    copied = copy_baselines(source=passage.section.draft.consultation, to=other, **who)
    again = copy_baselines(source=passage.section.draft.consultation, to=other, **who)
    remove_baseline(baseline=first, **who)

    assert (copied, again) == (2, 0)
    assert list(passage.section.draft.consultation.baselines.all()) == [kept]
    assert other.baselines.count() == 2
    actions = LogEntry.objects.filter(action__startswith="baseline.").values_list("action", "by")
    assert sorted(actions) == [("baseline.added", officer.pk)] * 4 + [
        ("baseline.removed", officer.pk)
    ]


def _name_ward(response, ward):
    comment = response.comments.get()
    question, _ = Question.objects.get_or_create(
        version=comment.questionnaire_version,
        kind="postcode",
        defaults={"key": uuid.uuid4(), "label": "Where?", "position": 90},
    )
    answer = Answer.objects.create(comment=comment, question=question, value="{}")
    AnswerChoice.objects.create(answer=answer, option=str(ward.pk))
    assert Comment.objects.filter(pk=comment.pk).counted().exists()


def _take_part(passage, characteristic, group, count):
    EqualityRecord.objects.bulk_create(
        EqualityRecord(
            consultation=passage.section.draft.consultation,
            characteristic=characteristic,
            group=group,
        )
        for _ in range(count)
    )
