"""What an author can change about a response that was sent: a comment, all of it, who sent it."""

from django.http import Http404
from django.shortcuts import redirect, render

from consultations.domain.stages import accepts_responses
from consultations.responses.domain import amending, withdrawing
from consultations.responses.domain.sending import NotOpen
from consultations.responses.forms.builder import CommentForm
from consultations.responses.views.access import for_its_author
from consultations.responses.views.giving_back import received_at, words_typed


@for_its_author
def change(request, response, position):
    """The form of one sent comment, filled with what it says."""
    moment = received_at(request)
    comment = _comment_at(response, position)
    form = CommentForm(
        request.POST if request.method == "POST" else None,
        questions=comment.questionnaire_version.questions.all(),
        kept=amending.answers_of(comment),
        present_wording=comment.quoted_text,
    )
    is_open = accepts_responses(response.consultation, received_at=moment)
    if is_open and form.is_bound and form.is_valid() and not form.brings_more:
        try:
            amending.amend(comment=comment, answers=form.answers, at=moment)
        except NotOpen:
            is_open = False
        except amending.NotToBeAmended:
            return _refused(request, response, "changed")
        else:
            return redirect("responses:trail", response.reference)
    if not is_open:
        return _refused(request, response, "closed")
    return render(
        request,
        "responses/change.html",
        {"response": response, "comment": comment, "form": form},
        status=422 if form.errors else 200,
    )


@for_its_author
def withdraw(request, response):
    """Asks first, then takes the whole response back."""
    moment = received_at(request)
    if response.withdrawn_at:
        return redirect("responses:trail", response.reference)
    if not accepts_responses(response.consultation, received_at=moment):
        return _refused(request, response, "closed")
    if request.method != "POST":
        return render(request, "responses/withdraw.html", {"response": response})
    withdrawing.withdraw_before_closing(response=response, at=moment)
    return redirect("responses:trail", response.reference)


@for_its_author
def details(request, response):
    """Asks first, then deletes name and address and keeps the views."""
    if getattr(response, "respondent", None) is None:
        return redirect("responses:trail", response.reference)
    if request.method != "POST":
        return render(request, "responses/details.html", {"response": response})
    withdrawing.forget_details(response=response, at=received_at(request))
    return redirect("responses:trail", response.reference)


def _comment_at(response, position):
    if position > 2**31 - 1:
        raise Http404
    comment = (
        response.comments.select_related(
            "consultation", "draft", "section", "passage", "questionnaire_version"
        )
        .filter(position=position)
        .first()
    )
    if comment is None:
        raise Http404("There is no such comment in this response.")
    return comment


def _refused(request, response, why):
    """Nothing was changed; what was typed stands on the page, to copy."""
    return render(
        request,
        "responses/not_changed.html",
        {"response": response, "why": why, "words": words_typed(request)},
        status=409 if request.method == "POST" else 200,
    )
