"""Which consultations and entries an officer may work on; everything else is not there."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from wagtail.admin.auth import require_admin_access

from consultations.models import ConsultationPage
from consultations.responses.models import ChannelEntry, Comment

PERMISSION = "responses.add_channelentry"


def may_enter(user, consultation):
    """Whoever may edit its page and is trusted with what people wrote."""
    return user.has_perm(PERMISSION) and consultation.permissions_for_user(user).can_edit()


def _for_officers(fetch):
    """The view gets what `fetch` finds, of a consultation whose officers may see it."""

    def decorator(view):
        @require_admin_access
        @wraps(view)
        def wrapper(request, pk=None, **kwargs):
            if not request.user.has_perm(PERMISSION):
                raise PermissionDenied
            found = fetch(pk)
            consultation = found if isinstance(found, ConsultationPage) else found.consultation
            if not may_enter(request.user, consultation):
                raise Http404("There is no such consultation.")
            return view(request, found, **kwargs)

        return wrapper

    return decorator


for_consultation = _for_officers(lambda pk: get_object_or_404(ConsultationPage, pk=pk))
for_entry = _for_officers(
    lambda pk: get_object_or_404(
        ChannelEntry.objects.select_related("consultation", "response", "typed_by"), pk=pk
    )
)


def _sampled_comment(pk):
    comments = Comment.objects.select_related(
        "consultation", "draft", "section", "passage", "questionnaire_version", "response__entry"
    )
    return get_object_or_404(comments, pk=pk, response__entry__is_sampled=True)


for_comment = _for_officers(_sampled_comment)
