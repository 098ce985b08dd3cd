"""Every kind of public page in every state: nothing for axe to find, and no scrolling sideways.

Each test walks its pages once, looks at each in two widths and two schemes of colour (all rules at
the opposite corners, those about colour at all four), and says at its end what is wrong where.
"""

from django.template.loader import render_to_string

from tests.browser.town import make_town
from tests.factories.people import PASSWORD


def test_reading_pages(page, inspect):
    found = {}

    for name, address in make_town().items():
        answer = page.goto(address)
        found[name] = inspect(page)
        if answer.status != (404 if name == "page that is not there" else 200):
            found[name].append(f"was answered {answer.status}")

    assert {name: lines for name, lines in found.items() if lines} == {}


def stand_in(page, template):
    """Opens a page drawn from this template, at an address of the site that has none."""
    html = render_to_string(template, {"request": None})
    page.route(f"**/{template}", lambda route: route.fulfill(content_type="text/html", body=html))
    page.goto(f"/{template}")


def test_pages_that_only_an_error_shows(page, inspect, home):
    found = {}

    for template in ("403.html", "500.html", "pages/expired_form.html"):
        stand_in(page, template)
        found[page.locator("h1").inner_text()] = inspect(page)

    assert found == {
        "You do not have access to this page.": [],
        "Something has gone wrong at our end.": [],
        "This form has been open for too long.": [],
    }


def test_pages_of_an_account(page, inspect, sign_in, stranger):
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Sign in").click()
    found = {"sign-in with errors": inspect(page)}
    sign_in(page, stranger)

    for name in ("email", "password/change", "2fa", "2fa/totp/activate", "logout"):
        page.goto(f"/accounts/{name}/")
        found[name] = inspect(page)
    page.goto("/accounts/2fa/totp/activate/")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    found["setting up a second factor"] = inspect(page)

    assert {name: lines for name, lines in found.items() if lines} == {}
    assert page.get_by_label("Authenticator code").is_visible()
