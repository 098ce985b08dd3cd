"""A response as plain text, to keep: what was asked, in the words that were shown, and said."""

from django.template.loader import render_to_string

from consultations.responses.domain.sent import as_received


def receipt_as_text(response):
    """What was received, as the receipt quotes it."""
    return render_to_string(
        "responses/text/receipt.txt",
        {
            "response": response,
            "consultation": response.consultation,
            "comments": as_received(response),
        },
    )


def basket_as_text(*, basket, comments):
    """What has been written and not sent."""
    return render_to_string(
        "responses/text/basket.txt",
        {
            "consultation": basket.consultation,
            "comments": comments,
        },
    )
