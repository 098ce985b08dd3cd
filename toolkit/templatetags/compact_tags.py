"""What pages say about the agreement: its names, its codes, who looks after them, a dispute."""

from dataclasses import dataclass

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import now
from wagtail.models import Site

from toolkit.domain import compact, disputes, naming, principles
from toolkit.domain.citing import FEW
from toolkit.domain.clocks import clock_of

register = template.Library()

EXAMPLE = "Example wording, not adopted"
CITED = {0: "No page cites it yet", 1: "Cited by 1 page"}


@dataclass(frozen=True)
class Row:
    name: str
    value: str = ""
    points: tuple = ()


@register.simple_tag(takes_context=True)
def toolkit_names(context):
    """Every name by which texts call it: `compact`, `champion`, `champions`, `board`, `council`."""
    request = context.get("request")
    site = Site.find_for_request(request) if request else Site.objects.get(is_default_site=True)
    return naming.names_at(site)


@register.filter
def filled(text, names):
    """A text with its names filled in; what is safe HTML stays so, since the names are escaped."""
    if isinstance(text, SafeString):
        return mark_safe(naming.fill(text, {key: escape(word) for key, word in names.items()}))
    return naming.fill(text, names)


@register.simple_tag
def codes_of(agreement):
    return compact.codes_of(agreement)


@register.simple_tag
def code_among_others(code):
    """This code with its citations, and its place among the codes of its agreement."""
    codes = compact.codes_of(code.get_parent())
    place = next((number for number, each in enumerate(codes, 1) if each.page.pk == code.pk), 0)
    return {"place": place, "total": len(codes), "code": codes[place - 1] if place else None}


@register.simple_tag
def undertakings_of(code, names):
    """What each side undertakes, as rows of the promise box."""
    return [
        Row(side.side.label, points=tuple(naming.fill(text, names) for text in side.texts))
        for side in compact.sides_of(code)
    ]


@register.simple_tag
def related_to(code):
    return compact.related_to(code)


@register.simple_tag
def directorates():
    return compact.directorates()


@register.simple_tag
def dispute_procedure():
    return compact.procedure()


@register.simple_tag
def dispute_handlers():
    return disputes.handlers()


@register.simple_tag
def dispute_clock(dispute):
    return clock_of(dispute, now=now())


@register.filter
def cited_in_words(citations):
    """“Cited by 3 pages, named in fewer than 5 disputes”."""
    number = len(citations.pages)
    words = CITED.get(number, f"Cited by {number} pages")
    if citations.has_few_disputes:
        return f"{words}, named in fewer than {FEW} disputes"
    if citations.disputes:
        return f"{words}, named in {citations.disputes} disputes"
    return words


@register.filter
def working_days_in_words(number):
    return "1 working day" if number == 1 else f"{number} working days"


@register.simple_tag
def example_wording():
    return EXAMPLE


@register.simple_tag
def principles_by_stage():
    return principles.by_stage()


@register.simple_tag
def records_of_principles():
    return principles.public_records()


@register.simple_tag
def principles_are_shown(page):
    """Whether a page that is being read has a public record of the principles."""
    return principles.is_public(page)


@register.simple_tag
def pages_beside_methods(index):
    """The agreement and the principles, where everybody may read them."""
    return compact.beside_methods(index)
