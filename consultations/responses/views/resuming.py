"""Stopping, and going on with an unsent response in another browser."""

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from consultations.responses.domain import resuming
from consultations.responses.domain.access import LinkSpent
from consultations.responses.domain.baskets import open_basket
from consultations.responses.forms.resuming import MailForm, ResumeForm
from consultations.responses.notifications import queue_resume_link
from consultations.responses.views.cookies import basket_key, set_basket_key
from consultations.responses.views.giving_back import gives_back
from consultations.views import visible_consultation
from delivery.domain.outbox import has_had_enough

NO_SUCH_CODE = (
    "This code opens nothing here. Look at it again: it may have been sent or deleted meanwhile, "
    "or belong to another consultation."
)

ENOUGH = "Several letters have gone to this address within the hour. Take a code instead, or wait."

NO_ADDRESS = "You said that you are under 13, so we keep no address. Take a code instead."


@gives_back
def later(request, slug):
    """How to go on another time; by POST, a code for paper, shown once."""
    consultation, basket = _basket_of(request, slug)
    if basket is None:
        return redirect("respond:start", slug)
    code, has_too_many = "", False
    if request.method == "POST":
        try:
            code = resuming.give_code(basket=basket, at=timezone.now())
        except resuming.TooManyKeys:
            has_too_many = True
    return _later_page(request, consultation, basket, code=code, has_too_many=has_too_many)


@gives_back
@require_POST
def mail(request, slug):
    """Mails a link, and remembers whom to remind."""
    consultation, basket = _basket_of(request, slug)
    if basket is None:
        return redirect("respond:start", slug)
    form = MailForm(request.POST)
    if not form.is_valid():
        return _later_page(request, consultation, basket, form=form, status=422)
    to, now = form.cleaned_data["email"], timezone.now()
    if has_had_enough(to=to, now=now):
        form.add_error("email", ENOUGH)
        return _later_page(request, consultation, basket, form=form, status=422)
    try:
        resuming.remember_address(basket=basket, email=to if form.cleaned_data["remind"] else "")
    except resuming.ChildHasNoAddress:
        form.add_error("email", NO_ADDRESS)
        return _later_page(request, consultation, basket, form=form, status=422)
    queue_resume_link(basket=basket, to=to, now=now)
    return _later_page(request, consultation, basket, mailed_to=to)


@gives_back
def resume(request, slug):
    """Asks for the code; what opens it is kept in this browser from then on."""
    consultation = visible_consultation(request, slug)
    form = ResumeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and (held := _held(request, consultation)):
        context = {"consultation": consultation, "form": form, "held": held}
        return render(request, "responses/resume.html", context, status=409)
    if form.is_bound and form.is_valid():
        code = form.cleaned_data["code"]
        try:
            key = resuming.open_with_code(code=code, consultation=consultation, at=timezone.now())
        except resuming.TooManyKeys:
            key = None
        if key:
            return _go_on(consultation, key)
        form.add_error("code", NO_SUCH_CODE)
    return render(
        request,
        "responses/resume.html",
        {"consultation": consultation, "form": form},
        status=422 if form.is_bound else 200,
    )


@gives_back
def resume_link(request, slug):
    """A mailed link. Only the button uses it up: mail programs open links before people do."""
    consultation = visible_consultation(request, slug)
    token = request.POST.get("token", "") or request.GET.get("token", "")
    context = {"consultation": consultation, "token": token}
    if request.method != "POST":
        return render(request, "responses/resume_link.html", context)
    if held := _held(request, consultation):
        return render(request, "responses/resume_link.html", context | {"held": held}, status=409)
    try:
        key = resuming.spend_link(token=token, consultation=consultation, at=timezone.now())
    except (LinkSpent, resuming.TooManyKeys):
        return render(
            request, "responses/resume_link.html", context | {"is_spent": True}, status=410
        )
    return _go_on(consultation, key)


def _basket_of(request, slug):
    consultation = visible_consultation(request, slug)
    return consultation, open_basket(key=basket_key(request), consultation=consultation)


def _held(request, consultation):
    """How many comments this browser holds already: opening another basket would hide them."""
    basket = open_basket(key=basket_key(request), consultation=consultation)
    return basket.comments.count() if basket else 0


def _go_on(consultation, key):
    response = redirect("respond:start", consultation.slug)
    set_basket_key(response, key=key, consultation=consultation)
    return response


def _later_page(request, consultation, basket, *, form=None, status=200, **said):
    context = {"consultation": consultation, "basket": basket, "form": form or MailForm()}
    return render(request, "responses/later.html", context | said, status=status)
