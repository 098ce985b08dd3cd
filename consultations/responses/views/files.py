"""Files: added by whoever writes a response, downloaded by whoever may read it, shown by nobody."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.admin.auth import require_admin_access

from consultations.responses.domain import files
from consultations.responses.domain.baskets import open_basket
from consultations.responses.enums import FileKind
from consultations.responses.forms.channels import FileForm
from consultations.responses.models import AttachedFile
from consultations.responses.views.cookies import basket_key
from consultations.responses.views.giving_back import gives_back
from consultations.views import visible_consultation

PERMISSION = "responses.view_attachedfile"
NO_ROOM = "The file could not be kept at our end. Your answers are safe; try again later."


def urls():
    return [path("response-files/<uuid:pk>/", download, name="files_download")]


@gives_back
def evidence(request, slug):
    """Files to go with an unsent response, where a form in it asks for them."""
    consultation = visible_consultation(request, slug)
    basket = open_basket(key=basket_key(request), consultation=consultation)
    if basket is None or not files.takes_files(basket):
        return redirect("respond:start", slug)
    kept = files.files_of(basket.key_hash)
    if request.method == "POST" and "remove" in request.POST:
        files.remove_files(files=[one for one in kept if str(one.pk) == request.POST["remove"]])
        return redirect("respond:files", slug)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if form.is_bound and form.is_valid():
        try:
            files.attach_file(
                file=form.cleaned_data["file"],
                key_hash=basket.key_hash,
                consultation=consultation,
                kind=FileKind.EVIDENCE,
                now=timezone.now(),
            )
        except files.Refused as error:
            form.add_error("file", str(error))
        except OSError:
            form.add_error("file", NO_ROOM)
        else:
            return redirect("respond:files", slug)
    return render(
        request,
        "responses/files.html",
        {"consultation": consultation, "form": form, "files": kept},
        status=422 if form.errors else 200,
    )


@require_safe
@require_admin_access
def download(request, pk):
    """For officers of the consultation. The Board's way is the desk's own."""
    file = get_object_or_404(AttachedFile.objects.select_related("consultation"), pk=pk)
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    if not file.consultation.permissions_for_user(request.user).can_edit():
        raise Http404("There is no such file.")
    return as_download(file, by=request.user)


def as_download(file, *, by):
    """Never opened in the browser, whatever is in it, under a name that says nothing."""
    files.note_download(file=file, by=by, at=timezone.now())
    with file.file.open("rb") as kept:
        response = HttpResponse(kept.read(), content_type="application/octet-stream")
    name = f"{file.kind}-{file.pk.hex[:8]}.{file.ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store, private"
    return response
