from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from consultations.models import ConsultationIndexPage
from integration.plans import set_up
from toolkit.domain.plans import AlreadySetUp, plan_of


@require_POST
@permission_required("toolkit.set_up_engagementplan", raise_exception=True)
def set_up_plan(request, code):
    """Make what the plan asks for and go on to the consultation; again, to the same one."""
    plan = plan_of(code)
    if plan is None:
        raise Http404("There is no plan at this address.")
    try:
        page = set_up(plan=plan, at=timezone.now(), by=request.user)
    except AlreadySetUp as error:
        page = error.page
    except ConsultationIndexPage.DoesNotExist as error:
        raise Http404(str(error)) from error
    return redirect("wagtailadmin_pages:edit", page.pk)
