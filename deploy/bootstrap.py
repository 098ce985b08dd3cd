"""From a bare Python to a running site, or to a tested one, with the standard library only.

Every file beside this one has to be readable by Python 3.6, so that an old Python is told what to
do in a sentence instead of meeting a syntax error.
"""

import errno
import os
import signal
import sys

import browser
import environment
import serving
from environment import Problem, Stopped

OLDEST = (3, 11)


def check_python(version):
    if tuple(version[:2]) < OLDEST:
        raise Problem(
            "Sounding Board needs Python {}.{} or newer and this is {}.{}; install a newer one,"
            " or name one you have: PYTHON=python3.11 make run.".format(*OLDEST, *version[:2])
        )


def run(arguments):
    return serving.run(os.environ.get("PORT") or "8000")


def test(arguments):
    environment.ensure()
    os.environ["SOUNDING_BOARD_BROWSER"] = browser.ensure()
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    environment.become(["-m", "pytest", *spread(arguments)])


def spread(arguments):
    """These arguments, with `--spread` written out: a pytest for each core, each with a database
    and files of its own, in the order in which one alone would run them (tests/conftest.py)."""
    if "--spread" not in arguments:
        return arguments
    others = [argument for argument in arguments if argument != "--spread"]
    cores = os.cpu_count() or 1
    if cores == 1:
        return others
    folders = [f"{environment.VAR}/tests/{core}" for core in range(1, cores + 1)]
    apart = ["--tx=popen//env:VAR_DIR=" + folder for folder in folders]
    return [*apart, "--dist=loadgroup", "--no-loadscope-reorder", *others]


def python(arguments):
    """Sets up, then becomes the environment's own Python."""
    environment.ensure()
    environment.become(arguments)


def clean(arguments):
    with serving.only_run():
        print("Removing .venv and var: the packages, and the demo's database, files and mail.")
        environment.remove(environment.VENV)
        environment.remove(environment.ROOT / "var")


COMMANDS = {"run": run, "test": test, "python": python, "clean": clean}


def main(arguments):
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, environment.raise_stopped)
    try:
        check_python(sys.version_info)
        command = COMMANDS.get(arguments[0] if arguments else "")
        if command is None:
            raise Problem("Name one of these after bootstrap.py: " + ", ".join(COMMANDS) + ".")
        return command(arguments[1:]) or 0
    except Problem as problem:
        return refuse(str(problem))
    except Stopped as stopped:
        refuse("Stopped before it was ready; the same command goes on from here.")
        return 128 + stopped.signal
    except OSError as error:
        return refuse(sentence_for(error))


def sentence_for(error):
    if error.errno == errno.ENOSPC:
        return "The disk is full; free about 1 GB and run the same command again."
    named = error.filename or "A file"
    return f"{named} could not be used: {error.strerror or error}."


def refuse(sentence):
    print(sentence, file=sys.stderr, flush=True)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
