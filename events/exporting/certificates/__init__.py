"""Certificates of attendance for everybody who came, as one PDF set with Typst (decision 6).

Names go in as data and come out as strings: the recipe beside this file is the only code.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock

import typst

SOURCE = Path(__file__).with_name("certificate.typ").read_bytes()
_one_at_a_time = Lock()


@dataclass(frozen=True)
class Person:
    """Who gets a sheet; without a name there is a line to write it on."""

    name: str
    organisation: str = ""


@dataclass(frozen=True)
class Certificates:
    people: list[Person]
    title: str
    when: str
    place: str
    council: str
    heading: str = "Certificate of attendance"
    took_part: str = "took part in"


def pdf_of(certificates: Certificates, *, at: datetime) -> bytes:
    """PDF/UA-1 where every character has a glyph; otherwise tagged all the same."""
    data = json.dumps(asdict(certificates))
    with _one_at_a_time:
        try:
            return _set(data, at, standards=["ua-1"])
        except typst.TypstError:
            return _set(data, at, standards=[])


def _set(data, at, *, standards):
    return typst.compile(
        SOURCE,
        format="pdf",
        sys_inputs={"data": data},
        pdf_standards=standards,
        timestamp=int(at.timestamp()),
    )
