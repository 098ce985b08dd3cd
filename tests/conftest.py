"""The cast and the house they meet in.

Permission tests read as stories: a resident, an organisation, an events editor, an officer, two
Board members, their chair, an administrator, and a stranger who has an account and no role.
"""

import datetime as dt

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from wagtail.models import Collection

from consultations.drafts import guards as passages
from consultations.drafts.models import DraftPage
from pages.domain.tree import ensure_home
from people.enums import Role
from records import guards as log
from tests.factories.consultations import make_consultation, make_published_draft
from tests.factories.people import make_user

pytest_plugins = ["tests.browser.plugin", "tests.browser.inspecting"]

LONDON_NOON = dt.datetime(2026, 6, 10, 11, 0, tzinfo=dt.UTC)


def guard(connection):
    passages.guard(connection)
    log.guard(connection)


def unguard(connection):
    passages.unguard(connection)
    log.unguard(connection)


def empties_the_database(test):
    marker = test.get_closest_marker("django_db")
    is_transactional = marker and marker.kwargs.get("transaction")
    return bool(is_transactional or {"live_server", "transactional_db"} & set(test.fixturenames))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Where the suite is spread, a file's tests stay together, and those that empty the database
    come apart from the others: pytest-django has put them last."""
    for test in items:
        kind = "emptying" if empties_the_database(test) else "keeping"
        test.add_marker(pytest.mark.xdist_group(f"{test.path.name} {test.path.parent} {kind}"))


@pytest.fixture(autouse=True)
def empty_cache():
    cache.clear()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The database as migrations leave it, with a home page.

    The last tests of the run before emptied every table of a database that is used again.
    """
    with django_db_blocker.unblock():
        unguard(connection)
        guard(connection)
        ensure_home()
        if Collection.get_first_root_node() is None:
            Collection.add_root(name="Root")


@pytest.fixture
def indexes(settings):
    """Pages made in this test are found by Wagtail's search and its list of references."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture(autouse=True)
def passages_may_be_emptied(request):
    """Lifts the triggers for the moment in which a transactional test's tables are emptied."""
    if not empties_the_database(request.node):
        yield
        return
    request.getfixturevalue("transactional_db")
    unguard(connection)
    guard(connection)
    yield
    unguard(connection)


@pytest.fixture(scope="module")
def once(django_db_setup, django_db_blocker):
    """Makes something once for all tests of a module: `once(make_published_draft)`.

    It is made in a transaction around the tests of the module, each of which is one inside it, and
    is gone after the last of them. Not for tests that have no transaction of their own.
    """
    with django_db_blocker.unblock():
        around = transaction.atomic()
        around.__enter__()

    def make(factory):
        with django_db_blocker.unblock():
            return factory()

    yield make
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)
        ContentType.objects.clear_cache()


@pytest.fixture(scope="module")
def usual_draft_made(once):
    return once(lambda: make_published_draft(make_consultation(slug="open")).pk)


@pytest.fixture
def usual_draft(usual_draft_made, db):
    """A published draft of two sections with three passages each, below `/consultations/open/`."""
    return DraftPage.objects.get(pk=usual_draft_made)


@pytest.fixture
def home(db):
    return ensure_home()


@pytest.fixture
def officer(db):
    return make_user("officer", Role.ENGAGEMENT_OFFICER)


@pytest.fixture
def events_editor(db):
    return make_user("events-editor", Role.EVENTS_EDITOR)


@pytest.fixture
def board_member(db):
    return make_user("board-member", Role.BOARD_MEMBER)


@pytest.fixture
def second_member(db):
    return make_user("second-member", Role.BOARD_MEMBER)


@pytest.fixture
def chair(db):
    return make_user("chair", Role.BOARD_CHAIR)


@pytest.fixture
def administrator(db):
    return make_user("administrator", is_superuser=True)


@pytest.fixture
def stranger(db):
    return make_user("stranger")


@pytest.fixture
def resident():
    """A browser of its own, without an account."""
    return Client()


@pytest.fixture
def signed_in():
    """A browser in which this user is signed in: `signed_in(officer)`."""

    def sign_in(user):
        client = Client()
        client.force_login(user)
        return client

    return sign_in
