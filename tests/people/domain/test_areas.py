import pytest

from people.domain.areas import areas_around
from people.enums import AreaKind
from tests.factories.people import make_area

pytestmark = pytest.mark.django_db


def test_around_a_forum_are_its_wards_and_its_borough_and_no_neighbour(django_assert_num_queries):
    borough = make_area("The borough", kind=AreaKind.BOROUGH)
    quays = make_area("The Quays", kind=AreaKind.FORUM, parent=borough)
    north = make_area("North", kind=AreaKind.FORUM, parent=borough)
    lower = make_area("Lower Quay", parent=quays)
    northway = make_area("Northway", parent=north)

    with django_assert_num_queries(1):
        around = areas_around(quays.pk)

    assert around == {borough.pk, quays.pk, lower.pk}
    assert areas_around(northway.pk) == {borough.pk, north.pk, northway.pk}
    assert areas_around(0) == set()
