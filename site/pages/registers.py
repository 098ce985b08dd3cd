"""Read-only registers in the admin, on wagtail-modeladmin.

Stock `get_queryset` scopes only the list: the inspect view of a row outside it answers 200. Here
every view fetches from the scoped queryset.
"""

from datetime import datetime

from django.contrib.admin.options import IncorrectLookupParameters
from django.http import Http404
from django.shortcuts import redirect
from django.utils.timezone import localtime, make_naive
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import IndexView

from tables.cells import harmless

CHUNK = 500
# What modeladmin itself adds to a list's address: page, search, order, the kind of file.
NAVIGATION = ("p", "q", "o", "ot", "export")


def _to_the_minute(moment):
    return f"{localtime(moment):%Y-%m-%d %H:%M}"


class ReadingOnly(PermissionHelper):
    """Who may view the model may list and inspect its rows; nobody writes in a register."""

    def _may_view(self, user):
        return user.has_perm(f"{self.opts.app_label}.view_{self.opts.model_name}")

    def user_can_list(self, user):
        return self._may_view(user)

    def user_can_inspect_obj(self, user, obj):
        return self._may_view(user)

    def user_can_create(self, user):
        return False

    def user_can_edit_obj(self, user, obj):
        return False

    def user_can_delete_obj(self, user, obj):
        return False


class InChunks:
    """The rows of a file, a few at a time: as long as it may be, its memory stays the same."""

    def __init__(self, queryset):
        self.model, self.queryset = queryset.model, queryset

    def __iter__(self):
        return self.queryset.iterator(chunk_size=CHUNK)


class SafeIndexView(IndexView):
    """A list whose CSV holds no formulas and whose times are those of London."""

    custom_value_preprocess = {
        **IndexView.custom_value_preprocess,
        datetime: {IndexView.FORMAT_CSV: _to_the_minute, IndexView.FORMAT_XLSX: make_naive},
        str: {IndexView.FORMAT_CSV: harmless},
    }

    def as_spreadsheet(self, queryset, spreadsheet_format):
        return super().as_spreadsheet(InChunks(queryset), spreadsheet_format)

    def get_page_title(self):
        """The register's own name: several may be of the same rows."""
        return self.model_admin.get_menu_label()


class Register(ModelAdmin):
    """A register of rows that are made elsewhere and only read here."""

    permission_helper_class = ReadingOnly
    index_view_class = SafeIndexView
    inspect_view_enabled = True
    history_view_enabled = False  # stock, it asks for no permission; and nothing here is edited
    add_to_admin_menu = True

    def index_view(self, request):
        """The list; an address with a filter that cannot be leads to the whole list."""
        offered = {*NAVIGATION, *(name.split("__")[0] for name in self.list_filter)}
        if any(name.split("__")[0] not in offered for name in request.GET):
            return redirect(request.path)
        try:
            return super().index_view(request)
        except IncorrectLookupParameters:
            return redirect(request.path)

    def inspect_view(self, request, instance_pk):
        if not instance_pk.isdecimal():
            raise Http404
        if not self.get_queryset(request).filter(pk=instance_pk).exists():
            raise Http404
        return super().inspect_view(request, instance_pk)
