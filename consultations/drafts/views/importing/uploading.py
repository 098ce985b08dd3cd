"""From a file on somebody's computer to an import: the two forms, the list, throwing one away."""

from django.core.cache import cache
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages

from consultations.drafts.domain.adding import (
    consultations_to_add_to,
    may_add_draft,
    may_correct,
)
from consultations.drafts.forms.importing import LONGEST_KEY, NewImportForm, UploadForm
from consultations.drafts.importing import UnreadableDraft
from consultations.drafts.importing.uploading import TooManyImports, discard, receive
from consultations.drafts.models import DraftImport, DraftPage
from consultations.drafts.views.importing.fetching import for_importers, import_of

MOST_LISTED = 100
MOST_AT_A_TIME, A_TIME = 30, 10 * 60
TOO_FAST = "You have sent very many files in the last minutes. Wait a little, then try again."
NO_ROOM = (
    "The file could not be kept at our end. Nothing is lost: try again later, or tell whoever runs "
    "this site that its disk may be full."
)
FROZEN = (
    "“%s” has been published, so its text stays as it is. Copy it to begin the next version, and "
    "import the corrected file there."
)


@require_safe
@for_importers
def listing(request):
    """This person's imports, newest first."""
    mine = DraftImport.objects.filter(uploaded_by=request.user).defer("outline")
    imports = mine.select_related("consultation", "corrects", "draft")[:MOST_LISTED]
    return render(request, "drafts/admin/imports.html", {"imports": imports})


@require_http_methods(["GET", "HEAD", "POST"])
@for_importers
def new(request):
    """A document becomes a new draft below a consultation."""
    allowed = consultations_to_add_to(request.user)
    chosen = request.GET.get("consultation", "")
    is_key = chosen.isdecimal() and len(chosen) <= LONGEST_KEY
    if chosen and not (is_key and allowed.filter(pk=chosen).exists()):
        raise Http404("You may not add a draft to this consultation.")
    form = NewImportForm(
        request.POST or None,
        request.FILES or None,
        consultations=allowed,
        initial={"consultation": chosen},
    )
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        if may_add_draft(request.user, values["consultation"]):
            return _receive(request, form, {}, **values)
        form.add_error("consultation", "You may not add a draft to this consultation.")
    return _show(request, form, {})


@require_http_methods(["GET", "HEAD", "POST"])
@for_importers
def again(request, pk):
    """A corrected file goes into a draft that is not published yet."""
    draft = get_object_or_404(DraftPage, pk=pk if len(str(pk)) <= LONGEST_KEY else 0)
    if not may_add_draft(request.user, draft.consultation):
        raise Http404("You may not change this draft.")
    if draft.is_frozen:
        messages.error(request, FROZEN % draft.get_admin_display_title())
        return redirect("wagtailadmin_explore", draft.pk)
    if not may_correct(request.user, draft):
        raise Http404("You may not change this draft.")
    form = UploadForm(request.POST or None, request.FILES or None)
    context = {"corrects": draft}
    if request.method == "POST" and form.is_valid():
        return _receive(
            request,
            form,
            context,
            file=form.cleaned_data["file"],
            consultation=draft.consultation,
            corrects=draft,
        )
    return _show(request, form, context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_importers
def throw_away(request, pk):
    found = import_of(request, pk)
    if request.method != "POST":
        return render(request, "drafts/admin/discard.html", {"import": found})
    discard(draft_import=found, by=request.user)
    messages.success(request, f"The import of “{found.file_name}” was discarded.")
    return redirect("imports_list")


def _receive(request, form, context, **values):
    """Read it, or say on the form why not, with everything that was typed still there."""
    if not _is_sane(request.user):
        form.add_error(None, TOO_FAST)
        return _show(request, form, context)
    try:
        found = receive(by=request.user, **values)
    except UnreadableDraft as error:
        form.add_error("file", str(error))
    except TooManyImports as error:
        form.add_error(None, str(error))
    except OSError:
        form.add_error("file", NO_ROOM)
    else:
        return redirect("imports_overview", found.pk)
    return _show(request, form, context)


def _is_sane(user):
    key = f"imports:{user.pk}"
    cache.add(key, 0, A_TIME)
    try:
        return cache.incr(key) <= MOST_AT_A_TIME
    except ValueError:  # the count ran out, or no cache is there to count in
        return True


def _show(request, form, context):
    is_refused = request.method == "POST"
    context = {"form": form, "mine": consultations_to_add_to(request.user), **context}
    return render(request, "drafts/admin/upload.html", context, status=422 if is_refused else 200)
