"""Addresses and words of the response basket."""

from dataclasses import dataclass

from django import template
from django.urls import reverse

from consultations.responses.domain.questionnaires import question_of
from consultations.responses.enums import PlaceKind
from consultations.responses.forms.builder import CommentForm

register = template.Library()


@dataclass(frozen=True)
class Row:
    name: str
    value: str
    change_url: str


@register.simple_tag
def form_url(slug, placed):
    """The address of the form about the place of this comment."""
    kind = placed.place_kind
    if kind == PlaceKind.CONSULTATION:
        return reverse("respond:consultation", args=[slug])
    return reverse("respond:comment", args=[slug, kind, getattr(placed, f"{kind}_id")])


@register.filter
def place_name(place):
    """“passage 6.4”, “the section “Commissioning””: what a form is about, inside a sentence."""
    if place.kind == PlaceKind.PASSAGE:
        return f"passage {place.passage.number}"
    if place.kind == PlaceKind.SECTION:
        return f"the section “{place.section.title}”"
    if place.kind == PlaceKind.DRAFT:
        return "the whole draft"
    return "the consultation as a whole"


@register.simple_tag
def about_rows(basket, capacity, publish, change_url):
    """Who is answering, as `components/summary_list.html` draws it."""
    rows = [
        Row("You answer as", capacity, f"{change_url}#id_capacity_0"),
        Row("Shown on this website", publish, f"{change_url}#id_publish_0"),
        Row("Name", basket.name, f"{change_url}#id_name"),
        Row("E-mail address for the receipt", basket.email, f"{change_url}#id_email"),
    ]
    if basket.organisation_name:
        group = Row("Group", basket.organisation_name, f"{change_url}#id_organisation_name")
        rows.insert(1, group)
    return rows


@register.simple_tag
def question_group(value):
    """A question block as people will see it in the form, for its editor's preview."""
    form = CommentForm(questions=[question_of(value)], auto_id="preview_%s")
    return form.groups[0]
