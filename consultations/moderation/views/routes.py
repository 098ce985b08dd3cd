"""Trying routes out on comments that came in before: what each would take, and nothing is moved."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from wagtail.admin.auth import require_admin_access

from consultations.moderation.domain.trying import try_out


@require_admin_access
def preview(request):
    """`?with=12` tries out a route that is not in use yet."""
    if not request.user.has_perm("moderation.change_route"):
        raise PermissionDenied
    text = request.GET.get("with", "")
    also = int(text) if text.isdecimal() and len(text) < 10 else None
    return render(request, "moderation/admin/routes.html", {"trial": try_out(also=also)})
