"""What the database itself refuses, whoever writes to it."""

import datetime as dt

import pytest
from django.db import IntegrityError

from tests.factories.people import make_membership, make_organisation, make_user


def test_two_people_with_one_address_in_another_case_are_refused(db):
    make_user("officer")

    with pytest.raises(IntegrityError):
        make_user("OFFICER")


def test_two_organisations_with_one_name_in_another_case_are_refused(db):
    make_organisation("Riverside Carers")

    with pytest.raises(IntegrityError):
        make_organisation("riverside carers")


def test_two_organisations_with_one_number_are_refused(db):
    make_organisation("Riverside Carers", org_id="GB-CHC-1000000")

    with pytest.raises(IntegrityError):
        make_organisation("Harbour Youth", org_id="GB-CHC-1000000")


def test_two_organisations_without_a_number_are_accepted(db):
    organisations = [make_organisation(name) for name in ("Riverside Carers", "Harbour Youth")]

    assert [organisation.org_id for organisation in organisations] == ["", ""]


def test_a_term_that_ends_on_its_first_day_is_accepted(db):
    day = dt.date(2026, 6, 10)

    membership = make_membership(make_user("member"), starts_on=day, ends_on=day)

    assert membership.pk is not None


def test_a_term_that_ends_before_it_starts_is_refused(db):
    day = dt.date(2026, 6, 10)

    with pytest.raises(IntegrityError):
        make_membership(make_user("member"), starts_on=day, ends_on=day - dt.timedelta(days=1))
