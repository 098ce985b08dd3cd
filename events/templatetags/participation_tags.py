"""Who took part at events, as a table for what reports on a consultation."""

from dataclasses import dataclass

from django import template
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from events import wording
from events.domain.participation import participation

register = template.Library()


@dataclass(frozen=True)
class Table:
    caption: str
    columns: list[str]
    rows: list[list]
    note: str


@register.simple_tag
def participation_table(consultation):
    """The sessions of this consultation that took place, or None where there was none."""
    found = participation(consultation.pk, now=timezone.now())
    if not found.sessions:
        return None
    rows = [
        [_what(held), _or_dash(held.came), _organisations(held), _tables(held)]
        for held in found.sessions
    ]
    if len(rows) > 1:
        tables = found.tables and _in_words(found.tables, found.at_tables)
        rows.append([gettext("Together"), _or_dash(found.came), "", tables or "–"])
    return Table(
        gettext("Who took part at events"),
        [
            gettext("Event"),
            gettext("People who came"),
            gettext("Organisations"),
            gettext("Tables that talked"),
        ],
        rows,
        gettext(
            "People are counted at each event they came to; “–” where nobody counted them. A table "
            "is counted as one response, with its number of people."
        ),
    )


def _what(held):
    session = held.session
    place = wording.place_in_words(session)
    return ", ".join(
        part
        for part in (session.event.title, wording.day_in_words(session.starts_at), place)
        if part
    )


def _organisations(held):
    return _or_dash(None if held.came is None else held.organisations)


def _tables(held):
    return _in_words(held.tables, held.at_tables) if held.tables else "–"


def _in_words(tables, people):
    number = ngettext("%d table", "%d tables", tables) % tables
    return gettext("%(tables)s, %(people)d people") % {"tables": number, "people": people}


def _or_dash(number):
    return number or ("–" if number is None else "0")
