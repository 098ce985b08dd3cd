"""Sentences instead of errors where a published version would be changed or an empty one frozen,
and the ways to importing a document.
"""

from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineStyleElementHandler
from wagtail.admin.rich_text.editors.draftail.features import InlineStyleFeature
from wagtail.admin.widgets import Button
from wagtail.snippets.models import register_snippet

from consultations.drafts.domain.keeping import holds_frozen_draft
from consultations.drafts.enums import Language
from consultations.drafts.models import DraftPage, SectionPage
from consultations.drafts.views import checking, versions
from consultations.drafts.views.importing import hooks as importing
from consultations.drafts.viewsets import GlossaryViewSet

KEPT = (
    "“%s” holds a draft that has been published. A published version stays where it is, "
    "so that every comment keeps the words it was about."
)
EMPTY = "Add at least one section with text before publishing “%s”."
ONE_AT_A_TIME = (
    "“%s” was not copied: a consultation has one unpublished version at a time. Use “Start the "
    "next version” on the newest published one, or copy it to another consultation."
)
REFUSED_IN_BULK = {"delete", "unpublish", "move"}


@hooks.register("before_delete_page")
@hooks.register("before_unpublish_page")
def keep_published_versions(request, page):
    if holds_frozen_draft(page):
        messages.error(request, KEPT % page.get_admin_display_title())
        return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("before_bulk_action")
def keep_published_versions_in_bulk(request, action_type, objects, action_class):
    if action_type not in REFUSED_IN_BULK or not hasattr(action_class, "models"):
        return None
    for page in objects:
        if hasattr(page, "path") and holds_frozen_draft(page):
            messages.error(request, KEPT % page.get_admin_display_title())
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None


@hooks.register("before_copy_page")
def start_the_next_version_instead(request, page):
    parent = page.get_parent()
    is_beside = request.POST.get("new_parent_page") == str(parent.pk)
    if request.method == "POST" and is_beside and page.specific_class is DraftPage:
        messages.error(request, ONE_AT_A_TIME % page.get_admin_display_title())
        return redirect("wagtailadmin_explore", parent.pk)


@hooks.register("before_publish_page")
def ask_for_text_first(request, page):
    if isinstance(page, DraftPage) and not page.sections().exists():
        messages.error(request, EMPTY % page.title)
        return redirect("wagtailadmin_explore", page.pk)


hooks.register("register_admin_urls", versions.urls)
hooks.register("register_page_header_buttons", versions.header_buttons)


@hooks.register("register_rich_text_features")
def words_in_another_language(features):
    """A button for each language, so that a screen reader says the words marked with it rightly.

    It is an inline style: it needs no script of ours, and what is stored is a `span` with `lang`.
    """
    for language in Language:
        style = f"LANGUAGE_{language.name}"
        button = {
            "type": style,
            "label": language.value,
            "description": f"These words are {language.label}",
            "style": {"borderBottom": "1px dotted currentColor"},
        }
        span = {"lang": language.value, "dir": language.direction}
        features.register_editor_plugin("draftail", language.feature, InlineStyleFeature(button))
        features.register_converter_rule(
            "contentstate",
            language.feature,
            {
                "from_database_format": {
                    f'span[lang="{language.value}"]': InlineStyleElementHandler(style)
                },
                "to_database_format": {"style_map": {style: {"element": "span", "props": span}}},
            },
        )


register_snippet(GlossaryViewSet)


hooks.register("register_admin_urls", importing.urls)
hooks.register("register_admin_menu_item", importing.menu_item)
hooks.register("register_page_header_buttons", importing.header_buttons)
hooks.register("register_page_listing_more_buttons", importing.listing_buttons)


@hooks.register("register_admin_urls")
def check_urls():
    return [
        path("drafts/<int:pk>/check/", checking.report, name="draft_check"),
        path("drafts/<int:pk>/check/no-problem/", checking.no_problem, name="draft_no_problem"),
        path("drafts/<int:pk>/check/look-again/", checking.look_again, name="draft_look_again"),
    ]


@hooks.register("register_page_header_buttons")
def check_from_the_header(page, user, view_name, next_url=None):
    yield from _check_button(page, user)


@hooks.register("register_page_listing_more_buttons")
def check_from_the_list(page, user, next_url=None):
    yield from _check_button(page, user)


def _check_button(page, user):
    if isinstance(page, (DraftPage, SectionPage)) and page.permissions_for_user(user).can_copy():
        draft = page if isinstance(page, DraftPage) else page.get_parent()
        url = reverse("draft_check", args=[draft.pk])
        yield Button("Check before launch", url, icon_name="glasses", priority=45)


@hooks.register("insert_global_admin_css")
def check_css():
    return format_html('<link rel="stylesheet" href="{}">', static("admin/css/check.css"))
