"""One command gives an empty database the pages a council begins with."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.models import GroupPagePermission, Page, Site

from consultations.models import ConsultationIndexPage
from integration.starting import start_site
from pages.models import HomePage
from people.enums import Role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_yet(db):
    """A database as migrations leave it: the suite begins with a home page."""
    HomePage.objects.get().delete()


ADDRESS = "https://consult.example.org"


def test_a_new_site_has_its_pages_and_answers_to_its_address(resident):
    made = start_site(title="Have your say", address=ADDRESS)

    site = Site.objects.get(is_default_site=True)
    assert made == ["Have your say", "Consultations", "Events", "Toolkit"]
    assert (site.hostname, site.port) == ("consult.example.org", 443)
    for address in ("/", "/consultations/", "/events/", "/toolkit/"):
        assert resident.get(address).status_code == 200


@pytest.mark.parametrize(
    ("role", "model"),
    [
        (Role.WEB_ADMINISTRATOR, HomePage),
        (Role.ENGAGEMENT_OFFICER, ConsultationIndexPage),
    ],
)
def test_the_editors_may_work_below_their_page(role, model):
    start_site(title="Have your say", address=ADDRESS)

    granted = GroupPagePermission.objects.filter(
        group=Group.objects.get(name=role), page=model.objects.get()
    )
    assert {"add_page", "change_page", "publish_page"} <= set(
        granted.values_list("permission__codename", flat=True)
    )


def test_a_second_start_changes_nothing_an_administrator_did(capsys):
    call_command("start_site", "--title", "Have your say")
    Site.objects.update(hostname="elsewhere.example.org")
    ConsultationIndexPage.objects.get().unpublish()
    pages = Page.objects.count()

    call_command("start_site", "--title", "Another name")

    assert Site.objects.get().hostname == "elsewhere.example.org"
    assert HomePage.objects.get().title == "Have your say"
    assert not ConsultationIndexPage.objects.get().live
    assert Page.objects.count() == pages
    assert "Nothing to do" in capsys.readouterr().out
