"""Impact by group: for officers, and no smaller than ten of anybody."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.views.decorators.http import require_safe
from wagtail.admin.auth import require_admin_access

from consultations.analysis.domain.impact import (
    LEAST,
    impact_by_group,
    questions_with_records,
    who_took_part,
)
from consultations.models import ConsultationPage

PERMISSION = "responses.view_equalityrecord"


def urls():
    return [path("impact/<int:pk>/", impact, name="impact_by_group")]


@require_safe
@require_admin_access
def impact(request, pk):
    consultation = get_object_or_404(ConsultationPage, pk=pk)
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    if not consultation.permissions_for_user(request.user).can_edit():
        raise Http404("There is no such consultation.")
    asked = questions_with_records(consultation)
    chosen = _chosen(request.GET.get("question", ""), len(asked))
    tables, question = [], None
    if asked:
        section, _, question = asked[chosen]
        tables = impact_by_group(consultation, question=question, section=section)
    return render(
        request,
        "analysis/admin/impact.html",
        {
            "consultation": consultation,
            "took_part": who_took_part(consultation),
            "asked": asked,
            "chosen": chosen,
            "question": question,
            "tables": tables,
            "least": LEAST,
        },
    )


def _chosen(typed, most):
    number = int(typed) if typed.isdecimal() and len(typed) < 5 else 0
    return number if number < most else 0
