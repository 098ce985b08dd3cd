"""Registrations only."""

from django import forms
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from people import registers
from people.models import Area, BoardMembership, Interest, Organisation
from people.viewsets import OrganisationChooserViewSet


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    chooser_viewset_class = OrganisationChooserViewSet
    icon = "group"
    list_display = ("name", "kind", "org_id")
    list_filter = ("kind",)
    search_fields = ("name", "org_id")
    panels = [FieldPanel("name"), FieldPanel("kind"), FieldPanel("org_id")]


class BoardMembershipViewSet(SnippetViewSet):
    model = BoardMembership
    icon = "user"
    menu_label = "Board seats"
    list_display = ("user", "seat", "organisation", "starts_on", "ends_on")
    panels = [
        FieldPanel("user"),
        FieldPanel("seat"),
        FieldPanel("organisation"),
        FieldPanel("starts_on"),
        FieldPanel("ends_on"),
        FieldPanel("undertaking_signed_on"),
    ]


class InterestViewSet(SnippetViewSet):
    model = Interest
    icon = "link"
    menu_label = "Interests"
    list_display = ("user", "organisation", "kind", "declared_on", "ended_on")
    list_filter = ("user", "kind")
    panels = [
        FieldPanel("user"),
        FieldPanel("organisation"),
        FieldPanel("kind"),
        FieldPanel("note"),
        FieldPanel("declared_on"),
        FieldPanel("ended_on"),
    ]


class AreaViewSet(SnippetViewSet):
    model = Area
    icon = "globe"
    list_display = ("name", "kind", "parent", "code", "is_active")
    list_filter = ("kind", "is_active")
    search_fields = ("name", "code")
    panels = [
        FieldPanel("name"),
        FieldPanel("kind"),
        FieldPanel("parent", widget=forms.Select),
        FieldPanel("code"),
        FieldPanel("is_active"),
    ]


class PeopleGroup(SnippetViewSetGroup):
    menu_label = "People"
    menu_icon = "group"
    menu_order = 300
    items = (OrganisationViewSet, BoardMembershipViewSet, InterestViewSet, AreaViewSet)


register_snippet(PeopleGroup)


hooks.register("register_admin_urls", registers.urls)


class PostcodesMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm("people.change_area")


@hooks.register("register_settings_menu_item")
def postcodes():
    return PostcodesMenuItem("Postcodes", reverse("postcodes"), icon_name="site", order=700)
