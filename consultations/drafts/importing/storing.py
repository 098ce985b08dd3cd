"""An `Outline` as JSON and back, whatever fields its parts have by then.

Each part is told by its class's name and the fields that differ from their defaults, so that a
field added later, and the bytes of a picture, come back as they were. What a later release no
longer has is left out; what it has added gets its default.
"""

import base64
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum

from . import outline as parts
from .outline import Outline

VERSION = 1
CLASS, VALUE, BYTES, PAIRS = "@", "=", "@bytes", "@pairs"
KNOWN = {
    name: found
    for name, found in vars(parts).items()
    if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum))
}


class UnknownFormat(Exception):
    """Stored by a later release than this one."""


def as_json(outline: Outline) -> dict:
    return {"version": VERSION, "outline": encode(outline)}


def from_json(stored: dict) -> Outline:
    """Raises UnknownFormat."""
    if stored.get("version") != VERSION:
        raise UnknownFormat(stored.get("version"))
    return decode(stored["outline"])


def encode(value):
    if isinstance(value, Enum):
        return {CLASS: _name(value), VALUE: value.value}
    if is_dataclass(value):
        told = {
            field.name: encode(getattr(value, field.name))
            for field in fields(value)
            if field.default is MISSING or getattr(value, field.name) != field.default
        }
        return {CLASS: _name(value), **told}
    if isinstance(value, bytes):
        return {BYTES: base64.b64encode(value).decode("ascii")}
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    if isinstance(value, dict):
        return {PAIRS: [[encode(key), encode(item)] for key, item in value.items()]}
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"An outline holds no {type(value).__name__}.")


def decode(stored):
    if isinstance(stored, list):
        return tuple(decode(item) for item in stored)
    if not isinstance(stored, dict):
        return stored
    if BYTES in stored:
        return base64.b64decode(stored[BYTES])
    if PAIRS in stored:
        return {decode(key): decode(item) for key, item in stored[PAIRS]}
    made_by = KNOWN[stored[CLASS]]
    if VALUE in stored:
        return made_by(stored[VALUE])
    names = {field.name for field in fields(made_by)} & stored.keys()
    return made_by(**{name: decode(stored[name]) for name in names})


def _name(value):
    name = type(value).__name__
    if KNOWN.get(name) is not type(value):
        raise TypeError(f"An outline holds no {name}: its parts are those of outline.py.")
    return name
