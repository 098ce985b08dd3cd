"""A plan as a tagged PDF, set with Typst (docs/decisions/0006).

Text goes in as data and comes out as strings: the recipe beside this file is the only code.
"""

import json
from dataclasses import asdict
from datetime import UTC, datetime, time
from pathlib import Path
from threading import Lock

import typst

from toolkit.exporting.paper import Paper

SOURCE = (Path(__file__).with_name("plan.typ")).read_bytes()
_one_at_a_time = Lock()


def pdf_of(paper: Paper) -> bytes:
    """PDF/UA-1 where every character has a glyph; otherwise tagged all the same."""
    content = asdict(paper)
    content.pop("saved_on")
    data = json.dumps(content)
    with _one_at_a_time:
        try:
            return _set(paper, data, standards=["ua-1"])
        except typst.TypstError:
            return _set(paper, data, standards=[])


def _set(paper, data, *, standards):
    moment = datetime.combine(paper.saved_on, time.min, tzinfo=UTC)
    return typst.compile(
        SOURCE,
        format="pdf",
        sys_inputs={"data": data},
        pdf_standards=standards,
        timestamp=int(moment.timestamp()),
    )
