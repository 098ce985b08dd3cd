import pytest

from people.enums import Role
from tests.factories.people import make_user
from tests.factories.toolkit import make_toolkit_index


@pytest.fixture
def index(home):
    return make_toolkit_index(home)


@pytest.fixture
def toolkit_editor(db):
    return make_user("toolkit-editor", Role.TOOLKIT_EDITOR)


def may(user, page):
    permissions = page.permissions_for_user(user)
    return {
        "add": permissions.can_add_subpage(),
        "change": permissions.can_edit(),
        "publish": permissions.can_publish_subpage(),
    }


def test_toolkit_editors_may_work_below_a_new_list_and_nowhere_else(index, home, toolkit_editor):
    assert may(toolkit_editor, index) == {"add": True, "change": True, "publish": True}
    assert may(toolkit_editor, home) == {"add": False, "change": False, "publish": False}


def test_other_editors_may_not_work_below_the_list_of_methods(index, events_editor, stranger):
    for user in (events_editor, stranger):
        assert may(user, index) == {"add": False, "change": False, "publish": False}


def test_toolkit_editors_may_enter_the_admin_and_strangers_may_not(toolkit_editor, stranger):
    assert toolkit_editor.has_perm("wagtailadmin.access_admin")
    assert not stranger.has_perm("wagtailadmin.access_admin")
