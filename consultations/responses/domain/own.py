"""The responses of somebody who has an account."""

from allauth.account.models import EmailAddress
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from consultations.responses.models import Response
from consultations.wording import moment_in_words
from people.domain.mine import MOST, Shelf, Thing


def responses_of(user):
    """Those sent while signed in, and those with an address that is known to be this person's.

    Both hang on contact details: where these have been deleted, nothing leads to the author.
    """
    mine = Q(respondent__user=user)
    known = EmailAddress.objects.filter(user=user, verified=True)
    for address in known.values_list("email", flat=True):
        mine |= Q(respondent__email__iexact=address)
    return Response.objects.filter(mine)


def shelf_of(user, now):
    responses = responses_of(user)
    newest = (
        responses.select_related("consultation")
        .annotate(n=Count("comments", filter=Q(comments__replaced_by__isnull=True)))
        .order_by("-received_at", "-pk")[:MOST]
    )
    things = [_thing(response) for response in newest]
    return Shelf(
        gettext("Your responses"),
        things,
        gettext("You have sent nothing while you were signed in, or with your e-mail address."),
        len(things) if len(things) < MOST else responses.count(),
    )


def _thing(response):
    said = ngettext("%d comment", "%d comments", response.n) % response.n
    words = [
        gettext("Response %s, received at %s.")
        % (response.reference, moment_in_words(response.received_at)),
        gettext("You took it back.") if response.withdrawn_at else f"{said}.",
    ]
    return Thing(
        response.consultation.title,
        " ".join(words),
        reverse("responses:open_own", args=[response.reference]),
        opens_by_post=True,
    )
