"""From a postcode to the area it lies in. The postcode itself is kept nowhere."""

import csv
import io
import re

from django.db import transaction

from people.enums import AreaKind
from people.models import Area, PostcodePrefix

POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}")
PREFIX = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]{0,4}")
MOST_ROWS = 50_000


class FaultyTable(Exception):
    """Sentences about the rows that cannot be read; nothing was changed."""

    def __init__(self, sentences):
        super().__init__(" ".join(sentences))
        self.sentences = sentences


def bare(typed):
    """In capitals and without spaces and signs, as prefixes are kept."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())


def is_postcode(typed):
    return bool(POSTCODE.fullmatch(bare(typed)))


def wards():
    return Area.objects.active().filter(kind=AreaKind.WARD).order_by("name")


def area_of(postcode):
    """The active ward of the longest prefix that fits, or None."""
    signs = bare(postcode)
    beginnings = [signs[:length] for length in range(2, len(signs) + 1)]
    found = PostcodePrefix.objects.filter(prefix__in=beginnings, area__in=wards())
    rows = sorted(found.select_related("area"), key=lambda row: len(row.prefix))
    return rows[-1].area if rows else None


@transaction.atomic
def replace_table(*, text):
    """Put this table in place of the whole one; how many rows it has.

    Two columns separated by commas: how postcodes begin, and the ward's official code or its name.
    A first row that names the columns may stand above. Raises FaultyTable.
    """
    by_name = {}
    for ward in wards():
        for name in filter(None, (ward.code, ward.name, ward.label)):
            by_name.setdefault(name.casefold(), ward)
    rows, faults = {}, []
    for number, row in enumerate(csv.reader(io.StringIO(text)), start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or (number == 1 and not PREFIX.fullmatch(bare(cells[0]))):
            continue
        fault = _fault(cells, by_name, rows)
        if fault:
            faults.append(f"Row {number}: {fault}")
        else:
            rows[bare(cells[0])] = by_name[cells[1].casefold()]
        if len(faults) >= 20 or len(rows) > MOST_ROWS:
            break
    if len(rows) > MOST_ROWS:
        faults.append(f"The table has more than {MOST_ROWS:,} rows. Use shorter beginnings.")
    if not rows and not faults:
        faults.append("The table has no rows.")
    if faults:
        raise FaultyTable(faults)
    PostcodePrefix.objects.all().delete()
    PostcodePrefix.objects.bulk_create(
        (PostcodePrefix(prefix=prefix, area=area) for prefix, area in rows.items()), batch_size=500
    )
    return len(rows)


def _fault(cells, by_name, rows):
    if len(cells) < 2 or not cells[1]:
        return "write how postcodes begin, a comma, and the ward."
    if not PREFIX.fullmatch(bare(cells[0])):
        return f"“{cells[0][:20]}” is not how a postcode begins, such as RM17 or RM17 6."
    if cells[1].casefold() not in by_name:
        return f"there is no active ward “{cells[1][:60]}”, by its code or by its name."
    if bare(cells[0]) in rows:
        return f"“{cells[0][:20]}” stands in the table twice."
    return ""
