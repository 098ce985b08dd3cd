"""A real headless Chromium for the tests marked `browser`, and what they do with it."""

import os
import shutil
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.axe import violations
from tests.browser.watching import Watch
from tests.factories.people import PASSWORD

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NONE_FOUND = (
    "The browser tests need a Chromium and found none: install one (on Debian: apt install "
    "chromium), or run them with make test, which installs it or says what stands in the way."
)
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A page that asks another host is told off by its test at once, not after a timeout.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
PATIENCE = 15_000  # milliseconds


def in_the_browser(item):
    return "chromium" in item.fixturenames


def pytest_itemcollected(item):
    if in_the_browser(item):
        item.add_marker("browser")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Puts what uses the browser last.

    Playwright keeps an event loop going in this thread from then on, which no test of asynchronous
    code would survive.
    """
    items.sort(key=in_the_browser)


def chromium_path():
    """What `make test` found, even when that is nothing; without it, what PATH has."""
    if "SOUNDING_BOARD_BROWSER" in os.environ:
        return os.environ["SOUNDING_BOARD_BROWSER"]
    return next(filter(None, map(shutil.which, NAMES)), "")


@pytest.fixture(scope="session")
def chromium():
    """The browser program, started once."""
    path = chromium_path()
    if not path:
        pytest.fail(NONE_FOUND, pytrace=False)
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Django refuses its database where an event loop runs, and Playwright's runs in this very
        # thread although nothing here is asynchronous.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = playwright.chromium.launch(executable_path=path, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def watches():
    """One for each browser that a test opened, by its context."""
    return {}


@pytest.fixture
def open_page(chromium, live_server, watches):
    """Opens a page in a browser of its own, with its own cookies: `open_page(width=320)`.

    The test fails at its end when anything went wrong behind a page's back, see `Watch`.
    """

    def open_one(*, width=1280, height=900, scheme="light", javascript=True):
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=javascript,
            reduced_motion="reduce",
            locale="en-GB",
            timezone_id="Europe/London",
        )
        context.set_default_timeout(PATIENCE)
        watches[context] = Watch(context, host=urlsplit(live_server.url).netloc)
        return context.new_page()

    yield open_one
    for context in watches:
        for page in context.pages:
            page.goto("about:blank")  # what was said last is heard before the browser is closed
        context.close()
    faults = [fault for watch in watches.values() for fault in watch.not_allowed]
    assert faults == []


@pytest.fixture
def page(open_page):
    """A page of 1280 pixels in light colours, with JavaScript."""
    return open_page()


@pytest.fixture
def allow(watches):
    """Lets a fault pass in this test: `allow(page, "words of it", because="…")`."""

    def let_pass(page, words, *, because):
        watches[page.context].allow(words, because=because)

    return let_pass


@pytest.fixture
def sign_in():
    """Through the real form: `sign_in(page, officer)`."""

    def through_the_form(page, user):
        page.goto("/accounts/login/")
        page.get_by_label("Email").fill(user.email)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()

    return through_the_form


@pytest.fixture
def axe():
    """What axe finds wrong on a page, a line each: `axe(page)`."""
    return violations
