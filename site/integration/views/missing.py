"""Who is missing from a consultation: the officer's screen."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from wagtail.admin.auth import require_admin_access

from consultations.analysis.domain.baselines import (
    OnRecordAlready,
    add_baseline,
    copy_baselines,
    remove_baseline,
)
from consultations.analysis.domain.missing import ENOUGH_ANSWERS, who_is_missing
from consultations.analysis.enums import Slice
from consultations.analysis.forms import TAKEN, BaselineForm, CopyForm, MoneyForm
from consultations.models import ConsultationPage
from integration.missing import missing_rows, next_methods, weeks_left


@require_http_methods(["GET", "HEAD", "POST"])
@require_admin_access
def missing(request, pk):
    """Who answered so far beside a baseline, the baseline itself, and what could still be done."""
    consultation = _consultation_of(request, pk)
    form, copy = BaselineForm(), CopyForm(sources=_sources(consultation))
    if request.method == "POST":
        act = {"add": _add, "remove": _remove, "copy": _copy}.get(request.POST.get("act"))
        form, copy = act(request, consultation) if act else (form, copy)
        if not (form.errors or copy.errors):
            return redirect("who_is_missing", consultation.pk)
    now = timezone.now()
    money = MoneyForm(request.GET or None)
    by_slice = who_is_missing(consultation)
    rows = missing_rows(by_slice)
    weeks = weeks_left(consultation, now=now)
    left = money.cleaned_data["money"] if money.is_valid() else None
    methods = []
    if consultation.is_open:
        methods = next_methods(rows, level=consultation.level, weeks=weeks, money=left)
    return render(
        request,
        "integration/admin/who_is_missing.html",
        {
            "consultation": consultation,
            "slices": [(Slice(slice).label, rows) for slice, rows in by_slice.items()],
            "missing": rows,
            "methods": methods,
            "weeks": weeks,
            "money": money,
            "form": form,
            "copy": copy,
            "has_sources": _sources(consultation).exists(),
            "enough": ENOUGH_ANSWERS,
        },
        status=422 if form.errors or copy.errors else 200,
    )


def _consultation_of(request, pk):
    """A consultation this officer edits; nothing of it is for anybody else."""
    consultation = get_object_or_404(ConsultationPage, pk=pk)
    if not request.user.has_perm("responses.view_equalityrecord"):
        raise PermissionDenied
    if not consultation.permissions_for_user(request.user).can_edit():
        raise Http404("There is no such consultation.")
    return consultation


def _sources(consultation):
    """Other consultations with a baseline, newest first."""
    others = ConsultationPage.objects.filter(baselines__isnull=False).exclude(pk=consultation.pk)
    return others.distinct().order_by("-opens_at", "title")


def _add(request, consultation):
    form = BaselineForm(request.POST)
    if form.is_valid():
        slice, key = form.cleaned_data.pop("who")
        try:
            add_baseline(
                consultation=consultation,
                slice=slice,
                key=key,
                by=request.user,
                at=timezone.now(),
                **form.cleaned_data,
            )
            messages.success(request, "The row was added.")
        except OnRecordAlready:
            form.add_error("who", TAKEN)
    return form, CopyForm(sources=_sources(consultation))


def _remove(request, consultation):
    row = get_object_or_404(consultation.baselines, pk=_number(request.POST.get("row")))
    remove_baseline(baseline=row, by=request.user, at=timezone.now())
    messages.success(request, "The row was taken out.")
    return BaselineForm(), CopyForm(sources=_sources(consultation))


def _copy(request, consultation):
    copy = CopyForm(request.POST, sources=_sources(consultation))
    if copy.is_valid():
        source = copy.cleaned_data["source"]
        count = copy_baselines(source=source, to=consultation, by=request.user, at=timezone.now())
        messages.success(request, f"{count} {'row was' if count == 1 else 'rows were'} taken over.")
    return BaselineForm(), copy


def _number(text):
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0
