"""What is somebody's own, on one page of their account: each app says what it holds of theirs.

An app registers its shelf in `AppConfig.ready`; the page only ever asks here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from people.models import User

MOST = 50  # newest things on one shelf


@dataclass(frozen=True)
class Thing:
    """`url` leads to it; where opening it lets somebody in, it `opens_by_post`."""

    title: str
    text: str
    url: str
    opens_by_post: bool = False


@dataclass(frozen=True)
class Shelf:
    """At most `MOST` things, the newest first; `none` is said where there are none."""

    title: str
    things: list[Thing]
    none: str
    count: int

    @property
    def has_more(self):
        return self.count > len(self.things)


ShelfOf = Callable[[User, datetime], Shelf]

_shelves: dict[int, ShelfOf] = {}


def register_shelf(provide: ShelfOf, *, position: int):
    """Let an app say what it holds of a person; shelves stand in the order of their positions."""
    _shelves[position] = provide


def shelves_of(user, *, now):
    return [provide(user, now) for _, provide in sorted(_shelves.items())]
