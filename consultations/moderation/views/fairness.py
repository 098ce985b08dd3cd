"""What keeps the Board fair: interests declared, second looks, decisions read blind."""

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from consultations.moderation.domain import second_looks
from consultations.moderation.domain.cards import cards
from consultations.moderation.domain.deciding import NotYours
from consultations.moderation.domain.queue import visible_to
from consultations.moderation.domain.redacting import public_answers
from consultations.moderation.forms.fairness import InterestForm, VerdictForm
from consultations.moderation.views.desk import for_the_board
from consultations.responses.domain.naming import names_to_suggest
from people.domain.board import declare_interest_by_name
from people.models import Interest

GONE = "This is not on your list any more."
MOST = 50


@for_the_board
def interests(request):
    """One's own ties to organisations, and a form that declares another."""
    form = InterestForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        declare_interest_by_name(user=request.user, on=timezone.localdate(), **form.cleaned_data)
        messages.success(
            request, f"Declared. {form.cleaned_data['organisation']} is not on your desk any more."
        )
        return redirect("board_interests")
    mine = Interest.objects.filter(user=request.user).select_related("organisation")
    return render(
        request,
        "moderation/admin/interests.html",
        {"form": form, "interests": mine, "organisations": names_to_suggest()},
        status=422 if form.errors else 200,
    )


@require_POST
@for_the_board
def step_back(request, pk):
    try:
        second_looks.step_back(review_id=pk, by=request.user, at=timezone.now())
    except NotYours:
        messages.error(request, GONE)
    else:
        messages.success(request, "You have stepped back. Somebody else reads it.")
    return redirect("board_desk")


@for_the_board
def looks(request):
    """Hidden words that one person chose, for a second person to look at each week."""
    decisions = list(second_looks.to_look_at(request.user).select_related("review", "by")[:MOST])
    found = cards(
        visible_to(request.user).filter(pk__in={d.review_id for d in decisions}), to=request.user
    )
    by_review = {card.pk: card for card in found}
    public = public_answers([decision.review.comment_id for decision in decisions])
    return render(
        request,
        "moderation/admin/looks.html",
        {
            "rows": [
                (decision, by_review[decision.review_id], public[decision.review.comment_id])
                for decision in decisions
            ],
            "late": timezone.now() - second_looks.A_WEEK,
        },
    )


@require_POST
@for_the_board
def agree(request, pk):
    try:
        second_looks.agree(decision_id=pk, by=request.user, at=timezone.now())
    except NotYours:
        messages.error(request, GONE)
    else:
        messages.success(request, "Noted: two people find these words rightly hidden.")
    return redirect("board_looks")


@for_the_board
def blind(request):
    """One drawn decision at a time, without what was decided; and how often readings agreed."""
    upcoming = second_looks.to_read_blind(request.user).select_related("decision").first()
    form = VerdictForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        number = request.POST.get("recheck", "")
        try:
            second_looks.give_verdict(
                recheck_id=int(number) if number.isdecimal() and len(number) < 19 else 0,
                verdict=form.cleaned_data["verdict"],
                by=request.user,
                at=timezone.now(),
            )
        except NotYours:
            messages.error(request, GONE)
        else:
            messages.success(request, "Thank you. It changes nothing but the agreement below.")
        return redirect("board_blind")
    card = None
    if upcoming is not None:
        (card,) = cards(
            visible_to(request.user).filter(pk=upcoming.decision.review_id), to=request.user
        )
    return render(
        request,
        "moderation/admin/blind.html",
        {
            "recheck": upcoming,
            "card": card,
            "form": form,
            "agreements": second_looks.agreements(),
        },
        status=422 if form.errors else 200,
    )


@require_POST
@for_the_board
def draw(request):
    drawn = second_looks.draw(now=timezone.now())
    if drawn:
        messages.success(request, f"{drawn} decisions of last quarter were drawn.")
    else:
        messages.warning(
            request,
            f"Nothing was drawn: last quarter's sample exists, or fewer than"
            f" {second_looks.FEWEST} decisions were taken.",
        )
    return redirect("board_blind")
