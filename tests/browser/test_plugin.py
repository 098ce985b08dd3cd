"""Which browser the tests get."""

from tests.browser.plugin import chromium_path


def test_what_make_test_found_stands_even_when_it_found_nothing(monkeypatch):
    monkeypatch.setenv("SOUNDING_BOARD_BROWSER", "")

    assert chromium_path() == ""


def test_without_make_test_the_path_is_searched(monkeypatch, tmp_path):
    monkeypatch.delenv("SOUNDING_BOARD_BROWSER", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    nothing = chromium_path()
    browser = tmp_path / "google-chrome"
    browser.touch(mode=0o755)

    assert (nothing, chromium_path()) == ("", str(browser))
