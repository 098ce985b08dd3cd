"""Reports of published comments: a form of its own for readers, a list for the Board."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from consultations.domain.stages import comments_are_public
from consultations.moderation.domain import deciding, reporting
from consultations.moderation.domain.cards import cards
from consultations.moderation.domain.queue import visible_to
from consultations.moderation.enums import ReportOutcome
from consultations.moderation.forms.reporting import ReportForm
from consultations.moderation.models import Review
from consultations.moderation.notifications import queue_acknowledgement
from consultations.moderation.views.desk import for_the_board
from consultations.views import visible_consultation
from pages.limits import is_too_fast

MOST_GIVEN_BACK = 20_000


@never_cache
def report(request, slug, pk):
    """Tell the Board about one published comment. Any other comment is at no such address; what
    was typed about one that was taken down meanwhile is given back.
    """
    now = timezone.now()
    consultation = visible_consultation(request, slug)
    review = (
        Review.objects.published()
        .select_related("comment__section", "comment__draft", "comment__passage")
        .filter(consultation=consultation, comment=pk)
        .first()
        if pk < 2**63 and comments_are_public(consultation, now=now)
        else None
    )
    if review is None and request.method == "POST":
        gone = {
            "consultation": consultation,
            "text": request.POST.get("text", "")[:MOST_GIVEN_BACK],
        }
        return render(request, "moderation/report_gone.html", gone, status=404)
    if review is None:
        raise Http404("There is no published comment at this address.")
    form = ReportForm(request.POST if request.method == "POST" else None)
    context = {"consultation": consultation, "review": review, "form": form}
    if form.is_bound and form.is_valid():
        if is_too_fast(request, action="report", most=settings.MOST_FORMS_A_MINUTE):
            form.add_error(None, "That was very quick. Wait a minute and send it again.")
            return render(request, "moderation/report.html", context, status=429)
        return _thank(request, context, form.cleaned_data, now)
    return render(request, "moderation/report.html", context, status=422 if form.errors else 200)


def _thank(request, context, said, now):
    is_machine = said.pop("website")
    if not is_machine:
        try:
            made = reporting.report(review=context["review"], at=now, **said)
        except reporting.EnoughReports:
            pass
        else:
            queue_acknowledgement(report=made, consultation=context["consultation"])
    due = reporting.in_two_working_days(now)
    return render(request, "moderation/reported.html", {**context, "due": due})


@for_the_board
def reports(request):
    waiting = list(reporting.reports_for(request.user).select_related("review__consultation")[:100])
    found = cards(
        visible_to(request.user).filter(pk__in={made.review_id for made in waiting}),
        to=request.user,
    )
    by_review = {card.pk: card for card in found}
    own = reporting.had_a_part_in(list(by_review), user=request.user)
    return render(
        request,
        "moderation/admin/reports.html",
        {
            "reports": [
                (made, by_review[made.review_id], made.review_id in own) for made in waiting
            ],
            "now": timezone.now(),
        },
    )


@require_POST
@for_the_board
def close_report(request, pk):
    outcome = request.POST.get("outcome")
    if outcome not in ReportOutcome.values:
        messages.error(request, "Choose whether it stays or is read again.")
        return redirect("board_reports")
    try:
        made = reporting.close(report_id=pk, outcome=outcome, by=request.user, at=timezone.now())
    except reporting.OwnDecision:
        messages.error(
            request, "You had a part in showing it, so somebody else says whether it stays."
        )
        return redirect("board_reports")
    except (deciding.NotYours, deciding.AlreadyDecided):
        messages.error(request, "Somebody else looked at this already.")
        return redirect("board_reports")
    if made.outcome == ReportOutcome.LOOKED_AT_AGAIN:
        messages.success(request, "Taken down. It waits to be read again.")
        return redirect("board_read", made.review_id)
    messages.success(request, "It stays as it is.")
    return redirect("board_reports")
