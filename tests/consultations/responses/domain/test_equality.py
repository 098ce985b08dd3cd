"""Equality answers: kept apart from every response, never fewer than ten together."""

import datetime as dt

import pytest
from django.db import connection, models
from django.utils import timezone

from consultations.analysis.domain.impact import (
    impact_by_group,
    questions_with_records,
    shown_counts,
    shown_groups,
    who_took_part,
)
from consultations.responses.domain import equality
from consultations.responses.domain.references import new_key
from consultations.responses.models import EqualityPool, EqualityRecord, Response
from tests.factories.consultations import (
    make_response,
    passages_of,
)

DAY = dt.timedelta(days=1)


@pytest.fixture
def passage(usual_draft):
    return passages_of(usual_draft)[0]


def give(passage, *, stance="agree", **groups):
    response = make_response(passage, stance=stance)
    equality.give(response=response, groups=groups, now=timezone.now())
    return response


def close(consultation):
    """Closed for long enough that nobody is asked any more; gives a moment after that."""
    return consultation.closes_at + 2 * DAY


def took_part(consultation):
    return EqualityRecord.objects.filter(consultation=consultation, question_key="").count()


def every_row():
    """Every row of every table, so that whatever is written is seen."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            found[table] = sorted(map(str, cursor.fetchall()))
    return found


def test_no_column_leads_anywhere_but_to_the_consultation_and_none_is_a_date():
    for model, allowed in (
        (EqualityRecord, {"consultation", "section"}),
        (EqualityPool, {"consultation"}),
    ):
        fields = model._meta.get_fields()
        leading = {field.name for field in fields if field.is_relation}
        assert leading == allowed
        assert not [field for field in fields if isinstance(field, models.DateField)]
    assert EqualityRecord._meta.pk.get_internal_type() == "UUIDField"


def test_what_is_given_changes_one_sealed_row_and_nothing_else(passage, client):
    key = new_key()
    response = make_response(passage, key=key)
    client.cookies["basket"] = key
    before = every_row()

    answer = client.post(
        "/consultations/open/respond/equality/", {"age": "25_34", "religion": "hindu"}
    )

    after = every_row()
    changed = {table for table in after if after[table] != before[table]}
    pool = EqualityPool.objects.get()
    assert answer.status_code == 302
    assert changed == {EqualityPool._meta.db_table}
    assert response.reference not in pool.sealed
    assert not {"25_34", "hindu", "agree"} & set(pool.sealed.split('"'))
    assert b"Thank you." in client.get(answer.url).content


def test_pressing_twice_counts_once_and_a_stranger_is_led_away(passage, client):
    key = new_key()
    make_response(passage, key=key)
    client.cookies["basket"] = key
    address = "/consultations/open/respond/equality/"

    client.post(address, {"age": "25_34"})
    first = EqualityPool.objects.get().sealed
    client.cookies.pop("equality")
    client.post(address, {"age": "25_34"})

    assert EqualityPool.objects.get().sealed == first
    client.cookies.clear()
    assert client.get(address).status_code == 302


def test_records_are_written_ten_at_a_time_from_a_pool_of_twenty(passage):
    consultation = passage.section.draft.consultation
    for number in range(1, 22):
        give(passage, age="25_34")
        assert took_part(consultation) == (10 if number >= 20 else 0)

    equality.settle(consultation=consultation, now=close(consultation) - 2 * DAY)
    assert took_part(consultation) == 10, "it has not been over for a day"
    equality.settle(consultation=consultation, now=close(consultation))

    assert took_part(consultation) == 21
    assert EqualityPool.objects.get().sealed == ""
    with pytest.raises(equality.TooLate):
        equality.give(
            response=Response.objects.first(), groups={"age": "25_34"}, now=close(consultation)
        )


def test_fewer_than_ten_are_never_kept(passage):
    consultation = passage.section.draft.consultation
    for _ in range(9):
        give(passage, age="25_34")

    equality.settle_all(now=close(consultation))

    assert not EqualityRecord.objects.exists()
    assert EqualityPool.objects.get().sealed == ""


def test_the_order_of_rows_on_the_disk_says_nothing_about_who_came_when(passage):
    """Twenty young people come, then twenty old ones; each gives one answer."""
    consultation = passage.section.draft.consultation
    responses = [give(passage, age=age) for age in ["16_24"] * 20 + ["65_74"] * 20]
    equality.settle(consultation=consultation, now=close(consultation))

    table = EqualityRecord._meta.db_table
    on_the_disk = "rowid" if connection.vendor == "sqlite" else "ctid"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT \"group\" FROM {table} WHERE question_key = '' ORDER BY {on_the_disk}"
        )
        ages = [age for (age,) in cursor.fetchall()]
    assert sorted(ages) == ["16_24"] * 20 + ["65_74"] * 20
    # That lots give either of these by chance: one in 10^11.
    assert ages not in (sorted(ages), sorted(ages, reverse=True))
    stored = " ".join(every_row()[table])
    assert not [r for r in responses if r.reference in stored or r.idempotency_key in stored]


def test_an_answer_that_few_gave_is_not_copied_so_that_it_points_at_nobody(passage):
    """Ten agree and one disagrees, and that one is the only Hindu."""
    consultation = passage.section.draft.consultation
    give(passage, stance="disagree", religion="hindu")
    for _ in range(10):
        give(passage, religion="none")
    equality.settle(consultation=consultation, now=close(consultation))

    options = set(EqualityRecord.objects.values_list("group", "option"))
    assert ("none", "agree") in options
    assert ("hindu", "disagree") not in options
    assert EqualityRecord.objects.filter(group="hindu", question_key="").count() == 1


def test_officers_see_groups_of_ten_and_nothing_smaller(passage, officer, board_member, signed_in):
    consultation = passage.section.draft.consultation
    for number in range(36):
        stance = "agree" if number % 3 else "disagree"
        sex = "female" if number < 22 else "male"
        give(passage, stance=stance, sex=sex, age="under_16" if number < 9 else "25_34")
    equality.settle(consultation=consultation, now=close(consultation))

    assert ("Sex", [("Female", 20), ("Male", 10)], 0) in who_took_part(consultation)
    assert "Age" not in {row[0] for row in who_took_part(consultation)}
    [(section, _, question)] = questions_with_records(consultation)
    tables = {
        t.characteristic: t
        for t in impact_by_group(consultation, question=question, section=section)
    }
    assert set(tables) == {"Sex"}
    shown = [count for row in tables["Sex"].rows for count in row.counts if count is not None]
    assert all(count >= 10 for count in shown)
    address = f"/admin/impact/{consultation.pk}/"
    page = signed_in(officer).get(address).content.decode()
    assert "Female" in page
    assert "Under 16" not in page
    assert signed_in(board_member).get(address).status_code != 200


def test_a_number_left_out_alone_takes_the_next_smallest_with_it():
    assert shown_counts([30, 12, 4]) == [30, None, None]
    assert shown_counts([30, 12, 4, 3]) == [30, 12, None, None]
    assert shown_counts([30, 10, 0]) == [30, 10, None]
    assert shown_groups({"a": 30, "b": 12, "c": 9}) == {"a"}
    assert shown_groups({"a": 30, "b": 10}) == {"a", "b"}
