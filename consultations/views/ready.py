"""Is this consultation ready to publish? Its duties, one by one, and the reasons on record."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access

from consultations.domain.duties import overriding, standings
from consultations.domain.duties.registry import State, duty_of
from consultations.domain.lengths import length_of
from consultations.models import SHORTEST_REASON, ConsultationPage

SAID = {
    overriding.NotYours: "You may not publish this consultation, so somebody else has to do this.",
    overriding.NothingMissing: "Nothing was changed: this duty is met, or somebody was quicker.",
    overriding.SecondPersonNeeded: "You gave this reason, so somebody else has to agree to it.",
    overriding.StillStandsOnIt: "The consultation is public and stands on this reason. Mend the "
    "duty first; then the reason is not needed any more.",
}
REFUSALS = tuple(SAID)
ORDER = [State.MISSING, State.WAITING, State.ADVICE, State.OVERRIDDEN, State.MET]


@require_admin_access
def ready(request, pk, typed=None, status=200):
    """`typed` is a reason that was too short, by the code of its duty: (code, text)."""
    consultation = _consultation(request, pk)
    now = timezone.now()
    latest = consultation.get_latest_revision_as_object()
    found = standings(latest, now=now)
    return render(
        request,
        "consultations/admin/ready.html",
        {
            "consultation": latest,
            "is_live": consultation.live,
            "standings": sorted(found, key=lambda each: ORDER.index(each.state)),
            "unmet": [each for each in found if each.is_unmet],
            "length": length_of(latest),
            "may_override": overriding.may_override(consultation, request.user),
            "typed_code": typed[0] if typed else "",
            "typed": typed[1] if typed else "",
            "shortest": SHORTEST_REASON,
        },
        status=status,
    )


@require_POST
@require_admin_access
def record_reason(request, pk, code):
    consultation = _consultation(request, pk)
    reason = request.POST.get("reason", "")
    try:
        overriding.override(
            consultation=consultation.get_latest_revision_as_object(),
            code=code,
            reason=reason,
            by=request.user,
            at=timezone.now(),
        )
    except overriding.TooShort:
        return ready(request, pk, typed=(code, reason), status=422)
    except REFUSALS as error:
        messages.error(request, SAID[type(error)])
    else:
        needs_second = duty_of(code).needs_second
        messages.success(
            request,
            "Recorded. A second person has to agree before it counts."
            if needs_second
            else "Recorded. It is shown on the public page with your name.",
        )
    return redirect("consultation_ready", pk)


@require_POST
@require_admin_access
def confirm_reason(request, pk, override_id):
    return _act(
        request,
        pk,
        override_id,
        overriding.confirm,
        "You agreed. The reason counts, and is shown on the public page with both names.",
    )


@require_POST
@require_admin_access
def withdraw_reason(request, pk, override_id):
    return _act(request, pk, override_id, overriding.withdraw, "The reason was taken back.")


def _act(request, pk, override_id, act, said):
    consultation = _consultation(request, pk)
    try:
        act(
            override_id=override_id,
            consultation=consultation,
            by=request.user,
            at=timezone.now(),
        )
    except REFUSALS as error:
        messages.error(request, SAID[type(error)])
    else:
        messages.success(request, said)
    return redirect("consultation_ready", pk)


def _consultation(request, pk):
    """One that this person may edit or publish; who may do neither is refused."""
    consultation = get_object_or_404(ConsultationPage, pk=pk)
    may = consultation.permissions_for_user(request.user)
    if not (may.can_edit() or may.can_publish()):
        raise PermissionDenied
    return consultation
