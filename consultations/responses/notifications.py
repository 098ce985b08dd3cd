"""Letters to respondents: text out, through the outbox."""

from django.template.loader import render_to_string

from delivery.domain.outbox import queue_letter
from delivery.tasks import deliver_soon


def queue_receipt(*, response, to, comments):
    """The receipt, once a response however often the form is sent."""
    body = render_to_string(
        "emails/responses/receipt.txt",
        {"response": response, "consultation": response.consultation, "count": len(comments)},
    )
    queue_letter(
        dedupe_key=f"receipt-{response.reference}",
        to=to,
        subject=f"We have your response {response.reference}",
        body=body,
        now=response.received_at,
    )
    deliver_soon()
