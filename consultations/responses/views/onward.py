"""Where somebody goes after something was kept: on to sending it, or to more."""

from django.shortcuts import redirect
from django.urls import reverse

from consultations.responses.enums import PlaceKind, Way
from consultations.responses.views.cookies import set_basket_key


def go_on(request, consultation, basket, key, *, after=None, is_letter=False):
    """By the button that was pressed. `after` is the next stop on somebody's way, if any."""
    if request.POST.get("next") == "more":
        address = address_of(consultation, after) if after else f"{start_of(consultation)}#more"
    elif is_letter:
        address = reverse("respond:letter_sections", args=[consultation.slug])
    elif basket.is_complete:
        address = reverse("respond:check", args=[consultation.slug])
    else:
        address = reverse("respond:about_you", args=[consultation.slug])
    answer = redirect(address)
    set_basket_key(answer, key=key, consultation=consultation)
    return answer


def address_of(consultation, stop):
    """The form about a place, by its kind and id."""
    if stop.kind == PlaceKind.CONSULTATION:
        return reverse("respond:consultation", args=[consultation.slug])
    return reverse("respond:comment", args=[consultation.slug, stop.kind, stop.pk])


def comment_on(place):
    """The address of the form about this place."""
    if place.kind == PlaceKind.CONSULTATION:
        return reverse("respond:consultation", args=[place.consultation.slug])
    return reverse("respond:comment", args=[place.consultation.slug, place.kind, place.thing.pk])


def start_of(consultation):
    return reverse("respond:start", args=[consultation.slug])


def first_page(consultation, way, stops):
    """Where a way begins: the first of its forms that is still empty."""
    if way in (Way.QUICK, Way.LETTER):
        return reverse(f"respond:{way}", args=[consultation.slug])
    if way == Way.CHOOSE and not stops:
        return reverse("respond:choose", args=[consultation.slug])
    empty = [stop for stop in stops if not stop.is_said]
    return address_of(consultation, empty[0]) if empty else start_of(consultation)
