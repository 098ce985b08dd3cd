"""What is asked once a response has been sent: who somebody is, and how the form was.

Neither is part of the response. That a browser has answered is known to that browser alone, by its
cookie, and for a day to the cache, so that pressing twice counts once.
"""

from django.conf import settings
from django.core.cache import cache
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone

from consultations.responses.domain import equality as monitoring
from consultations.responses.domain.feedback import give_feedback
from consultations.responses.domain.references import key_hash
from consultations.responses.domain.sending import find_receipt
from consultations.responses.enums import Capacity
from consultations.responses.forms.equality import EqualityForm, FeedbackForm
from consultations.responses.views.cookies import AGE, basket_key
from consultations.responses.views.giving_back import gives_back
from consultations.views import visible_consultation

A_DAY = 24 * 60 * 60


@gives_back
def equality(request, slug):
    """About the person who answers, so a group or whoever answers for another is not asked."""
    consultation, response = _sent(request, slug)
    if response is None:
        return redirect("respond:sent", slug)
    if response.capacity != Capacity.MYSELF:
        raise Http404("Only who answers for themselves is asked.")
    now = timezone.now()
    form = EqualityForm(request.POST if request.method == "POST" else None)
    context = {
        "consultation": consultation,
        "form": form,
        "is_given": _is_given(request, "equality"),
        "is_taken": monitoring.is_taken(consultation, now=now),
    }
    can_give = context["is_taken"] and not context["is_given"]
    if can_give and form.is_bound and form.is_valid():
        if _first_time("equality", response):
            monitoring.give(response=response, groups=form.groups, now=now)
        return _given(request, "equality")
    return render(request, "responses/equality.html", context, status=422 if form.errors else 200)


@gives_back
def feedback(request, slug):
    consultation, response = _sent(request, slug)
    if response is None:
        return redirect("respond:sent", slug)
    form = FeedbackForm(request.POST if request.method == "POST" else None)
    is_given = _is_given(request, "feedback")
    if not is_given and form.is_bound and form.is_valid():
        if _first_time("feedback", response):
            give_feedback(consultation=consultation, **form.cleaned_data)
        return _given(request, "feedback")
    return render(
        request,
        "responses/feedback.html",
        {"consultation": consultation, "form": form, "is_given": is_given},
        status=422 if form.errors else 200,
    )


def _sent(request, slug):
    """The consultation, and the response that this browser sent to it, or None."""
    consultation = visible_consultation(request, slug)
    receipt = find_receipt(key=basket_key(request), consultation=consultation)
    return consultation, receipt.response if receipt else None


def _is_given(request, name):
    """The basket's key is in the seal: another response from this browser is asked anew."""
    salt = f"{name}:{key_hash(basket_key(request))}"
    return request.get_signed_cookie(name, default="", salt=salt) == "given"


def _first_time(name, response):
    return cache.add(f"{name}:{key_hash(response.idempotency_key)}", 1, A_DAY)


def _given(request, name):
    answer = redirect(request.path)
    answer.set_signed_cookie(
        name,
        "given",
        salt=f"{name}:{key_hash(basket_key(request))}",
        max_age=AGE,
        path=request.path,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return answer
