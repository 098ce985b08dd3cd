"""Where importing is found in the admin: its addresses, its menu item, its buttons on pages."""

from django.urls import path, reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button

from consultations.drafts.domain.adding import (
    consultations_to_add_to,
    may_add_draft,
    may_correct,
)
from consultations.drafts.models import DraftPage
from consultations.drafts.views.importing import correcting, finishing, uploading
from consultations.models import ConsultationPage

NEW = "Import a document"
AGAIN = "Import a corrected file"


def urls():
    return [
        path("imports/", uploading.listing, name="imports_list"),
        path("imports/new/", uploading.new, name="imports_new"),
        path("imports/again/<int:pk>/", uploading.again, name="imports_again"),
        path("imports/<int:pk>/", correcting.overview, name="imports_overview"),
        path("imports/<int:pk>/section/<int:place>/", correcting.section, name="imports_section"),
        path("imports/<int:pk>/correct/", correcting.correct, name="imports_correct"),
        path("imports/<int:pk>/undo/", correcting.undo, name="imports_undo"),
        path("imports/<int:pk>/finish/", finishing.make, name="imports_finish"),
        path("imports/<int:pk>/discard/", uploading.throw_away, name="imports_discard"),
    ]


class ImportsMenuItem(MenuItem):
    def is_shown(self, request):
        return consultations_to_add_to(request.user).exists()


def menu_item():
    return ImportsMenuItem("Imports", reverse("imports_list"), icon_name="upload", order=110)


def header_buttons(page, user, view_name=None, next_url=None):
    yield from _buttons(page, user, priority=16)


def listing_buttons(page, user, next_url=None):
    yield from _buttons(page, user, priority=9)


def _buttons(page, user, priority):
    """On a consultation, a new draft; on a draft that is not published, a corrected text."""
    kind = page.specific_class
    if kind is ConsultationPage and may_add_draft(user, page):
        address = f"{reverse('imports_new')}?consultation={page.pk}"
        yield Button(NEW, address, icon_name="upload", priority=priority)
    elif kind is DraftPage and may_correct(user, page.specific):
        address = reverse("imports_again", args=[page.pk])
        yield Button(AGAIN, address, icon_name="upload", priority=priority)
