import pytest

from people.domain.organisations import find_or_register
from people.models import Organisation
from tests.factories.people import make_organisation


@pytest.mark.parametrize(
    "name", ["Riverside Carers", "riverside CARERS", "  Riverside \t\n Carers "]
)
def test_a_name_is_found_in_any_case_and_spacing(db, name):
    carers = make_organisation("Riverside Carers")

    assert find_or_register(name=name) == carers


def test_a_new_name_is_registered_as_of_unknown_kind(db):
    find_or_register(name="  Harbour   Youth ")

    assert list(Organisation.objects.values("name", "kind", "org_id")) == [
        {"name": "Harbour Youth", "kind": "unknown", "org_id": ""}
    ]


def test_a_part_of_a_name_is_another_name(db):
    make_organisation("Riverside Carers")

    find_or_register(name="Riverside")

    assert Organisation.objects.count() == 2
