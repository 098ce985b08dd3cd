"""A pack of comments as a tagged PDF; it is set anew each time and kept nowhere."""

import json
from pathlib import Path
from threading import Lock

import typst

SOURCE = Path(__file__).with_name("pack.typ").read_bytes()
_one_at_a_time = Lock()


def pdf_of(contents, *, now):
    """The bytes of the PDF; PDF/UA-1 where every character has a glyph."""
    data = json.dumps(contents, ensure_ascii=False)
    with _one_at_a_time:
        try:
            return _compile(data, now, ["ua-1"])
        except typst.TypstError:
            return _compile(data, now, [])


def _compile(data, now, standards):
    return typst.compile(
        SOURCE,
        format="pdf",
        sys_inputs={"data": data},
        pdf_standards=standards,
        timestamp=int(now.timestamp()),
    )
