from django.utils import timezone

from demo.content.methods import METHODS
from demo.content.plan import CODE
from demo.content.plan import METHODS as PLANNED
from demo.loading.scene import Scene
from demo.loading.toolkit import load_plan, load_toolkit
from demo.signins import OFFICER, SIGN_INS
from tests.factories.people import make_user
from toolkit.domain.planning import brief_of, outline_of
from toolkit.domain.plans import plan_of
from toolkit.enums import Audience, Level
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


def test_every_method_says_all_it_takes_whom_it_misses_and_why_it_may_stand_alone(home):
    load_toolkit(home)

    methods = list(MethodPage.objects.all())
    assert len(methods) == 28
    assert [
        method.title
        for method in methods
        if not (method.summary and method.works_well_for and method.often_misses)
        or not (method.adjustment and method.stands_alone_why and method.purposes)
        or not (method.modes and len(method.what_happens) >= 3 and method.risks)
    ] == []
    assert sum(len(method.checklist) >= 3 for method in methods) >= 12
    assert {audience for method in methods for audience in method.reaches} == set(Audience)


def test_the_sheets_can_be_downloaded(home):
    load_toolkit(home)

    sheets = [sheet.value for method in MethodPage.objects.all() for sheet in method.templates]

    assert len(sheets) == 3
    for sheet in sheets:
        with sheet.open_file() as file:
            assert b"....." in file.read()


def test_the_plan_is_opened_by_the_code_in_the_list_of_sign_ins(home):
    make_user(OFFICER.split("@")[0])
    load_toolkit(home)

    load_plan(Scene(timezone.now()))

    outline = outline_of(brief_of(plan_of(CODE)))
    assert CODE in "".join(line for each in SIGN_INS for line in each.try_first)
    assert [part.slug for part in outline.brief.parts] == list(PLANNED)
    assert (outline.brief.money, outline.days_late) == (3200, 0)
    assert outline.money_left > 0
