from demo.content.methods import METHODS
from demo.loading.toolkit import load_toolkit
from toolkit.enums import Level
from toolkit.models import MethodPage, ToolkitIndexPage


def test_the_list_is_in_the_menu_and_every_method_is_published(home):
    index = load_toolkit(home)

    assert (index.url, index.show_in_menus, index.live) == ("/toolkit/", True, True)
    assert MethodPage.objects.live().count() == len(METHODS)


def test_every_level_has_a_method(home):
    load_toolkit(home)

    assert [level for level in Level if not MethodPage.objects.at_level(level).exists()] == []


def test_loading_again_changes_nothing(home):
    load_toolkit(home)
    before = list(MethodPage.objects.order_by("pk").values())

    load_toolkit(home)

    assert list(MethodPage.objects.order_by("pk").values()) == before
    assert ToolkitIndexPage.objects.count() == 1
