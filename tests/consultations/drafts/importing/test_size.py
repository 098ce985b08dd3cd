"""A document of five thousand paragraphs is read within what a web request may take."""

import subprocess
import sys
from pathlib import Path

import pytest

from consultations.drafts.importing import Kind, Outline, Passage, Section

from .samples import WRITERS

ROOT = Path(__file__).parents[4]
SECTIONS, PASSAGES = 10, 500
MOST_MEGABYTES = 200
MOST_SECONDS = 10  # of a processor, so that a busy machine changes nothing
# getrusage() of a new process counts from what its parent held; Linux knows the process's own.
MEASURE = """
import resource, sys, time
from pathlib import Path
def peak():
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return next(int(l.split()[1]) for l in status.read_text().split("\\n") if l.startswith("VmHWM"))
sys.path[:0] = [sys.argv[2], sys.argv[2] + "/site"]
from consultations.drafts.importing import read
before, started = peak(), time.process_time()
outline = read(Path(sys.argv[1]))
used = peak() - before
passages = sum(len(section.passages) for section in outline.sections)
print(passages, time.process_time() - started, used / 1024)
"""


def large() -> Outline:
    return Outline(
        "Our plan",
        tuple(
            Section(
                f"Part {number}",
                tuple(
                    Passage(
                        Kind.PARAGRAPH,
                        f"Tree {place} of part {number} gives shade to those who walk below it, "
                        "and the council asks everybody in the street where the next one goes.",
                    )
                    for place in range(PASSAGES)
                ),
            )
            for number in range(1, SECTIONS + 1)
        ),
    )


@pytest.mark.parametrize("name", WRITERS)
def test_five_thousand_paragraphs_are_read_in_time_and_in_little_memory(name, tmp_path):
    path = tmp_path / name
    path.write_bytes(WRITERS[name](large()))

    measured = subprocess.run(
        [sys.executable, "-c", MEASURE, str(path), str(ROOT)],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()

    passages, seconds, megabytes = (float(figure) for figure in measured)
    assert passages == SECTIONS * PASSAGES
    assert seconds < MOST_SECONDS
    assert megabytes < MOST_MEGABYTES
