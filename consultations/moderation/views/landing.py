from django.shortcuts import redirect
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.home import HomeView
from wagtail.models import Page
from wagtail.permissions import policy_registry

from consultations.moderation.domain.readers import PERMISSION


@require_admin_access
def landing(request):
    """The first screen after signing in: the desk for the Board, Wagtail's home for editors."""
    user = request.user
    policy = policy_registry.get_by_type(Page)
    edits_pages = policy.user_has_any_permission(user, ["add", "change", "publish"])
    if user.has_perm(PERMISSION) and not edits_pages:
        return redirect("board_desk")
    return HomeView.as_view()(request)
