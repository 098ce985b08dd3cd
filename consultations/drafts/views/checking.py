"""The check of a draft, in the Wagtail admin."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access

from consultations.drafts.domain.checking.dismissing import (
    HasToBeMended,
    NoSuchFinding,
    dismiss,
    take_back,
)
from consultations.drafts.domain.checking.report import reading_of, report_on
from consultations.drafts.models import DraftPage


@require_admin_access
@require_safe
def report(request, pk):
    """Everything the check finds, each with what to do about it."""
    draft = draft_for(request, pk)
    return TemplateResponse(
        request,
        "drafts/admin/check.html",
        {
            "draft": draft,
            "report": report_on(draft, now=timezone.now()),
            "reading": reading_of(draft),
            "may_change": draft.permissions_for_user(request.user).can_edit(),
            "header_title": f"Check of “{draft.get_admin_display_title()}”",
            "breadcrumbs_items": [
                {
                    "url": reverse("wagtailadmin_explore", args=[draft.pk]),
                    "label": draft.get_admin_display_title(),
                },
                {"url": "", "label": "Check before launch"},
            ],
        },
    )


@require_admin_access
@require_POST
def no_problem(request, pk):
    draft = draft_to_change(request, pk)
    try:
        dismiss(
            draft=draft,
            fingerprint=request.POST.get("finding", ""),
            by=request.user,
            at=timezone.now(),
        )
    except (NoSuchFinding, HasToBeMended) as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, "Noted: this is no problem here. You can take that back below.")
    return redirect("draft_check", pk)


@require_admin_access
@require_POST
def look_again(request, pk):
    draft = draft_to_change(request, pk)
    take_back(
        draft=draft,
        fingerprint=request.POST.get("finding", ""),
        by=request.user,
        at=timezone.now(),
    )
    messages.success(request, "It is back in the list.")
    return redirect("draft_check", pk)


def draft_for(request, pk):
    """The draft, for people who may edit it, or might until it was published."""
    draft = get_object_or_404(DraftPage, pk=pk)
    if not draft.permissions_for_user(request.user).can_copy():
        raise PermissionDenied
    return draft.get_latest_revision_as_object()


def draft_to_change(request, pk):
    draft = draft_for(request, pk)
    if not draft.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return draft
