"""Measures the product against its budgets: `make bench`, or with `ARGS=--quick` in two minutes.

Everything happens in a folder of its own. BENCH_DATABASE_URL names an empty database to use
instead of SQLite.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import django

from tests.performance.measuring import Meter
from tests.performance.report import report
from tests.performance.serving import HELLO, ROOT, Server


@dataclass(frozen=True)
class Sizes:
    """How much is loaded (comments) and how often each thing is asked for."""

    small: int = 2_000
    large: int = 20_000
    queue_small: int = 1_000
    home_small: int = 1_500
    waiting: int = 20_000
    requests: int = 80
    admin_requests: int = 20
    sends: int = 150
    long_sends: int = 30


QUICK = Sizes(
    small=200,
    large=2_000,
    queue_small=500,
    home_small=1_500,
    waiting=3_000,
    requests=40,
    admin_requests=8,
    sends=60,
    long_sends=8,
)


def main():
    arguments = _arguments()
    sizes = QUICK if arguments.quick else Sizes(waiting=arguments.waiting)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        _set_up(Path(folder))
        with open(Path(folder) / "server.log", "w") as log:
            try:
                rows = _measure(sizes, log)
            except RuntimeError:
                print(Path(log.name).read_text(), file=sys.stderr)
                raise
        text = report(rows, notes=_notes())
    target = ROOT / "var" / "bench.md"
    target.parent.mkdir(exist_ok=True)
    target.write_text(text)
    print(text)
    sys.exit(any(row.over for row in rows))


def _arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="Small loads, about two minutes.")
    parser.add_argument(
        "--waiting", type=int, default=Sizes.waiting, help="Comments waiting in the large queue."
    )
    return parser.parse_args()


def _set_up(folder):
    """Migrate and collect the static files, in this folder only, with the settings of the demo."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "VAR_DIR": str(folder),
        "DATABASE_URL": os.environ.get("BENCH_DATABASE_URL") or f"sqlite:///{folder}/bench.sqlite3",
        "WEB_CONCURRENCY": "1",
        "MOST_FORMS_A_MINUTE": "1000000",  # all of them come from one address
    }
    sys.path.insert(1, str(ROOT / "site"))
    commands = (["collectstatic", "--no-input"], ["migrate"])
    running = [_manage(*command, "--verbosity", "0") for command in commands]
    codes = [process.wait() for process in running]
    if any(codes):
        raise RuntimeError("The folder could not be set up.")
    django.setup()


def _manage(*arguments):
    return subprocess.Popen([sys.executable, "manage.py", *arguments], cwd=ROOT)


def _measure(sizes, log):
    from tests.performance import world
    from tests.performance.cases import Cases

    environment = dict(os.environ)
    with (
        Server(environment=environment, log=log, application=HELLO) as hello,
        Server(environment=environment, log=log) as product,
    ):
        cases = Cases(Meter(product, hello), sizes=sizes)
        small = _said(world.load, "sample-small", comments=sizes.small, seed=1)
        rows = [*cases.kept_pages(small)]
        world.let_wait(sizes.queue_small)
        queue = cases.queue()
        world.let_wait(sizes.home_small)
        home = cases.admin_home()
        large = _said(world.load, "sample-large", comments=sizes.large, seed=2)
        rows += cases.documents(small, large)
        rows += cases.sending(large)
        _said(world.let_wait, sizes.waiting)
        rows += [queue, cases.queue(before=queue), home, cases.admin_home()]
        rows.append(cases.deciding())
    return rows


def _said(act, *arguments, **options):
    print("Loading", *arguments, *options.values(), flush=True)
    return act(*arguments, **options)


def _notes():
    from django.db import connection

    return [
        f"Database: {connection.vendor}. One gunicorn process with threads (gunicorn.conf.py).",
        "A hello is the processor time of a Django view that returns “hello” under the same "
        "gunicorn, asked for in turns with what is measured.",
        "Bytes are those of the whole answer over the wire; pages past the cache are not "
        "compressed.",
    ]


if __name__ == "__main__":
    main()
