"""The table of postcodes, put in place as a whole by those who may edit areas."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import path
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access

from people.domain.postcodes import FaultyTable, replace_table
from people.models import PostcodePrefix

MOST_BYTES = 4 * 1024 * 1024
NO_TEXT = "This file is no table in plain text. Save it as CSV (UTF-8) and choose it again."


def urls():
    return [path("postcodes/", postcodes, name="postcodes")]


class TableForm(forms.Form):
    file = forms.FileField(
        label="Table (CSV)",
        error_messages={"required": "Choose the table on your computer."},
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError("The table is larger than 4 MB. Use shorter beginnings.")
        try:
            text = file.read().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise forms.ValidationError(NO_TEXT) from error
        if "\x00" in text:
            raise forms.ValidationError(NO_TEXT)
        return text


@require_admin_access
def postcodes(request):
    if not request.user.has_perm("people.change_area"):
        raise PermissionDenied
    is_sent = request.method == "POST"
    form = TableForm(request.POST, request.FILES) if is_sent else TableForm()
    if is_sent and form.is_valid():
        try:
            count = replace_table(text=form.cleaned_data["file"])
        except FaultyTable as error:
            for sentence in error.sentences:
                form.add_error("file", sentence)
        else:
            messages.success(request, f"The table is in place, with {count:,} rows.")
            return redirect("postcodes")
    rows = PostcodePrefix.objects.select_related("area")
    return render(
        request,
        "people/admin/postcodes.html",
        {"form": form, "count": rows.count(), "rows": rows[:20]},
        status=422 if form.errors else 200,
    )
