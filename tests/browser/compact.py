"""The Compact of the town, with its code, its procedure and whom to write to."""

from tests.factories.compact import (
    make_champion,
    make_code,
    make_compact,
    make_handler,
    make_procedure,
)


def make_compact_pages(index):
    """Their addresses by name, the forms with mistakes left out: those need a send."""
    compact = make_compact(index, title="The Compact")
    code = make_code(compact)
    procedure = make_procedure(compact, title="If something goes wrong")
    champion = make_champion()
    make_handler("compact-handler")
    return {
        "Compact": compact.url,
        "code of the Compact": code.url,
        "how disputes are handled": procedure.url,
        "form for a dispute": "/toolkit/disputes/raise/",
        "finding a dispute": "/toolkit/disputes/",
        "form to a champion": f"/toolkit/champions/{champion.pk}/",
    }
