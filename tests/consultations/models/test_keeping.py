"""For how long things are kept: told in public, and from then on only ever shorter."""

import pytest
from django.core.exceptions import ValidationError

from tests.factories.consultations import make_consultation

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["keep_unsent_days", "keep_contacts_days"])
@pytest.mark.parametrize(("by", "is_taken"), [(-1, True), (0, True), (1, False)])
def test_what_people_were_told_gets_shorter_and_never_longer(name, by, is_taken):
    page = make_consultation()
    setattr(page, name, getattr(page, name) + by)

    if is_taken:
        page.full_clean()
        return
    with pytest.raises(ValidationError, match="It may be made shorter, not longer") as refused:
        page.full_clean()
    assert list(refused.value.message_dict) == [name]


def test_before_it_is_public_either_may_be_anything_within_its_bounds():
    page = make_consultation(live=False)
    page.keep_unsent_days, page.keep_contacts_days = 366, 28
    page.full_clean()

    page.keep_unsent_days, page.keep_contacts_days = 6, 367
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert set(refused.value.message_dict) == {"keep_unsent_days", "keep_contacts_days"}


def test_a_number_that_is_missing_is_said_to_be_missing():
    page = make_consultation()
    page.keep_unsent_days = None

    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert set(refused.value.message_dict) == {"keep_unsent_days"}


def test_a_revision_from_before_it_was_made_shorter_does_not_make_it_longer():
    page = make_consultation()
    before = page.save_revision()
    page.keep_contacts_days = 60
    page.save_revision().publish()

    before.publish()

    page.refresh_from_db()
    assert (page.keep_contacts_days, page.keep_unsent_days) == (60, 30)
