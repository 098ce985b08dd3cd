"""The web server and the background worker, started together and stopped together."""

import contextlib
import errno
import fcntl
import http.client
import os
import signal
import socket
import subprocess
import time

import environment
from environment import LOGS, PYTHON, ROOT, VAR, Problem, Stopped, die_with_parent, say, shown
from preparing import prepare

HOST = "127.0.0.1"
PARENT = os.getppid()
WORKER_LOG = LOGS / "worker.log"
SECONDS_TO_ANSWER = 90
SECONDS_TO_STOP = 10
SECONDS_BETWEEN_STARTS = 10


def run(port_text):
    """Sets everything up and serves until stopped; gives the exit code."""
    port = read_port(port_text)
    with only_run(f", at {address(port)}"):
        refuse_taken(port)
        environment.ensure()
        sign_ins = prepare()
        refuse_taken(port)
        return serve(port, sign_ins)


def read_port(text):
    if not text.isdigit() or not 1 <= int(text) <= 65535:
        raise Problem(f"PORT is {text!r}; write a whole number, for example PORT=9000 make run.")
    return int(text)


def address(port):
    return f"http://{HOST}:{port}/"


@contextlib.contextmanager
def only_run(about=""):
    """The system lets the lock go when this process ends, however it ends."""
    VAR.mkdir(parents=True, exist_ok=True)
    with (VAR / "run.lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            where, _, process = lock.read().strip().rpartition(" ")
            raise Problem(
                f"Sounding Board is already running in this folder{where};"
                f" use that one, or stop it: kill {process}."
            ) from None
        lock.truncate(0)
        lock.write(f"{about} {os.getpid()}")
        lock.flush()
        yield


def refuse_taken(port):
    if is_free(port):
        return
    other = next((number for number in (9000, *range(8001, 8100)) if is_free(number)), 9000)
    raise Problem(
        f"Port {port} is in use by another program; stop that program,"
        f" or choose another port: PORT={other} make run."
    )


def is_free(port):
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((HOST, port))
        except OSError as error:
            if error.errno == errno.EACCES:
                raise Problem(
                    f"Port {port} needs an administrator; choose another: PORT=9000 make run."
                ) from None
            return False
    # macOS lets a second program bind what a first one holds on all addresses.
    with socket.socket() as tried:
        return tried.connect_ex((HOST, port)) != 0


def start(arguments, output=None, **more_variables):
    return subprocess.Popen(
        [str(PYTHON), *arguments],
        cwd=str(ROOT),
        env=dict(environment.variables(), **more_variables),
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT if output else None,
        preexec_fn=die_with_parent,
    )


def serve(port, sign_ins):
    public = os.environ.get("PUBLIC_URL") or address(port).rstrip("/")
    server = start(
        ["-m", "gunicorn", "--log-level", "warning"], BIND=f"{HOST}:{port}", PUBLIC_URL=public
    )
    # It starts when the site answers, since both at once would make the site wait.
    worker = Worker(PUBLIC_URL=public)
    try:
        if answers(server, port):
            announce(port, sign_ins)
        while server.poll() is None:
            worker.keep_alive()
            stop_without_make()
            time.sleep(0.2)
    except Stopped:
        say("Stopping.")
        return 0
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        stop(server, signal.SIGTERM)
        if worker.process:
            stop(worker.process, signal.SIGINT)
    say(f"The server ended by itself (exit code {exit_code(server)}), so everything is stopped.")
    return exit_code(server)


def stop_without_make():
    """A make that is killed outright cannot say so, but its child then gets a new parent."""
    if "MAKELEVEL" in os.environ and os.getppid() != PARENT:
        raise Stopped(signal.SIGTERM)


def exit_code(process):
    """As a shell gives it: 128 and the number of the signal that ended the process."""
    return process.returncode if process.returncode >= 0 else 128 - process.returncode


def answers(server, port):
    """True as soon as any page comes back; False when the server ends or stays silent."""
    deadline = time.monotonic() + SECONDS_TO_ANSWER
    while server.poll() is None and time.monotonic() < deadline:
        connection = http.client.HTTPConnection(HOST, port, timeout=SECONDS_TO_ANSWER)
        try:
            connection.request("GET", "/")
            connection.getresponse()
            return True
        except (OSError, http.client.HTTPException):
            time.sleep(0.1)
        finally:
            connection.close()
    return False


def announce(port, sign_ins):
    site = address(port)
    say(f"\nSounding Board is running at {site}\n")
    say(f"  Administration   {site}admin/")
    say(f"  Demo's mailbox   {site}demo/mail/")
    say("\n  Sign-ins of the demo:")
    for line in sign_ins:
        say(f"    {line}".rstrip())
    say(f"\n  The background worker writes to {shown(WORKER_LOG)}. Ctrl-C stops both.\n")


class Worker:
    """The consumer of background jobs: started again whenever it ends, and told of once."""

    def __init__(self, **more_variables):
        self.variables = more_variables
        self.log = WORKER_LOG.open("wb")
        self.told = False
        self.process = None

    def start(self):
        self.started = time.monotonic()
        self.process = start(["manage.py", "run_huey"], self.log, **self.variables)

    def keep_alive(self):
        """The first time at once; one that cannot stay up is then tried every ten seconds."""
        if self.process is None:
            self.start()
        if self.process.poll() is None:
            return
        if not self.told:
            say(f"The background worker ended and is started again; see {shown(WORKER_LOG)}.")
        if not self.told or time.monotonic() - self.started >= SECONDS_BETWEEN_STARTS:
            self.told = True
            self.start()


def stop(process, polite):
    """First the wish to end, which lets work in hand be finished, then the order."""
    for number in (polite, signal.SIGTERM, signal.SIGKILL):
        if process.poll() is not None:
            return
        process.send_signal(number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(SECONDS_TO_STOP)
