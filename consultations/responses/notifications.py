"""Letters to respondents: text out, through the outbox."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from consultations.responses.domain.access import make_link_token
from consultations.responses.domain.baskets import letters_of_basket
from consultations.responses.domain.reminding import address_of
from consultations.responses.domain.resuming import make_link_token as make_basket_token
from consultations.responses.domain.withdrawing import letters_of
from delivery.domain.outbox import queue_letter
from delivery.tasks import deliver_soon


def queue_receipt(*, response, to, comments):
    """The receipt, once a response however often the form is sent.

    It quotes `comments`, those of `domain.sent`, whole.
    """
    body = render_to_string(
        "emails/responses/receipt.txt",
        {
            "response": response,
            "consultation": response.consultation,
            "count": len(comments),
            "comments": comments,
            "link": link_to(response),
        },
    )
    queue_letter(
        dedupe_key=f"{letters_of(response)}receipt",
        to=to,
        subject=f"We have your response {response.reference}",
        body=body,
        now=response.received_at,
    )
    deliver_soon()


def queue_link(*, response, to, now):
    """A fresh link to a response; asked for again within the hour, it is not sent again."""
    body = render_to_string(
        "emails/responses/link.txt",
        {"response": response, "consultation": response.consultation, "link": link_to(response)},
    )
    queue_letter(
        dedupe_key=f"{letters_of(response)}link-{now:%Y%m%d%H}",
        to=to,
        subject=f"Your link to response {response.reference}",
        body=body,
        now=now,
    )
    deliver_soon()


def link_to(response):
    path = reverse("responses:link", args=[response.reference])
    return f"{settings.WAGTAILADMIN_BASE_URL}{path}?token={make_link_token(response=response)}"


def queue_resume_link(*, basket, to, now):
    """A link to an unsent response; asked for again within the hour, it is not sent again."""
    _queue_basket_letter(
        "resume",
        basket=basket,
        to=to,
        key=f"{letters_of_basket(basket)}resume-{now:%Y%m%d%H}",
        subject=f"Go on with your response to “{basket.consultation.title}”",
        now=now,
    )
    deliver_soon()


def queue_reminder(*, basket, now):
    """One letter before closing, for each closing time there is."""
    consultation = basket.consultation
    _queue_basket_letter(
        "reminder",
        basket=basket,
        to=address_of(basket),
        key=f"{letters_of_basket(basket)}reminder-{consultation.closes_at:%Y%m%d%H%M}",
        subject=f"Not sent yet: your response to “{consultation.title}”",
        now=now,
    )


def _queue_basket_letter(letter, *, basket, to, key, subject, now):
    path = reverse("respond:resume_link", args=[basket.consultation.slug])
    link = f"{settings.WAGTAILADMIN_BASE_URL}{path}?token={make_basket_token(basket=basket)}"
    body = render_to_string(
        f"emails/responses/{letter}.txt", {"consultation": basket.consultation, "link": link}
    )
    queue_letter(dedupe_key=key, to=to, subject=subject, body=body, now=now)
