"""Whose name is shown to whom. Every page and file of the admin asks here.

A group may ask that its name waits until coding is frozen: somebody who decides on its grants, or
reads for the Board, then reads what it says without knowing that it says it. What a group writes
about itself in its own words is not hidden, and the law on access to information still applies; the
form says so.
"""

from consultations.models import ConsultationPage
from consultations.responses.enums import Capacity, Office, Publish
from consultations.responses.models import Response
from people.domain.board import sits_on_the_board
from people.domain.roles import has_role
from people.enums import Role
from people.models import Organisation

PERMISSION = "responses.see_names"
KEPT = "A group whose name waits until coding is frozen"
NAME_HIDDEN = "name hidden"
A_GROUP = "A group or organisation"
A_MEETING = "People at a meeting"
A_RESIDENT = "A resident"
A_COUNCILLOR = "A councillor or MP"
FOR_SOMEBODY = "A resident, on whose behalf somebody else answers"

KINDS = {
    Capacity.GROUP: A_GROUP,
    Capacity.MEETING: A_MEETING,
    Capacity.COUNCILLOR: A_COUNCILLOR,
}

OFFICES = {
    Office.COUNCILLOR: "councillor",
    Office.MP: "MP",
    Office.OTHER: "elected",
}


def waiting_names(responses):
    """The ids of those responses whose name waits, in one query, or none where nobody asked."""
    asked = [response for response in responses if response.funder_safe]
    if not asked:
        return set()
    # Once the analysis is signed off, no code changes any more.
    coding = set(
        ConsultationPage.objects.filter(
            pk__in={response.consultation_id for response in asked},
            analysis_signed_off_at__isnull=True,
        ).values_list("pk", flat=True)
    )
    return {response.pk for response in asked if response.consultation_id in coding}


def names_to_suggest():
    """The names of organisations that anybody of the staff or the Board may be shown, in order."""
    waiting = Response.objects.filter(
        funder_safe=True,
        organisation__isnull=False,
        consultation__analysis_signed_off_at__isnull=True,
    )
    shown = Organisation.objects.exclude(pk__in=waiting.values("organisation"))
    return shown.order_by("name").values_list("name", flat=True)


def sees_waiting_names(user):
    """Whether this person sees names that wait: who looks after responses, and none of the rest.

    Whoever is on the Board or works on grants does not, whatever else they are.
    """
    if not user.has_perm(PERMISSION) or sits_on_the_board(user):
        return False
    return not has_role(user, Role.GRANTS_OFFICER, Role.BOARD_MEMBER, Role.BOARD_CHAIR)


def name_shown(response, *, to):
    """Who sent this, as this person of the staff or of the Board may know it."""
    return names_shown([response], to=to)[response.pk]


def names_shown(responses, *, to):
    """The same for many, by their ids, asking only once who it is that reads them."""
    kept = waiting_names(responses)
    if kept and sees_waiting_names(to):
        kept = set()
    return {response.pk: KEPT if response.pk in kept else _name(response) for response in responses}


def _name(response):
    if response.capacity == Capacity.GROUP:
        return response.organisation.name
    return {**KINDS, Capacity.ON_BEHALF: FOR_SOMEBODY}.get(response.capacity, A_RESIDENT)


def name_in_public(response, *, waits):
    """What everybody may read: the name its author lets us show, or what kind of author it was.

    `waits` says whether it is among the `waiting_names`. What the Board hides is said to be hidden.
    """
    kind = KINDS.get(response.capacity, A_RESIDENT)
    if response.publish == Publish.WITH_NAME and not waits:
        if response.name_hidden_at:
            return f"{kind} ({NAME_HIDDEN})"
        if response.capacity == Capacity.GROUP:
            return response.organisation.name
        respondent = getattr(response, "respondent", None)
        if respondent is not None and respondent.name:
            office = OFFICES.get(response.office)
            return f"{respondent.name} ({office})" if office else respondent.name
    return kind
