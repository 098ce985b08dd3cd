"""Precision and recall of the screening on texts that did not shape it."""

import json
import re
from collections import Counter
from pathlib import Path

from consultations.moderation.domain.screening import Kind, screen

HELD_OUT = Path(__file__).with_name("held_out.txt")
MARK = re.compile(r"\{(\w+)\|([^}]*)\}")


def held_out():
    """(text, [(kind, start, end)]) for each line."""
    for line in HELD_OUT.read_text().splitlines():
        if line and not line.startswith("#"):
            yield read_marks(line)


def read_marks(line):
    text, expected, last = "", [], 0
    for match in MARK.finditer(line):
        text += line[last : match.start()]
        expected.append((Kind(match[1]), len(text), len(text) + len(match[2])))
        text += match[2]
        last = match.end()
    return text + line[last:], expected


def measure(texts):
    """Counter of (kind, "found" | "missed" | "false"). Found is a hit that overlaps the mark."""
    score, faults = Counter(), []
    for text, expected in texts:
        hits = screen(text)
        for kind, start, end in expected:
            is_found = any(h.kind == kind and h.start < end and start < h.end for h in hits)
            score[kind, "found" if is_found else "missed"] += 1
            if not is_found:
                faults.append(f"missed {kind}: {text}")
        for hit in hits:
            is_right = any(hit.kind == k and hit.start < e and s < hit.end for k, s, e in expected)
            if not is_right:
                score[hit.kind, "false"] += 1
                faults.append(f"false {hit.kind}: {text[hit.start : hit.end]!r} in {text[:90]}")
    return score, faults


def rates(score):
    """(kind, n marked, precision, recall) a line, and the whole at the end."""
    for kind in [*Kind, None]:
        found, missed, false = (
            sum(n for (k, what), n in score.items() if what == name and kind in (None, k))
            for name in ("found", "missed", "false")
        )
        marked, hits = found + missed, found + false
        yield (
            kind or "all",
            marked,
            found / hits if hits else None,
            found / marked if marked else None,
        )


def answers_of_others(folder):
    """Texts of a data set of ours that nobody marked: every hit is looked at by hand."""
    for line in (Path(folder) / "responses.jsonl").read_text().splitlines():
        yield json.loads(line)["response"], []
