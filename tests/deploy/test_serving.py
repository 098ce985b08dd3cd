"""`make run` once everything is set up, with real processes."""

import os
import signal
import socket
import sys
import urllib.request

import pytest

from tests.deploy.checkout import bootstrap, done, eventually, is_gone, started, worker_of


def test_run_says_where_the_site_is_when_it_is_ready(project, port):
    with started(project, port) as (_, said):
        pass

    assert said == (
        "Collecting the static files.\n"
        "Preparing the database.\n"
        "Loading the demo.\n"
        "\n"
        f"Sounding Board is running at http://127.0.0.1:{port}/\n"
        "\n"
        f"  Administration   http://127.0.0.1:{port}/admin/\n"
        f"  Demo's mailbox   http://127.0.0.1:{port}/demo/mail/\n"
        "\n"
        "  Sign-ins of the demo:\n"
        "    Engagement officer: officer@example.org\n"
        "\n"
        "  The background worker writes to var/log/worker.log. Ctrl-C stops both.\n"
    )


def test_run_prepares_only_what_changed_when_it_is_run_again(project, port):
    with started(project, port):
        first = done(project)
    with started(project, port):
        second = done(project)
    (project / "static" / "site.css").write_text("body { margin: 1rem }")
    with started(project, port):
        third = done(project)
    (project / "var" / "board.sqlite3").unlink()
    with started(project, port):
        fourth = done(project)

    assert set(first[:2]) == {"collectstatic", "migrate"}  # side by side
    assert first[2:] == ["load_demo", "demo_signins", "run_huey"]
    assert second == ["run_huey"]
    assert third == ["collectstatic", "run_huey"]
    assert fourth == ["migrate", "load_demo", "demo_signins", "run_huey"]


def test_run_refuses_while_another_one_is_running(project, port):
    with started(project, port, (sys.executable, "deploy/bootstrap.py", "run")) as (first, _):
        second = bootstrap(project, "run", PORT="9000")

    assert (second.returncode, second.stdout, second.stderr) == (
        1,
        "",
        f"Sounding Board is already running in this folder, at http://127.0.0.1:{port}/;"
        f" use that one, or stop it: kill {first.pid}.\n",
    )


def test_run_starts_the_worker_again_when_it_ends(project, port):
    with started(project, port) as (process, _):
        ended = worker_of(project)
        os.kill(ended, signal.SIGKILL)
        said = process.stdout.readline()
        fresh = worker_of(project, other_than=ended)

        assert not is_gone(fresh)
    assert said == ("The background worker ended and is started again; see var/log/worker.log.\n")


def test_run_ends_with_the_server_and_its_exit_code(project, port):
    with started(project, port, (sys.executable, "deploy/bootstrap.py", "run")) as (process, _):
        worker = worker_of(project)
        with pytest.raises(OSError, match="Remote end closed"):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/end")
        said = process.stdout.read()

        assert (process.wait(), said.strip()) == (
            3,
            "The server ended by itself (exit code 3), so everything is stopped.",
        )
    assert is_gone(worker)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_run_stops_server_and_worker_when_asked_to(project, port, number):
    with started(project, port, (sys.executable, "deploy/bootstrap.py", "run")) as (process, _):
        worker = worker_of(project)
        process.send_signal(number)
        said = process.stdout.read()

        assert (process.wait(), said.strip()) == (0, "Stopping.")
    assert is_gone(worker)
    with socket.socket() as free:
        assert free.connect_ex(("127.0.0.1", port)) != 0


@pytest.mark.skipif(sys.platform != "linux", reason="Only Linux tells children of a killed parent.")
@pytest.mark.parametrize(
    "command", [("make", "run"), (sys.executable, "deploy/bootstrap.py", "run")], ids=lambda c: c[0]
)
def test_run_leaves_nothing_behind_when_it_is_killed(project, port, command):
    with started(project, port, command) as (process, _):
        worker = worker_of(project)
        process.kill()

        eventually(lambda: is_gone(worker))
        with started(project, port) as (_, said):
            assert f"Sounding Board is running at http://127.0.0.1:{port}/\n" in said
