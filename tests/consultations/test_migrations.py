"""Names of decision-makers that were typed become rows, in pages and in their revisions."""

from importlib import import_module

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from consultations.models import ConsultationPage, DecisionMaker
from tests.factories.consultations import make_consultation

BEFORE = import_module("consultations.migrations.0003_origins").Migration.dependencies[0]


@pytest.fixture
def migrate():
    """Takes the tables to a state; at the end they are as new again."""

    def to(*targets):
        executor = MigrationExecutor(connection)
        executor.migrate(list(targets) or executor.loader.graph.leaf_nodes())

    yield to
    to()


def words():
    """What each page said at the time when it was text."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT decision_maker FROM consultations_consultationpage ORDER BY 1")
        return [row[0] for row in cursor.fetchall()]


@pytest.mark.django_db(transaction=True)
def test_names_become_rows_and_rows_become_names_again(migrate):
    for name in ("Cabinet", "The portfolio holder", None):
        make_consultation(decision_maker=name, live=name is not None).save_revision()

    migrate(BEFORE)
    typed = words()
    with connection.cursor() as cursor:  # as another officer typed it
        cursor.execute(
            "UPDATE consultations_consultationpage SET decision_maker = ' cabinet'"
            " WHERE decision_maker = 'The portfolio holder'"
        )
    migrate()

    pages = ConsultationPage.objects.order_by("pk")
    assert typed == ["", "Cabinet", "The portfolio holder"]
    assert [str(page.decision_maker or "") for page in pages] == ["Cabinet", "Cabinet", ""]
    assert [str(page.get_latest_revision_as_object().decision_maker or "") for page in pages] == [
        "Cabinet",
        "The portfolio holder",
        "",
    ]
    assert sorted(DecisionMaker.objects.values_list("name", "kind")) == [
        ("Cabinet", "cabinet"),
        ("The portfolio holder", "other"),
    ]
