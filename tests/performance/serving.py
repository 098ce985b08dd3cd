"""A gunicorn of our own, with the product's settings, and the processor time its workers used."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TICK = 1 / os.sysconf("SC_CLK_TCK")
HELLO = "tests.performance.hello:application"
PATIENCE = 60


class Server:
    """A running gunicorn on a free port; `application` is the product when left out."""

    def __init__(self, *, environment, log, application=""):
        self.port = _free_port()
        command = [sys.executable, "-m", "gunicorn", "--config", str(ROOT / "gunicorn.conf.py")]
        self.process = subprocess.Popen(
            [*command, *([application] if application else [])],
            cwd=ROOT,
            env=environment | {"BIND": f"127.0.0.1:{self.port}"},
            stdout=log,
            stderr=log,
        )

    def __enter__(self):
        end = time.monotonic() + PATIENCE
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > end:
                self.stop()
                raise RuntimeError("The server did not start; see its log.")
            time.sleep(0.1)
        return self

    def __exit__(self, *error):
        self.stop()

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=30)

    def workers(self):
        pid = self.process.pid
        return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()

    def processor_seconds(self):
        """What all workers have used since they started, in user and system mode."""
        return sum(_ticks(pid) for pid in self.workers()) * TICK

    def _answers(self):
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return bool(self.workers())


def _ticks(pid):
    # The second field is the command in brackets; user and system time are the 14th and 15th.
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
