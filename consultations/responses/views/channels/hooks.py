"""Where other channels are found in the admin: the addresses and the menu item."""

from django.urls import path, reverse
from wagtail.admin.menu import MenuItem

from consultations.responses.views.channels import entries, keying, listing
from consultations.responses.views.channels.fetching import PERMISSION


def urls():
    return [
        path("channels/", listing.overview, name="channels_home"),
        path("channels/<int:pk>/", listing.entries, name="channels"),
        path("channels/<int:pk>/add/", listing.add, name="channels_add"),
        path("channels/<int:pk>/form/", listing.print_form, name="channels_form"),
        path("channels/<int:pk>/guide/", listing.print_guide, name="channels_guide"),
        path("channels/entry/<int:pk>/", entries.entry_page, name="entry"),
        path("channels/entry/<int:pk>/write/", entries.write, name="entry_write"),
        path("channels/entry/<int:pk>/scan/", entries.scan, name="entry_scan"),
        path("channels/entry/<int:pk>/send/", entries.send, name="entry_send"),
        path("channels/entry/<int:pk>/discard/", entries.discard, name="entry_discard"),
        path("channels/entry/<int:pk>/ask/", entries.ask, name="entry_ask"),
        path("channels/again/<int:pk>/", keying.again, name="again"),
        path("channels/settle/<int:pk>/", keying.settle, name="settle"),
    ]


class ChannelsMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(PERMISSION)


def menu_item():
    return ChannelsMenuItem(
        "Other channels", reverse("channels_home"), icon_name="download", order=255
    )
