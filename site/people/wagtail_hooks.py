"""Registrations only."""

from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from people.models import BoardMembership, Organisation


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
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


class PeopleGroup(SnippetViewSetGroup):
    menu_label = "People"
    menu_icon = "group"
    menu_order = 300
    items = (OrganisationViewSet, BoardMembershipViewSet)


register_snippet(PeopleGroup)
