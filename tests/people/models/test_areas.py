"""An area lies in a larger one, and no two of a kind share a name."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from people.enums import AreaKind
from people.models import Area
from tests.factories.people import make_area

pytestmark = pytest.mark.django_db


@pytest.fixture
def borough():
    return make_area("The borough", kind=AreaKind.BOROUGH)


@pytest.mark.parametrize(
    ("kind", "parent_kind", "is_fine"),
    [
        (AreaKind.WARD, AreaKind.FORUM, True),
        (AreaKind.WARD, AreaKind.BOROUGH, True),
        (AreaKind.FORUM, AreaKind.BOROUGH, True),
        (AreaKind.WARD, AreaKind.WARD, False),
        (AreaKind.FORUM, AreaKind.WARD, False),
        (AreaKind.BOROUGH, AreaKind.BOROUGH, False),
    ],
)
def test_an_area_lies_only_in_a_larger_one(kind, parent_kind, is_fine):
    area = Area(name="Quays", kind=kind, parent=make_area("Outer", kind=parent_kind))

    if is_fine:
        area.full_clean()
    else:
        with pytest.raises(ValidationError, match="Choose a larger area"):
            area.full_clean()


def test_an_area_with_parts_is_not_made_smaller_than_they_are(borough):
    forum = make_area("Quays", kind=AreaKind.FORUM, parent=borough)
    make_area("Lower Quay", parent=forum)

    forum.kind = AreaKind.WARD

    with pytest.raises(ValidationError, match="as large or larger lies in this area"):
        forum.full_clean()


def test_a_ward_and_a_forum_may_share_a_name_and_are_told_apart():
    ward = make_area("Eastfields")
    forum = make_area("Eastfields", kind=AreaKind.FORUM)

    assert [ward.label, forum.label] == ["Eastfields (ward)", "Eastfields (Community Forum)"]


def test_two_of_a_kind_or_of_a_code_are_refused_by_the_database():
    make_area("Eastfields", code="E05002234")

    for again in ({"name": "EASTFIELDS"}, {"name": "Northway", "code": "E05002234"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            make_area(**again)


def test_an_area_in_which_others_lie_is_not_deleted(borough):
    make_area("Eastfields", parent=borough)

    with pytest.raises(ProtectedError):
        borough.delete()
