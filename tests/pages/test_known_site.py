"""The site of an address is kept like a page, and forgotten like one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from pages.models import HomePage, StandardPage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("page_cache")]

UNCACHED = "?not=kept"


@pytest.fixture
def page(home):
    return home.add_child(instance=StandardPage(title="Below", slug="below"))


def asked_for_the_site(client, address):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address + UNCACHED).status_code == 200
    return sum('FROM "wagtailcore_site"' in query["sql"] for query in queries)


def test_is_asked_for_once(resident, page):
    first, second = (asked_for_the_site(resident, "/below/") for _ in range(2))

    assert first
    assert not second


def test_another_home_page_is_known_at_once(
    resident, home, page, django_capture_on_commit_callbacks
):
    assert resident.get("/below/" + UNCACHED).status_code == 200
    other = Page.get_first_root_node().add_child(instance=HomePage(title="Other", slug="other"))
    other.add_child(instance=StandardPage(title="Elsewhere", slug="elsewhere"))
    with django_capture_on_commit_callbacks(execute=True):
        site = Site.objects.get(is_default_site=True)
        site.root_page = other
        site.save()

    assert resident.get("/below/" + UNCACHED).status_code == 404
    assert resident.get("/elsewhere/" + UNCACHED).status_code == 200


def test_a_server_without_a_site_says_that_nothing_is_there(resident, page):
    Site.objects.all().delete()

    assert resident.get("/below/" + UNCACHED).status_code == 404


def test_the_home_page_itself_is_read_afresh(resident, home, page):
    resident.get("/below/" + UNCACHED)
    HomePage.objects.filter(pk=home.pk).update(title="Renamed")

    assert b"Renamed" in resident.get("/" + UNCACHED).content
