"""Addresses and words of the response basket."""

from dataclasses import dataclass
from datetime import datetime

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from consultations.responses.domain.answers import CHOOSABLE, choosable
from consultations.responses.domain.attaching import detached_comments
from consultations.responses.domain.baskets import open_basket
from consultations.responses.domain.deadlines import late_until, may_go_on
from consultations.responses.domain.files import files_of, takes_files
from consultations.responses.domain.questionnaires import question_of
from consultations.responses.domain.ways import draft_to_answer, progress
from consultations.responses.enums import FileKind, PlaceKind
from consultations.responses.forms.builder import CommentForm
from consultations.responses.views.cookies import basket_key
from consultations.wording import day_in_words, moment_in_words

register = template.Library()


@dataclass(frozen=True)
class Row:
    name: str
    value: str
    change_url: str


@dataclass(frozen=True)
class Bar:
    """What the bar over every respond page says of the basket."""

    comments: int
    said: int
    sections: int
    may_send: bool


@register.simple_tag(takes_context=True)
def basket_bar(context):
    """The bar of this page's basket, counted anew; None where there is nothing to send."""
    consultation, request = context["consultation"], context["request"]
    basket = context.get("basket") or open_basket(
        key=basket_key(request), consultation=consultation
    )
    if basket is None:
        return None
    far = progress(basket, draft_to_answer(consultation))
    return Bar(
        far.comments,
        far.said,
        far.sections,
        may_go_on(consultation, basket, received_at=timezone.now()),
    )


@register.filter
def late_moment(consultation):
    until = late_until(consultation)
    return moment_in_words(until) if until else ""


@register.filter
def late_rule(consultation):
    """What may still be sent after closing, and until when; empty without a closing date."""
    until = late_until(consultation)
    if until is None:
        return ""
    return gettext(
        "What you have begun by then you can still send until %s. It is marked as late and counted."
    ) % moment_in_words(until)


@register.simple_tag
def form_url(slug, placed):
    """The address of the form about the place of this comment."""
    kind = placed.place_kind
    if kind == PlaceKind.CONSULTATION:
        return reverse("respond:consultation", args=[slug])
    return reverse("respond:comment", args=[slug, kind, getattr(placed, f"{kind}_id")])


@register.simple_tag
def stop_url(slug, stop):
    """The address of the form of a stop on somebody's way."""
    if stop.kind == PlaceKind.CONSULTATION:
        return reverse("respond:consultation", args=[slug])
    return reverse("respond:comment", args=[slug, stop.kind, stop.pk])


@register.simple_tag
def keep_url(slug, place):
    """Where a form keeps what stands in it whenever a box is left."""
    if place.kind == PlaceKind.CONSULTATION:
        return reverse("respond:keep_consultation", args=[slug])
    return reverse("respond:keep", args=[slug, place.kind, place.thing.pk])


@register.simple_tag
def place_on(way, place):
    """Which stop on this way a place is, counted from 1; 0 for one beside it."""
    stops = [(stop.kind, stop.pk) for stop in way]
    here = (place.kind, place.thing.pk)
    return stops.index(here) + 1 if here in stops else 0


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
def drawn(knots):
    """The knots of a trail as `components/thread.html` draws them."""
    return [
        {
            "state": knot.state,
            "label": knot.label,
            "text": knot.text,
            "url": knot.url,
            "date": _said_when(knot),
            "datetime": knot.at.isoformat() if knot.at else "",
        }
        for knot in knots
    ]


def _said_when(knot):
    if knot.at is None:
        return knot.when
    is_moment = isinstance(knot.at, datetime)
    return moment_in_words(knot.at) if is_moment else day_in_words(knot.at)


@register.simple_tag
def sender_rows(response, respondent):
    """Who sent a response, as `components/summary_list.html` draws it; nothing to change here."""
    rows = [
        Row("You answered as", response.get_capacity_display(), ""),
        Row("Shown on this website", response.get_publish_display(), ""),
    ]
    if response.organisation:
        rows.append(Row("Group", response.organisation.name, ""))
    if response.office:
        rows.append(Row("Office", response.get_office_display(), ""))
    if response.relationship:
        rows.append(Row("How you know them", response.get_relationship_display(), ""))
        rows.append(Row("They know that you answer", response.get_person_knows_display(), ""))
    if respondent:
        rows.append(Row("Name", respondent.name, ""))
        rows.append(Row("E-mail address", respondent.email, ""))
    return [row for row in rows if row.value]


@register.simple_tag
def about_rows(basket, capacity, publish, change_url):
    """Who is answering, as `components/summary_list.html` draws it."""
    rows = [
        Row("You answer as", capacity, f"{change_url}#id_capacity_0"),
        Row("Shown on this website", publish, f"{change_url}#id_publish_0"),
        Row("Name", basket.name, f"{change_url}#id_name"),
        Row("E-mail address for the receipt", basket.email, f"{change_url}#id_email"),
    ]
    if basket.is_under_13:
        kept = "Yes, so no name and no address is kept"
        rows[2:] = [Row("Under 13", kept, f"{change_url}#id_is_under_13")]
    if basket.organisation_name:
        group = Row("Group", basket.organisation_name, f"{change_url}#id_organisation_name")
        rows.insert(1, group)
    if basket.office:
        rows.insert(1, Row("Office", basket.get_office_display(), f"{change_url}#id_office_0"))
    if basket.relationship:
        knows = basket.get_person_knows_display()
        rows[1:1] = [
            Row(
                "How you know them",
                basket.get_relationship_display(),
                f"{change_url}#id_relationship_0",
            ),
            Row("They know that you answer", knows, f"{change_url}#id_person_knows_0"),
        ]
    return rows


@register.simple_tag
def question_group(value):
    """A question block as people will see it in the form, for its editor's preview."""
    form = CommentForm(questions=[question_of(value)], for_officers=True, auto_id="preview_%s")
    return form.groups[0]


@register.simple_tag
def detached_count(consultation):
    """How many counted comments are about words that are gone."""
    return detached_comments(consultation).count()


@register.simple_tag
def group_url(slug, place):
    """Where a group writes about this place."""
    if place.kind == PlaceKind.CONSULTATION:
        return reverse("respond:group_write_in_general", args=[slug])
    return reverse("respond:group_write", args=[slug, place.kind, place.thing.pk])


@register.simple_tag
def boxes(question):
    """The answers to tick on paper; none where people write."""
    if question.kind in CHOOSABLE:
        return [label for _, label in choosable(question)]
    return [option["label"] for option in question.options]


@register.filter
def asks_for_files(basket):
    """Whether a form in this basket asks for evidence that may be a file."""
    return takes_files(basket)


@register.simple_tag
def files_with(key_hash):
    """The files that came with a basket or a response of this key."""
    return files_of(key_hash)


@register.simple_tag
def evidence_with(response):
    """The files that its author sent as evidence."""
    return files_of(response.idempotency_key).filter(kind=FileKind.EVIDENCE)
