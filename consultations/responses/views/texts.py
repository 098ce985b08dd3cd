"""What somebody wrote, to keep as a file of their own."""

from django.shortcuts import redirect

from consultations.responses.domain import sending
from consultations.responses.domain.baskets import open_basket
from consultations.responses.domain.written import written_comments
from consultations.responses.exporting import basket_as_text, receipt_as_text
from consultations.responses.views.cookies import basket_key
from consultations.responses.views.giving_back import gives_back
from consultations.views import visible_consultation
from pages.giving_back import text_file


@gives_back
def draft(request, slug):
    """Everything in the basket, also when it can no longer be sent."""
    consultation = visible_consultation(request, slug)
    basket = open_basket(key=basket_key(request), consultation=consultation)
    if basket is None:
        return redirect("respond:start", slug)
    text = basket_as_text(basket=basket, comments=written_comments(basket=basket))
    return text_file(text, name="not-sent-yet.txt")


@gives_back
def receipt(request, slug):
    consultation = visible_consultation(request, slug)
    found = sending.find_receipt(key=basket_key(request), consultation=consultation)
    if found is None:
        return redirect("respond:start", slug)
    return text_file(receipt_as_text(found.response), name=f"{found.response.reference}.txt")
