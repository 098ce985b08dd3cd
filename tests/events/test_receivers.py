import pytest

from people.enums import Role
from tests.factories.events import make_event_index
from tests.factories.people import make_user


@pytest.fixture
def index(home):
    return make_event_index(home)


def may(user, page):
    permissions = page.permissions_for_user(user)
    return {
        "add": permissions.can_add_subpage(),
        "change": permissions.can_edit(),
        "publish": permissions.can_publish_subpage(),
    }


def test_events_editors_may_work_below_a_new_list_and_nowhere_else(index, home, events_editor):
    assert may(events_editor, index) == {"add": True, "change": True, "publish": True}
    assert may(events_editor, home) == {"add": False, "change": False, "publish": False}


def test_other_editors_may_not_work_below_the_list_of_events(index, stranger, db):
    toolkit_editor = make_user("toolkit-editor", Role.TOOLKIT_EDITOR)

    for user in (toolkit_editor, stranger):
        assert may(user, index) == {"add": False, "change": False, "publish": False}


def test_what_an_administrator_took_away_stays_away_when_the_list_is_saved_again(
    index, events_editor
):
    group = events_editor.groups.get()
    group.page_permissions.all().delete()

    index.title = "What is on"
    index.save()

    assert list(group.page_permissions.all()) == []


def test_events_editors_may_enter_the_admin_and_strangers_may_not(events_editor, stranger):
    assert events_editor.has_perm("wagtailadmin.access_admin")
    assert not stranger.has_perm("wagtailadmin.access_admin")
