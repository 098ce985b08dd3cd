"""What sets the checkout up, with real processes."""

import ast
import os
import shutil
import socket
import subprocess
import zipfile

import pytest

from tests.deploy.checkout import ROOT, bootstrap, checkout, environment


@pytest.mark.parametrize("path", sorted((ROOT / "deploy").glob("*.py")), ids=lambda path: path.name)
def test_every_file_is_readable_by_an_old_python(path):
    assert ast.parse(path.read_text(), feature_version=(3, 6))


def test_check_python_refuses_what_is_too_old(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "deploy"))
    from bootstrap import Problem, check_python

    check_python((3, 11, 0))
    with pytest.raises(Problem) as problem:
        check_python((3, 10, 99))

    assert str(problem.value) == (
        "Sounding Board needs Python 3.11 or newer and this is 3.10; install a newer one,"
        " or name one you have: PYTHON=python3.11 make run."
    )


def test_set_up_builds_again_when_an_earlier_one_was_killed(set_up):
    assert (set_up.returncode, set_up.stderr, set_up.stdout) == (
        0,
        "",
        "The environment in .venv is not whole, so it is built again.\n"
        "Installing the 1 packages of requirements.txt; this takes about a minute.\n"
        "ready\n",
    )


def test_set_up_says_nothing_when_it_was_done_before(project):
    again = bootstrap(project, "python", "-c", "print('ready')")

    assert (again.returncode, again.stderr, again.stdout) == (0, "", "ready\n")


def test_run_refuses_a_taken_port_before_it_sets_anything_up(tmp_path):
    root = checkout(tmp_path, "pip\n")
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        answer = bootstrap(root, "run", PORT=str(taken))

    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr.startswith(
        f"Port {taken} is in use by another program; stop that program,"
        " or choose another port: PORT="
    )
    assert not (root / ".venv").exists()


@pytest.mark.parametrize("written", ["eight thousand", "0", "65536"])
def test_run_refuses_a_port_that_is_none(tmp_path, written):
    answer = bootstrap(checkout(tmp_path, "pip\n"), "run", PORT=written)

    assert (answer.returncode, answer.stdout, answer.stderr) == (
        1,
        "",
        f"PORT is {written!r}; write a whole number, for example PORT=9000 make run.\n",
    )


def test_set_up_goes_on_when_the_network_is_back(project, tmp_path):
    (project / "requirements.txt").write_text("pip\nnot-yet-here==1.0\n")
    unreachable = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0"}
    cut = bootstrap(project, "python", "-c", "", PIP_NO_INDEX="0", PIP_FIND_LINKS="", **unreachable)
    with zipfile.ZipFile(tmp_path / "not_yet_here-1.0-py3-none-any.whl", "w") as wheel:
        about = "not_yet_here-1.0.dist-info"
        wheel.writestr("not_yet_here.py", "here = 'here now'")
        wheel.writestr(
            f"{about}/METADATA", "Metadata-Version: 2.1\nName: not-yet-here\nVersion: 1.0\n"
        )
        wheel.writestr(
            f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{about}/RECORD", "")

    back = bootstrap(
        project,
        "python",
        "-c",
        "import not_yet_here as it; print(it.here)",
        PIP_FIND_LINKS=tmp_path,
    )

    assert (cut.returncode, cut.stderr) == (
        1,
        "The packages could not be downloaded; check the network connection (and pip's proxy or"
        " index settings, if you use them) and run the same command again."
        " All that pip said is in var/log/packages.log.\n",
    )
    assert (back.returncode, back.stdout.splitlines()[1:]) == (0, ["here now"])


def test_make_test_hands_everything_to_pytest(project):
    variables = environment(CHROMIUM=shutil.which("true"))
    command = ["make", "test", "ARGS=tests/drafts -k 'one or two'"]
    answer = subprocess.run(command, cwd=project, env=variables, capture_output=True, text=True)

    assert (answer.returncode, answer.stdout) == (
        2,
        f"['tests/drafts', '-k', 'one or two'] {shutil.which('true')} config.settings.test\n",
    )


@pytest.mark.parametrize("arguments", ["", "ARGS=--spread -x"])
def test_make_test_spreads_the_whole_suite_over_all_cores(project, arguments):
    variables = environment(CHROMIUM=shutil.which("true"))
    command = ["make", "test", *filter(None, [arguments])]
    answer = subprocess.run(command, cwd=project, env=variables, capture_output=True, text=True)

    given = ast.literal_eval(answer.stdout.partition("]")[0] + "]")
    each = [f"--tx=popen//env:VAR_DIR={project}/var/tests/{n + 1}" for n in range(os.cpu_count())]
    asked = ["-x"] if arguments else []
    assert given == (
        [*each, "--dist=loadgroup", "--no-loadscope-reorder", *asked] if len(each) > 1 else asked
    )


def test_make_test_refuses_a_browser_that_does_not_start(project):
    answer = bootstrap(project, "test", CHROMIUM="/bin/false")

    assert (answer.returncode, answer.stdout, answer.stderr) == (
        1,
        "",
        "CHROMIUM is '/bin/false', which does not start; name a Chromium that does.\n",
    )
