"""Rows with their budgets, as a table for people."""

import os
import platform
from dataclasses import dataclass
from datetime import datetime

HEADINGS = ("work", "hellos", "queries", "growth", "bytes", "ms (p50)", "budget", "kept")


@dataclass(frozen=True)
class Budget:
    """The most that is allowed; None where nothing is promised."""

    hellos: float | None = None
    queries: int | None = None
    growth: float | None = None
    seconds: float | None = None

    def __str__(self):
        parts = [
            f"≤ {self.hellos:g} hellos" if self.hellos is not None else "",
            f"≤ {self.queries} queries" if self.queries is not None else "",
            f"≤ {self.growth:g} × the smaller load" if self.growth is not None else "",
            f"≤ {self.seconds:g} s" if self.seconds is not None else "",
        ]
        return ", ".join(part for part in parts if part) or "–"


@dataclass(frozen=True)
class Row:
    """One measured piece of work; `growth` is its cost divided by that under the smaller load."""

    work: str
    budget: Budget
    hellos: float | None = None
    queries: int | None = None
    growth: float | None = None
    size: int | None = None
    milliseconds: float | None = None

    @property
    def over(self):
        """The names of the budgets that are not kept."""
        seconds = None if self.milliseconds is None else self.milliseconds / 1000
        measured = {
            "hellos": self.hellos,
            "queries": self.queries,
            "growth": self.growth,
            "seconds": seconds,
        }
        return [
            name
            for name, value in measured.items()
            if getattr(self.budget, name) is not None
            and (value is None or value > getattr(self.budget, name))
        ]

    def cells(self):
        return (
            self.work,
            _shown(self.hellos, ".1f"),
            _shown(self.queries, "d"),
            _shown(self.growth, ".2f"),
            _shown(self.size, ",d"),
            _shown(self.milliseconds, ".1f"),
            str(self.budget),
            f"no: {', '.join(self.over)}" if self.over else "yes",
        )


def table(rows):
    lines = [HEADINGS, ["---"] * len(HEADINGS), *(row.cells() for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def report(rows, *, notes):
    """The whole report in Markdown."""
    now = datetime.now().astimezone()
    about = [
        f"Measured on {now:%d %B %Y at %H:%M}, {machine()}.",
        *notes,
    ]
    return "\n".join(["# Benchmark", "", *(f"- {line}" for line in about), "", table(rows), ""])


def machine():
    """What it ran on, and how busy that was."""
    cores = os.cpu_count()
    return (
        f"{cores} cores {_processor()}, load {os.getloadavg()[0]:.1f}, "
        f"Python {platform.python_version()}"
    )


def _processor():
    with open("/proc/cpuinfo") as lines:
        names = [line.partition(": ")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _shown(value, form):
    return "–" if value is None else format(value, form)
