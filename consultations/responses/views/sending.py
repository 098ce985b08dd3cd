"""Who is answering, check answers, send, receipt."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from consultations.responses.domain import sending
from consultations.responses.domain.baskets import (
    delete_basket,
    keep_about_you,
    open_basket,
    remove_comment,
)
from consultations.responses.domain.deadlines import is_in_grace, may_go_on
from consultations.responses.domain.sent import as_received
from consultations.responses.domain.written import written_comments
from consultations.responses.enums import Capacity, Publish
from consultations.responses.forms.about_you import AboutYouForm
from consultations.responses.views.cookies import basket_key, forget_basket_key
from consultations.responses.views.giving_back import gives_back, received_at
from consultations.views import visible_consultation

# What sending reads of a consultation, the receipt's letter included.
SENT_WITH = (
    *("slug", "title", "url_path", "path", "depth", "opens_at", "closes_at", "reply_by"),
    *("decision_on", "publication_mode", "analysis_signed_off_at", "answered_at"),
    "decision_maker__name",
)


@gives_back
def about_you(request, slug):
    consultation, basket = _basket_of(request, slug)
    if basket is None:
        return redirect("respond:start", slug)
    known = {name: getattr(basket, name) for name in AboutYouForm.base_fields}
    form = AboutYouForm(request.POST if request.method == "POST" else None, initial=known)
    if request.method == "POST" and form.is_valid():
        keep_about_you(basket=basket, **form.cleaned_data)
        is_group = basket.capacity == Capacity.GROUP
        return redirect("respond:about_group" if is_group else "respond:check", slug)
    return render(
        request,
        "responses/about_you.html",
        {"consultation": consultation, "basket": basket, "form": form},
        status=422 if form.is_bound else 200,
    )


@gives_back
def check(request, slug):
    """Everything as it will be sent; POST sends it."""
    moment = received_at(request)
    if request.method == "POST":
        return _send(request, visible_consultation(request, slug, only=SENT_WITH), moment)
    consultation = visible_consultation(request, slug)
    basket = open_basket(key=basket_key(request), consultation=consultation)
    if basket is None:
        return redirect("respond:start", slug)
    if not basket.is_complete:
        return redirect("respond:about_you", slug)
    return _check_page(request, consultation, basket, moment)


@gives_back
def sent(request, slug):
    """The receipt, the same however often it is asked for."""
    consultation = visible_consultation(request, slug)
    receipt = sending.find_receipt(key=basket_key(request), consultation=consultation)
    if receipt is None:
        return redirect("respond:start", slug)
    return render(
        request,
        "responses/sent.html",
        {
            "consultation": consultation,
            "receipt": receipt,
            "comments": as_received(receipt.response),
        },
    )


@gives_back
@require_POST
def leave(request, slug):
    """Closes the receipt on this machine, which others may use."""
    consultation = visible_consultation(request, slug)
    response = redirect("respond:start", slug)
    forget_basket_key(response, consultation=consultation)
    return response


@gives_back
@require_POST
def remove(request, slug, pk):
    _, basket = _basket_of(request, slug)
    if basket is not None:
        remove_comment(basket=basket, pk=pk)
    return redirect("respond:start", slug)


@gives_back
def delete(request, slug):
    """Asks first, then deletes everything in the basket from the server."""
    consultation, basket = _basket_of(request, slug)
    if basket is None:
        return redirect("respond:start", slug)
    if request.method != "POST":
        context = {"consultation": consultation, "basket": basket}
        return render(request, "responses/delete.html", context)
    delete_basket(basket=basket)
    response = redirect("respond:start", slug)
    forget_basket_key(response, consultation=consultation)
    return response


def _basket_of(request, slug):
    consultation = visible_consultation(request, slug)
    return consultation, open_basket(key=basket_key(request), consultation=consultation)


def _send(request, consultation, moment):
    try:
        sending.send(
            key=basket_key(request),
            consultation=consultation,
            received_at=moment,
            user=request.user if request.user.is_authenticated else None,
        )
    except sending.NotOpen:
        consultation, basket = _basket_of(request, consultation.slug)
        return _check_page(request, consultation, basket, moment, status=409)
    except sending.NothingToSend:
        return redirect("respond:start", consultation.slug)
    return redirect("respond:sent", consultation.slug)


def _check_page(request, consultation, basket, moment, status=200):
    return render(
        request,
        "responses/check.html",
        {
            "consultation": consultation,
            "basket": basket,
            "comments": written_comments(basket=basket),
            "capacity": Capacity(basket.capacity).label,
            "publish": Publish(basket.publish).label,
            "is_open": may_go_on(consultation, basket, received_at=moment),
            "is_late": is_in_grace(consultation, begun_at=basket.begun_at, received_at=moment),
        },
        status=status,
    )
