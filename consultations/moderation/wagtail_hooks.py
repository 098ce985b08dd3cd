"""Registrations only."""

from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel
from wagtail.snippets.models import register_snippet
from wagtail_modeladmin.options import modeladmin_register

from consultations.moderation.domain.readers import PERMISSION
from consultations.moderation.domain.translating import PERMISSION as TRANSLATES
from consultations.moderation.enums import DecisionKind
from consultations.moderation.models import Review
from consultations.moderation.panels import WaitingPanel
from consultations.moderation.registers import DecisionsRegister
from consultations.moderation.views import (
    appeals,
    bulk,
    deciding,
    desk,
    fairness,
    files,
    hiding,
    names,
    pack,
    reports,
    routes,
    safety,
    translating,
)
from consultations.moderation.viewsets import ReviewViewSet


@hooks.register("register_admin_urls")
def board_urls():
    return [
        path("board/", desk.queue, name="board_desk"),
        path("board/clean/", desk.clean, name="board_clean"),
        path("board/pack/", pack.pack, name="board_pack"),
        path("board/pack/word/", pack.pack, {"ending": "docx"}, name="board_pack_word"),
        path("board/bulk/", bulk.ask, name="board_bulk_ask"),
        path("board/bulk/<int:pk>/", bulk.progress, name="board_bulk"),
        path("board/routes/", routes.preview, name="board_routes"),
        path("board/decided/", desk.decided, name="board_decided"),
        path("board/publish/", deciding.publish, name="board_publish"),
        path("board/file/<uuid:pk>/", files.download, name="board_file"),
        path("board/<int:pk>/", desk.read, name="board_read"),
        path("board/<int:pk>/pass/", desk.hand_over, name="board_hand_over"),
        path("board/<int:pk>/passed/", deciding.hand_over, name="board_handed_over"),
        path("board/<int:pk>/hold/", deciding.hold, name="board_hold"),
        path("board/<int:pk>/answer/", deciding.answer_hold, name="board_answer_hold"),
        path("board/<int:pk>/reopen/", deciding.reopen, name="board_reopen"),
        path("board/<int:pk>/step-back/", fairness.step_back, name="board_step_back"),
        path("board/interests/", fairness.interests, name="board_interests"),
        path("board/looks/", fairness.looks, name="board_looks"),
        path("board/looks/<int:pk>/agree/", fairness.agree, name="board_agree"),
        path("board/blind/", fairness.blind, name="board_blind"),
        path("board/blind/draw/", fairness.draw, name="board_draw"),
        path("board/appeals/", appeals.appeals, name="board_appeals"),
        path("board/appeals/<int:pk>/", appeals.decide_appeal, name="board_appeal"),
        path("board/reports/", reports.reports, name="board_reports"),
        path("board/reports/<int:pk>/close/", reports.close_report, name="board_close_report"),
        path("board/at-risk/", safety.readings, name="board_safety"),
        path("board/at-risk/<int:pk>/", safety.close, name="board_close_safety"),
        path("translations/", translating.translations, name="translations"),
        path("translations/<int:pk>/", translating.translate, name="translate_comment"),
        path("board/<int:pk>/hide/", hiding.hide, name="board_hide"),
        path("board/<int:pk>/hide-name/", names.hide_name, name="board_hide_name"),
        path("board/<int:pk>/show-name/", names.show_name, name="board_show_name"),
        path("board/<int:pk>/not-a-response/", deciding.not_a_response, name="board_not_response"),
    ]


class BoardMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(PERMISSION)


@hooks.register("register_admin_menu_item")
def board_menu_item():
    return BoardMenuItem("Board desk", reverse("board_desk"), icon_name="clipboard-list", order=50)


class TranslationsMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(TRANSLATES)


@hooks.register("register_admin_menu_item")
def translations_menu_item():
    return TranslationsMenuItem(
        "Translations", reverse("translations"), icon_name="globe", order=256
    )


class RoutesMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm("moderation.change_route")


@hooks.register("register_settings_menu_item")
def routes_menu_item():
    return RoutesMenuItem(
        "Try out routes", reverse("board_routes"), icon_name="arrow-right", order=750
    )


@hooks.register("construct_homepage_panels")
def count_instead_of_listing(request, panels):
    panels[:] = [p for p in panels if not isinstance(p, WorkflowObjectsToModeratePanel)]
    panels.append(WaitingPanel())


@hooks.register("insert_global_admin_css")
def board_css():
    return format_html('<link rel="stylesheet" href="{}">', static("admin/css/board.css"))


@hooks.register("register_log_actions")
def log_actions(actions):
    for kind in DecisionKind:
        actions.register_action(f"moderation.{kind}", kind.label, f"{kind.label}: decided")


@hooks.register("before_bulk_action")
def reviews_are_decided_at_the_desk(request, action_type, objects, action_class):
    if any(isinstance(thing, Review) for thing in objects):
        return redirect("board_desk")


register_snippet(Review, viewset=ReviewViewSet)
modeladmin_register(DecisionsRegister)
