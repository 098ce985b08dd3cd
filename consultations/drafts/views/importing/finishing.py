"""The last step: a new draft at once, a corrected one after a look at what will change."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from consultations.drafts.importing.finishing import (
    DraftChangedMeanwhile,
    NothingToMake,
    finish,
)
from consultations.drafts.importing.republish import LockedPage, compare, fingerprint
from consultations.drafts.importing.steps import ChangedMeanwhile
from consultations.drafts.importing.storing import from_json
from consultations.drafts.models import FrozenDraft, ImportState
from consultations.drafts.views.importing.fetching import for_importers, import_of
from consultations.drafts.views.importing.uploading import FROZEN

MOST_SHOWN = 50


@require_http_methods(["GET", "HEAD", "POST"])
@for_importers
def make(request, pk):
    """By POST, make the draft. By GET, for a correction, show what it will change."""
    found = import_of(request, pk)
    if found.corrects and found.corrects.is_frozen:
        messages.error(request, FROZEN % found.corrects.get_admin_display_title())
        return redirect("wagtailadmin_explore", found.corrects_id)
    if request.method == "POST":
        return _make(request, found)
    if found.state != ImportState.CORRECTING or not found.corrects:
        return redirect("imports_overview", found.pk)
    comparison = compare(found.corrects, from_json(found.outline))
    context = {
        "import": found,
        "draft": found.corrects,
        "comparison": comparison,
        "seen": fingerprint(found.corrects),
        "lists": [
            ("New", comparison.added[:MOST_SHOWN], len(comparison.added)),
            ("Removed", comparison.removed[:MOST_SHOWN], len(comparison.removed)),
        ],
        "edited": comparison.edited[:MOST_SHOWN],
        "most_shown": MOST_SHOWN,
    }
    return render(request, "drafts/admin/compare.html", context)


def _make(request, found):
    version = request.POST.get("version", "")
    try:
        draft = finish(
            draft_import_id=found.pk,
            version=int(version) if version.isdecimal() else -1,
            by=request.user,
            seen=request.POST.get("seen", ""),
        )
    except DraftChangedMeanwhile as error:
        messages.error(request, str(error))
        return redirect("imports_finish", found.pk)
    except (ChangedMeanwhile, NothingToMake, FrozenDraft, LockedPage) as error:
        messages.error(request, str(error))
        return redirect("imports_overview", found.pk)
    title = draft.get_admin_display_title()
    messages.success(
        request,
        f"The corrected text is in “{title}”. Read it through here."
        if found.corrects_id
        else f"The draft “{title}” was made. It is not public: read it through, then publish it.",
    )
    return redirect(in_order(draft))


def in_order(draft):
    """The draft's sections in the explorer, in the order in which they are read."""
    return reverse("wagtailadmin_explore", args=[draft.pk]) + "?ordering=ord"
