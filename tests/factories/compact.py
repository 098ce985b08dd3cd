"""The agreement with the sector, its procedure, its people and what was learned."""

import datetime as dt

from django.utils import timezone

from people.enums import Role
from records.domain.references import new_key
from tests.factories.people import make_user
from toolkit.domain.disputes import raise_dispute
from toolkit.enums import PrincipleStage, Side
from toolkit.models import (
    Champion,
    CompactCodePage,
    CompactPage,
    Dispute,
    DisputePage,
    MethodUse,
    Principle,
    PrincipleEntry,
    PrincipleRecord,
    PrinciplesPage,
    Undertaking,
)


def make_compact(index, **fields):
    given = {
        "slug": "compact",
        "summary": "What {council} and the groups promise one another in the {compact}.",
        "introduction": "<p>The {compact} is looked after by the {board}.</p>",
    }
    return index.add_child(instance=CompactPage(**given | fields))


def make_code(compact, title="Partnership working", **fields):
    code = CompactCodePage(title=title, **fields)
    code.undertakings = [
        Undertaking(side=Side.PUBLIC, text="Ask before the {compact} is changed."),
        Undertaking(side=Side.SECTOR, text="Say early when we cannot keep a promise."),
    ]
    return compact.add_child(instance=code)


def make_procedure(compact, **fields):
    return compact.add_child(instance=DisputePage(**{"slug": "disputes", "answer_in": 20} | fields))


def make_champion(**fields):
    given = {
        "directorate": "Children’s services",
        "name": "Head of Early Years",
        "email": "early-years@example.org",
    }
    return Champion.objects.create(**given | fields)


def make_handler(name="handler", **fields):
    return make_user(name, Role.DISPUTE_HANDLER, **fields)


def make_dispute(**words):
    """Raised a moment ago, and read by a handler of its own."""
    make_handler(f"handler-{Dispute.objects.count()}")
    dispute, _, _ = raise_dispute(
        key=new_key(),
        words={"what_happened": "The notice came late."} | words,
        kept_from=[],
        answer_in=20,
        at=timezone.now(),
    )
    return dispute


def make_principle(name="Plan with people", **fields):
    given = {"stage": PrincipleStage.PLANNING, "text": "The {board} asks for it."}
    return Principle.objects.create(name=name, **given | fields)


def make_record(consultation, *entries, **fields):
    """`entries` are pairs of a principle and the fields of its entry."""
    record = PrincipleRecord(consultation=consultation, **{"is_public": True} | fields)
    record.entries = [PrincipleEntry(principle=principle, **entry) for principle, entry in entries]
    record.save()
    return record


def make_principles_page(index, **fields):
    given = {"title": "Principles of engagement", "slug": "principles"}
    return index.add_child(instance=PrinciplesPage(**given | fields))


def make_use(method, **fields):
    given = {"occasion": "The parks plan", "ended_on": dt.date(2026, 3, 2)}
    return MethodUse.objects.create(method=method, **given | fields)
