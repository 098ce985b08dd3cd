"""A Chromium for the browser tests: the machine's own, else Debian's, else Playwright's."""

import os
import shutil
import subprocess
import time
from pathlib import Path

from environment import PYTHON, Problem, run_logged, say, variables

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
WHERE_PLAYWRIGHT_KEEPS_IT = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
)
PACKAGES = ["chromium", "fonts-liberation", "libatomic1"]
PATIENCE = ["-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::http::Timeout=30"]
NONE_TO_BE_HAD = "No browser was found and none could be installed (see var/log/browser.log)"


def ensure():
    """The path of a browser that starts, or "" when none can be had (the tests then say so)."""
    named = os.environ.get("CHROMIUM")
    if named:
        path = shutil.which(named)
        if starts(path):
            return path
        raise Problem(f"CHROMIUM is {named!r}, which does not start; name a Chromium that does.")
    path = driver_starts() and installed()
    if path:
        return path
    install_from_debian()
    if not driver_starts():
        return missing("Playwright cannot start (on Debian and Ubuntu it needs libatomic1)")
    return installed() or from_playwright() or missing(NONE_TO_BE_HAD)


def driver_starts():
    """Playwright brings a program of its own, which bare machines may lack a library for."""
    return starts(PYTHON, "-m", "playwright")


def installed():
    paths = (shutil.which(name) for name in NAMES)
    return next((path for path in paths if starts(path)), "")


def starts(path, *arguments):
    """Being there is not enough: Ubuntu's package only tells where the browser has gone."""
    if not path:
        return False
    try:
        answer = subprocess.run(
            [str(path), *arguments, "--version"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=60,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def install_from_debian():
    as_root = how_to_be_root()
    if as_root is None or not is_debian():
        return
    say("Installing Debian's Chromium for the browser tests; this takes a minute or two.")
    apt = [*as_root, "apt-get", *PATIENCE]
    run_when_unlocked([*apt, "update"], "browser-update.log")
    run_when_unlocked([*apt, "install", "-y", "--no-install-recommends", *PACKAGES], "browser.log")


def how_to_be_root():
    """What to put before a command; None when nothing lets this user install packages."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"]
    if (
        shutil.which("sudo")
        and subprocess.run([*sudo, "true"], stderr=subprocess.DEVNULL).returncode == 0
    ):
        return sudo
    return None


def is_debian():
    try:
        lines = Path("/etc/os-release").read_text().splitlines()
    except OSError:
        return False
    return "ID=debian" in lines and shutil.which("apt-get") is not None


def run_when_unlocked(command, log):
    """apt-get's own wait covers only one of its locks."""
    for attempt in range(20):
        _, output, _ = run_logged(command, log, DEBIAN_FRONTEND="noninteractive")
        if "Could not get lock" not in output and "Unable to lock" not in output:
            return
        if attempt == 0:
            say("Waiting for another installation on this machine to finish.")
        time.sleep(15)


def from_playwright():
    path = playwright_path()
    if starts(path):
        return path
    say("Downloading Playwright's Chromium for the browser tests.")
    run_logged([PYTHON, "-m", "playwright", "install", "chromium"], "browser.log")
    return path if starts(path) else ""


def playwright_path():
    answer = subprocess.run(
        [str(PYTHON), "-c", WHERE_PLAYWRIGHT_KEEPS_IT],
        env=variables(),
        stdout=subprocess.PIPE,
        text=True,
    )
    return answer.stdout.strip()


def missing(reason):
    say(
        f"{reason}, so the browser tests will fail; install what is missing, or name a browser:"
        " CHROMIUM=/path/to/chromium make test."
    )
    return ""
