"""Published versions in the admin: why they stay as they are, and what can be done instead."""

from functools import wraps

from django.core.paginator import Paginator
from django.db.models import F
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.widgets import Button

from consultations.drafts.domain import errata, lineage, planning, versions
from consultations.drafts.domain.lineage import passages_of_version, published_versions
from consultations.drafts.enums import LinkKind
from consultations.drafts.forms.versions import ErratumForm, LinksForm, PlanForm, lines_of
from consultations.drafts.models import DraftPage, Erratum, PassageLink, SectionPage

LINES = 100  # a page: four fields each, and a form takes a thousand
STAYS = (
    "“%s” has been published. It stays as it is, so that every comment keeps the words it was "
    "about. Below is what you can do instead."
)

CHANGED_MEANWHILE = (
    "%d of the lines you saw has been changed by somebody else meanwhile and was left as it is now."
)


def urls():
    return [
        path("versions/<int:pk>/", overview, name="version"),
        path("versions/<int:pk>/next/", start, name="version_next"),
        path("versions/<int:pk>/errata/", add_erratum, name="version_erratum"),
        path("versions/<int:pk>/errata/<int:erratum>/", withdraw, name="version_erratum_withdraw"),
        path("versions/<int:pk>/links/", links, name="version_links"),
        path("versions/<int:pk>/plan/", plan, name="version_plan"),
    ]


def header_buttons(page, user, view_name=None, next_url=None):
    """On a published version and its sections, and on the version that is to follow one."""
    if page.specific_class not in (DraftPage, SectionPage):
        return
    draft = _draft_of(page.specific)
    if not draft.permissions_for_user(user).can_look_after():
        return
    if draft.is_frozen:
        address = reverse("version", args=[draft.pk])
        yield Button("This version", address, icon_name="history", priority=15)
    elif lineage.version_before(draft):
        address = reverse("version_plan", args=[draft.pk])
        yield Button("What became of each passage", address, icon_name="history", priority=15)


@never_cache
@require_admin_access
def edit_or_explain(request, page_id):
    """Wagtail's editor; for a published version, the page that says why it cannot be edited.

    It stands before Wagtail's own in the URL map, since that one only says "no permission".
    """
    for model in (DraftPage, SectionPage):
        page = model.objects.filter(pk=page_id).first()
        if page is not None and page.is_frozen:
            draft = _draft_of(page)
            if draft.permissions_for_user(request.user).can_look_after():
                messages.info(request, STAYS % draft.title)
                return redirect("version", draft.pk)
    return EditView.as_view()(request, page_id=page_id)


def for_its_officers(view):
    """The published version of this address, for those who may edit drafts there."""

    @wraps(view)
    def wrapper(request, pk, **kwargs):
        draft = get_object_or_404(DraftPage, pk=pk, frozen_at__isnull=False)
        if not draft.permissions_for_user(request.user).can_look_after():
            raise Http404("There is no such version.")
        return view(request, draft, **kwargs)

    return wrapper


@require_GET
@for_its_officers
def overview(request, draft):
    return _overview(request, draft, ErratumForm())


@require_POST
@for_its_officers
def start(request, draft):
    try:
        copy = versions.start_next_version(draft=draft, by=request.user, at=timezone.now())
    except versions.NewerVersionPublished:
        messages.error(request, "A newer version has been published: start from that one.")
        return redirect("version", draft.pk)
    messages.success(
        request, f"The next version is at “{copy.slug}”. Nobody sees it until it is published."
    )
    return redirect("wagtailadmin_explore", copy.pk)


@require_POST
@for_its_officers
def add_erratum(request, draft):
    form = ErratumForm(request.POST, draft=draft)
    if not form.is_valid():
        return _overview(request, draft, form, status=422)
    errata.add_erratum(
        passage=form.passage, text=form.cleaned_data["text"], by=request.user, at=timezone.now()
    )
    messages.success(request, f"It stands beside passage {form.passage.number} now.")
    return redirect("version", draft.pk)


@require_POST
@for_its_officers
def withdraw(request, draft, erratum):
    found = get_object_or_404(Erratum, pk=erratum, passage__section__in=draft.sections())
    try:
        errata.withdraw_erratum(erratum=found, by=request.user, at=timezone.now())
    except errata.AlreadyWithdrawn:
        messages.info(request, "Somebody has taken it back before.")
    else:
        messages.success(request, "It is no longer shown. It stays on record.")
    return redirect("version", draft.pk)


@for_its_officers
def links(request, draft):
    """What became of each passage of the version before: to be corrected, and explained."""
    before = lineage.version_before(draft)
    if before is None:
        raise Http404("There is no version before this one.")
    lines = lines_of(_links_to(draft))
    return _lines(request, draft, before, lines, LinksForm, "version_links")


@require_admin_access
def plan(request, pk):
    """What will become of each published passage, before the next version is published."""
    draft = get_object_or_404(DraftPage, pk=pk)
    if not draft.permissions_for_user(request.user).can_look_after():
        raise Http404("There is no such version.")
    if draft.is_frozen:
        return redirect("version_links", draft.pk)
    try:
        lines = planning.planned_lines(draft)
    except planning.NothingBefore:
        raise Http404("There is no version before this one.") from None
    before = lineage.version_before(draft)
    return _lines(request, draft, before, lines, PlanForm, "version_plan")


def _lines(request, draft, before, lines, form_class, address):
    everything = "all" in request.GET
    if request.method == "POST":
        lines = [line for line in lines if f"reason-{line.name}" in request.POST]
    elif not everything:
        lines = [line for line in lines if line.link_kind != LinkKind.SAME]
    page = Paginator(lines, LINES).get_page(request.GET.get("page"))
    shown = lines if request.method == "POST" else page.object_list
    form = form_class(request.POST or None, lines=shown, draft=draft)
    if form.is_bound and form.is_valid():
        changed = form.save(by=request.user, at=timezone.now())
        said = f"{changed} saved." if changed else "Nothing was different."
        messages.success(request, said)
        if gone := _posted_lines(request) - len(lines):
            messages.warning(request, CHANGED_MEANWHILE % gone)
        return redirect(request.get_full_path())
    return render(
        request,
        "drafts/admin/links.html",
        {
            "draft": draft,
            "before": before,
            "form": form,
            "everything": everything,
            "page": page,
            "address": reverse(address, args=[draft.pk]),
        },
        status=422 if form.is_bound else 200,
    )


def _posted_lines(request):
    return sum(1 for name in request.POST if name.startswith("reason-"))


def _links_to(draft):
    """In the order of the older text; what was added stands last."""
    return (
        PassageLink.objects.filter(draft=draft)
        .select_related("old__section", "new__section")
        .order_by(
            F("old__section__path").asc(nulls_last=True),
            "old__position",
            "new__section__path",
            "new__position",
        )
    )


def _overview(request, draft, form, status=200):
    consultation = draft.get_parent()
    newest = published_versions(consultation).last()
    return render(
        request,
        "drafts/admin/version.html",
        {
            "draft": draft,
            "consultation": consultation,
            "form": form,
            "is_newest": newest == draft,
            "begun": versions.unpublished_version(consultation),
            "before": lineage.version_before(draft),
            "errata": Erratum.objects.filter(passage__in=passages_of_version(draft))
            .select_related("passage", "by")
            .order_by("-at"),
        },
        status=status,
    )


def _draft_of(page):
    return page if isinstance(page, DraftPage) else page.draft
