"""The correction screen: every correction is a button of a form, and every step can be undone."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from consultations.drafts.enums import PassageKind
from consultations.drafts.forms.importing import CorrectionForm
from consultations.drafts.importing import steps
from consultations.drafts.importing.correcting import WORDS_ONLY, CannotCorrect
from consultations.drafts.importing.naming import numbers, short
from consultations.drafts.importing.storing import from_json
from consultations.drafts.importing.uploading import job_of
from consultations.drafts.models import ImportState
from consultations.drafts.views.importing.fetching import for_importers, import_of
from delivery.domain.jobs import advance_if_nobody_does

PER_PAGE = 40
SECONDS_BETWEEN_LOOKS = 4


@dataclass(frozen=True)
class Row:
    """A section of the outline as its line on the screen says it."""

    place: int
    number: int
    title: str
    count: int
    is_front_matter: bool
    is_untitled: bool

    @property
    def name(self):
        """What its buttons call it."""
        return f"section {self.number}" if self.number else f"“{short(self.title, 30)}”"


@dataclass(frozen=True)
class Line:
    """A passage of the outline as its line on the screen says it."""

    place: int
    number: str
    passage: object
    label: str
    can_change: bool
    can_merge: bool
    can_promote: bool


@require_safe
@for_importers
def overview(request, pk):
    """All sections; or how far the reading has come, or why it failed."""
    found = import_of(request, pk)
    if found.state == ImportState.READING:
        job = job_of(found)
        if job is not None and advance_if_nobody_does(job):
            return redirect("imports_overview", pk)
        response = render(request, "drafts/admin/reading.html", {"import": found, "job": job})
        response["Refresh"] = str(SECONDS_BETWEEN_LOOKS)
        return response
    if found.state == ImportState.MADE:
        return redirect("wagtailadmin_explore", (found.draft or found.consultation).pk)
    if found.state == ImportState.FAILED:
        return render(request, "drafts/admin/failed.html", {"import": found})
    return _overview(request, found)


@require_safe
@for_importers
def section(request, pk, place):
    """One section with its passages; `place` counts from 1."""
    found = import_of(request, pk)
    if found.state != ImportState.CORRECTING:
        return redirect("imports_overview", pk)
    return _section(request, found, place - 1)


@require_POST
@for_importers
def correct(request, pk):
    found = import_of(request, pk)
    form = CorrectionForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Choose what to correct. Nothing was changed.")
        return _back(request, found)
    name, arguments = form.cleaned_data["do"]
    try:
        done = steps.correct(
            draft_import_id=found.pk,
            version=form.cleaned_data["version"],
            name=name,
            **arguments,
        )
    except CannotCorrect as error:
        messages.error(request, str(error))
        return _back(request, found, arguments.get("section"), arguments.get("passage"))
    except steps.ChangedMeanwhile as error:
        return _changed_meanwhile(request, found, error, arguments)
    return _back(request, found, done.section, done.passage, name=name)


@require_POST
@for_importers
def undo(request, pk):
    found = import_of(request, pk)
    version = request.POST.get("version", "")
    try:
        done = steps.undo(
            draft_import_id=found.pk, version=int(version) if version.isdecimal() else -1
        )
    except (steps.ChangedMeanwhile, steps.NothingToUndo) as error:
        messages.error(request, str(error))
        return _back(request, found)
    return _back(request, found, done.section, done.passage)


def _overview(request, found, status=200, **more):
    outline = from_json(found.outline)
    rows = [
        Row(
            place,
            number,
            section.title,
            len(section.passages),
            section.is_front_matter,
            section.is_untitled,
        )
        for place, (number, section) in enumerate(
            zip(numbers(outline), outline.sections, strict=True)
        )
    ]
    context = {
        "import": found,
        "title": outline.title,
        "rows": rows,
        "passages": sum(row.count for row in rows),
        "notes": getattr(outline, "notes", ()),
        "can_undo": found.steps.exists(),
        **more,
    }
    return render(request, "drafts/admin/overview.html", context, status=status)


def _section(request, found, place, status=200, **more):
    outline = from_json(found.outline)
    if not 0 <= place < len(outline.sections):
        messages.warning(request, "There is no such section any more.")
        return redirect("imports_overview", found.pk)
    this, number = outline.sections[place], numbers(outline)[place]
    lines = _lines(this, number)
    page = Paginator(lines, PER_PAGE).get_page(request.GET.get("page"))
    said_here = found.said_section == place and found.said_passage in {
        line.place for line in page.object_list
    }
    context = {
        "import": found,
        "section": this,
        "place": place,
        "number": number,
        "page": page,
        "kinds": [(kind.value, PassageKind(kind.value).label) for kind in WORDS_ONLY],
        "previous": place if place else None,
        "next": place + 2 if place + 1 < len(outline.sections) else None,
        "count": len(outline.sections),
        "said_at": found.said_passage if said_here else None,
        "can_undo": found.steps.exists(),
        **more,
    }
    return render(request, "drafts/admin/section.html", context, status=status)


def _lines(this, number):
    words = [passage.kind in WORDS_ONLY for passage in this.passages]
    return [
        Line(
            place=place,
            number=f"{number}.{place + 1}",
            passage=passage,
            label=PassageKind(passage.kind.value).label,
            can_change=words[place],
            can_merge=place > 0 and words[place] and words[place - 1],
            can_promote=words[place] and len(passage.text) <= 240,
        )
        for place, passage in enumerate(this.passages)
    ]


def _back(request, found, place=None, passage=None, name=""):
    """To where the correction was made, or to the section it has made."""
    stays = name not in ("split-section", "promote-passage") and passage is None
    if place is None or (stays and request.POST.get("from") == "overview"):
        return redirect(reverse("imports_overview", args=[found.pk]) + "#here")
    address = reverse("imports_section", args=[found.pk, place + 1])
    if passage is not None and passage >= PER_PAGE:
        address += "?" + urlencode({"page": passage // PER_PAGE + 1})
    return redirect(address + "#here")


def _changed_meanwhile(request, found, error, arguments):
    """The page as it stands now, with what was typed: nothing of it is lost."""
    found.refresh_from_db()
    if found.state != ImportState.CORRECTING:
        messages.error(request, str(steps.ChangedMeanwhile()))
        return redirect("imports_overview", found.pk)
    more = {"refused": str(error), "typed": arguments.get("title", "")}
    if request.POST.get("from") != "overview" and "section" in arguments:
        outline = from_json(found.outline)
        if arguments["section"] < len(outline.sections):
            return _section(request, found, arguments["section"], status=409, **more)
    return _overview(request, found, status=409, **more)
