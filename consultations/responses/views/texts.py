"""What somebody wrote, to keep as a file of their own."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from consultations.responses.domain import sending
from consultations.responses.domain.baskets import open_basket
from consultations.responses.domain.written import written_comments
from consultations.responses.exporting import basket_as_text, receipt_as_text
from consultations.responses.views.cookies import basket_key
from consultations.responses.views.giving_back import gives_back
from consultations.views import visible_consultation


@gives_back
@require_POST
def words(request, slug):
    """Gives back what a page gave back, as a file. It asks no database and keeps nothing."""
    return _file("\n\n".join(request.POST.getlist("words")), "what-you-wrote.txt")


@gives_back
def draft(request, slug):
    """Everything in the basket, also when it can no longer be sent."""
    consultation = visible_consultation(request, slug)
    basket = open_basket(key=basket_key(request), consultation=consultation)
    if basket is None:
        return redirect("respond:start", slug)
    text = basket_as_text(basket=basket, comments=written_comments(basket=basket))
    return _file(text, "not-sent-yet.txt")


@gives_back
def receipt(request, slug):
    consultation = visible_consultation(request, slug)
    found = sending.find_receipt(key=basket_key(request), consultation=consultation)
    if found is None:
        return redirect("respond:start", slug)
    return _file(receipt_as_text(found.response), f"{found.response.reference}.txt")


def _file(text, name):
    """Never read as anything but text, whatever somebody typed."""
    return HttpResponse(
        text.replace("\r\n", "\n").replace("\n", "\r\n"),
        content_type="text/plain; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "X-Content-Type-Options": "nosniff",
        },
    )
