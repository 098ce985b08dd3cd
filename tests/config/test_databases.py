"""What a connection is told when it is opened."""

from django.contrib.contenttypes.models import ContentType


def test_a_thousand_rows_are_written_in_one_statement(db, django_assert_num_queries):
    rows = [ContentType(app_label="test", model=f"model{number}") for number in range(1000)]

    with django_assert_num_queries(1):
        ContentType.objects.bulk_create(rows)
