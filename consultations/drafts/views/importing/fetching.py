"""Whose import is whose, and where to send somebody whose import has come further meanwhile."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from wagtail.admin.auth import require_admin_access

from consultations.drafts.domain.adding import (
    consultations_to_add_to,
    may_add_draft,
    may_correct,
)
from consultations.drafts.models import DraftImport


def for_importers(view):
    """Only people who may add a draft somewhere; everybody else is refused."""

    @require_admin_access
    def wrapper(request, *args, **kwargs):
        if not consultations_to_add_to(request.user).exists():
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return wrapper


def import_of(request, pk):
    """An import of this person's own, whose consultation they may still add to."""
    mine = DraftImport.objects.filter(uploaded_by=request.user)
    found = get_object_or_404(mine.select_related("consultation", "corrects", "draft"), pk=pk)
    if not may_add_draft(request.user, found.consultation):
        raise Http404("You may not add a draft here any more.")
    draft = found.corrects
    if draft is not None and not draft.is_frozen and not may_correct(request.user, draft):
        raise Http404("You may not change this draft any more.")
    return found
