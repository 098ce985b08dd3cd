"""What happened to one response, as its author may see it: one list of knots, made by every stage.

A later stage registers what it knows in its `AppConfig.ready`; the page, and whatever else shows
the trail, only ever asks here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from consultations.responses.models import Comment, Response


@dataclass(frozen=True)
class Knot:
    """One thing that happened ("done"), happens now ("now"), or is promised ("promised").

    `at` is a moment or a whole day; what has neither says so in `when`. `key` names what kind of
    knot it is. Drawn by `components/thread.html`.
    """

    key: str
    state: str
    label: str
    text: str = ""
    at: datetime | date | None = None
    when: str = ""
    url: str = ""


@dataclass(frozen=True)
class Whereabouts:
    """How one comment stands: a few words, a sentence, and where it is shown if it is.

    `public` are its answers as everybody reads them, where that is not what was written: (question,
    text). `links` are what its author can do about it: (words, address).
    """

    label: str
    text: str
    is_shown: bool = False
    url: str = ""
    public: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[str, str], ...] = ()


KnotsOf = Callable[[Response, list[Comment], datetime], list[Knot]]
WhereaboutsOf = Callable[[Response, list[Comment], datetime], dict[int, Whereabouts]]

_stages: dict[int, KnotsOf] = {}
_whereabouts: list[WhereaboutsOf] = []


def register_knots(provide: KnotsOf, *, position: int):
    """Let a stage tie its knots; stages are asked in the order of their positions."""
    _stages[position] = provide


def register_whereabouts(provide: WhereaboutsOf):
    """Let the stage that decides what is shown say how each comment stands."""
    _whereabouts.append(provide)


def trail(response, *, comments, now):
    """The knots of a response, in the order of its life."""
    return [knot for _, tie in sorted(_stages.items()) for knot in tie(response, comments, now)]


def whereabouts(response, *, comments, now):
    """How each of these comments stands, by its id."""
    found = {}
    for say in _whereabouts:
        found |= say(response, comments, now)
    return found
