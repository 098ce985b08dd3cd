"""Setting a paper with Typst: PDF/UA-1, which is tagged, titled and in a known language.

Text goes in as data (`sys.inputs`) and comes out as strings. The recipe beside this file is the
only code that Typst is given; it reads no file and asks no network.
"""

import hashlib
import json
from pathlib import Path
from threading import Lock

import typst
from django.core.cache import cache

SOURCE = (Path(__file__).with_name("draft.typ")).read_bytes()
RECIPE = hashlib.sha256(SOURCE + typst.__version__.encode()).hexdigest()[:16]
WEEK = 7 * 24 * 60 * 60
# A paper of 5,000 passages takes six seconds and 300 MB (measured): never two at the same time.
_one_at_a_time = Lock()


def set_pdf(paper):
    """The bytes of the PDF. The same paper is set once and kept for a week."""
    key = f"draft-pdf:{paper.tag}"
    pdf = cache.get(key)
    if pdf is None:
        with _one_at_a_time:
            pdf = cache.get(key) or _set(paper)
            cache.set(key, pdf, WEEK)
    return pdf


def _set(paper):
    """PDF/UA-1 where every character has a glyph; otherwise tagged all the same, and saying so.

    The standard forbids characters that cannot be shown. A machine without a font for some script
    must not keep everybody else from reading.
    """
    try:
        return _compile(paper, paper.data, standards=["ua-1"])
    except typst.TypstError:
        data = json.dumps(json.loads(paper.data) | {"is_incomplete": True})
        return _compile(paper, data, standards=[])


def _compile(paper, data, *, standards):
    return typst.compile(
        SOURCE,
        format="pdf",
        sys_inputs={"data": data},
        pdf_standards=standards,
        timestamp=int(paper.published_at.timestamp()),
    )
