"""The answers to the questions about the strategy as a whole, as written responses."""

from uuid import UUID

from consultations.responses.domain.building import key_of
from consultations.responses.enums import Capacity
from demo.content.forms import (
    ABOUT_THE_WHOLE,
    BARRIERS,
    CONNECTIONS,
    GRANTS,
    OBJECTIVES,
    OFFERS,
)
from demo.content.general import ANSWERED
from demo.loading.written import WrittenComment, WrittenResponse


def fill_in_general():
    """The responses, in the order in which they came."""
    for day, group, publish, said in ANSWERED:
        comment = WrittenComment("whole consultation", text=said.get("missing", ""))
        comment.filled_in = _filled_in(said)
        yield WrittenResponse(
            capacity=Capacity.GROUP if group else Capacity.MYSELF,
            name=group or said.get("name", ""),
            publish=publish,
            day=day,
            comments=[comment],
        )


def _filled_in(said):
    """Values by question key, with options in words."""
    values = {
        "first": _picked(OBJECTIVES, said.get("first", ())),
        "grants": _picked(GRANTS, said.get("grants", ())) | _parts(said, "other", "why"),
        "barriers": _picked(BARRIERS, said.get("barriers", ())),
        "impact": _picked({}, said.get("impact", ())) | _parts(said, "people", "how", "less"),
        "evidence": _parts(said, "text", "link", "may_show"),
        "connection": _picked(CONNECTIONS, said.get("connection", ())),
        "offer": _picked(OFFERS, said.get("offer", ())),
    }
    if "first" in said:
        values["first"]["ordered"] = True
    if "other barrier" in said:
        values["barriers"]["other"] = said["other barrier"]
    return {
        UUID(key_of(ABOUT_THE_WHOLE, name)).hex: value for name, value in values.items() if value
    }


def _picked(names, keys):
    keys = [keys] if isinstance(keys, str) else keys
    return {"picked": [names.get(key, key) for key in keys]} if keys else {}


def _parts(said, *names):
    return {name: said[name] for name in names if name in said}
