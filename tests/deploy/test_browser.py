"""Which browser the tests get, with programs that start and programs that do not."""

import pytest

from tests.deploy.checkout import ROOT


@pytest.fixture
def browser(monkeypatch, tmp_path):
    """The module, on a machine whose programs are those in the test's own folder."""
    monkeypatch.syspath_prepend(str(ROOT / "deploy"))
    monkeypatch.setenv("PATH", str(tmp_path))
    import browser

    return browser


def program(path, *, exit_code):
    path.write_text(f"#!/bin/sh\nexit {exit_code}\n")
    path.chmod(0o755)
    return str(path)


def test_installed_passes_over_a_browser_that_does_not_start(browser, tmp_path):
    program(tmp_path / "chromium", exit_code=1)
    works = program(tmp_path / "google-chrome", exit_code=0)

    assert browser.installed() == works


def test_installed_is_empty_when_no_browser_starts(browser, tmp_path):
    program(tmp_path / "chromium", exit_code=1)

    assert browser.installed() == ""


def test_ensure_takes_the_browser_that_is_named(browser, monkeypatch, tmp_path):
    program(tmp_path / "chromium", exit_code=0)
    named = program(tmp_path / "my browser", exit_code=0)
    monkeypatch.setenv("CHROMIUM", named)

    assert browser.ensure() == named


def test_ensure_refuses_a_named_browser_that_does_not_start(browser, monkeypatch, tmp_path):
    monkeypatch.setenv("CHROMIUM", program(tmp_path / "broken", exit_code=1))

    with pytest.raises(browser.Problem, match="which does not start; name a Chromium that does"):
        browser.ensure()
