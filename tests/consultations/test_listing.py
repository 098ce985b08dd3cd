"""The list of consultations: its parts, its filters, its pages, and what it keeps to itself."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from consultations.domain.stages import record_answered
from tests.factories.consultations import DAY, make_consultation, make_index
from tests.factories.people import make_area, make_user

pytestmark = pytest.mark.django_db


def titles(page):
    return [consultation.title for consultation in page.context["consultations"]]


def make_one_of_each():
    now = timezone.now()
    make_consultation(title="Soon closed", closes_at=now + 2 * DAY)
    make_consultation(title="Open", closes_at=now + 40 * DAY)
    make_consultation(title="Standing", closes_at=None)
    make_consultation(title="Planned", opens_at=now + DAY, closes_at=None)
    past = {"opens_at": now - 20 * DAY, "closes_at": now - 10 * DAY}
    make_consultation(title="Closed", **past)
    make_consultation(title="Reported", analysis_signed_off_at=now - DAY, **past)
    record_answered(consultation=make_consultation(title="Answered", **past), at=now - DAY)


def test_its_parts_stand_in_order(resident):
    make_one_of_each()

    page = resident.get("/consultations/")

    assert [
        (part.label, [one.title for one in members]) for part, members in page.context["groups"]
    ] == [
        ("Closing soon", ["Soon closed"]),
        ("Open now", ["Open", "Standing"]),
        ("Opening soon", ["Planned"]),
        ("Closed, being read", ["Closed"]),
        ("Closed, reported", ["Reported"]),
        ("Answered", ["Answered"]),
    ]
    assert "None" not in page.content.decode()


@pytest.mark.usefixtures("indexes")
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("stage=closing", ["Soon closed"]),
        ("stage=open", ["Soon closed", "Open", "Standing"]),
        ("stage=answered", ["Answered"]),
        ("words=soon", ["Soon closed"]),
        ("words=closed&stage=closed", ["Closed"]),
        ("words=zebra", []),
    ],
)
def test_it_is_filtered_by_stage_and_words(resident, asked, found):
    make_one_of_each()

    assert titles(resident.get(f"/consultations/?{asked}")) == found


@pytest.mark.parametrize(
    "asked", ["stage=never", "area=x", "area=99", "page=x", "page=99", "words="]
)
def test_what_cannot_be_is_left_aside(resident, asked):
    make_consultation(title="Open")

    assert titles(resident.get(f"/consultations/?{asked}")) == ["Open"]


def test_a_filter_is_kept_from_page_to_page_and_from_stage_to_stage(resident):
    ward = make_area("Millbrook")
    for number in range(21):
        page = make_consultation(title=f"About trees {number}")
        page.areas = [ward]
        page.save()
    asked = f"words=trees&area={ward.pk}"

    page = resident.get(f"/consultations/?{asked}").content.decode()
    second = resident.get(f"/consultations/?{asked}&page=2")

    escaped = asked.replace("&", "&amp;")
    assert f'href="?{escaped}&amp;page=2"' in page
    assert f'href="?{escaped}&amp;stage=answered"' in page
    assert 'value="trees"' in page
    assert "21 consultations found." in page
    assert len(titles(second)) == 1


def test_an_area_that_rests_is_offered_no_more(resident):
    make_index()
    make_area("Millbrook")
    make_area("Old Ward", is_active=False)

    page = resident.get("/consultations/").content.decode()

    assert ("Millbrook (ward)" in page, "Old Ward" in page) == (True, False)


def queries_for(browser, address):
    browser.get(address)
    with CaptureQueriesContext(connection) as queries:
        browser.get(address)
    return len(queries)


def test_sixty_ask_as_much_as_one(resident):
    ward = make_area("Millbrook")
    addresses = [
        "/consultations/",
        f"/consultations/?area={ward.pk}",
        "/consultations/?words=thriving",
    ]
    make_consultation()
    for_one = [queries_for(resident, address) for address in addresses]

    for _ in range(59):
        make_consultation()
    for_sixty = [queries_for(resident, address) for address in addresses]

    assert for_sixty == for_one
    assert max(for_one) <= 14


class TestPrivate:
    """One that is only for some people is named nowhere to anybody else."""

    ADDRESSES = (
        "/",
        "/consultations/",
        "/consultations/?words=canary",
        "/consultations/feed.atom",
        "/consultations/forward-plan/",
        "/consultations/forward-plan.atom",
    )

    @pytest.fixture
    def staff(self):
        """A group that may see two private consultations, one open and one planned."""
        group = Group.objects.create(name="Pilot readers")
        now = timezone.now()
        pages = [
            make_consultation(title="Canary open"),
            make_consultation(title="Canary planned", opens_at=now + DAY, closes_at=None),
        ]
        for page in pages:
            restriction = PageViewRestriction.objects.create(
                page=page, restriction_type=PageViewRestriction.GROUPS
            )
            restriction.groups.add(group)
        return group

    def test_is_shown_to_nobody_else(self, resident, staff, stranger, signed_in):
        for browser in (resident, signed_in(stranger)):
            said = [browser.get(address).content.decode() for address in self.ADDRESSES]
            assert [
                address
                for address, text in zip(self.ADDRESSES, said, strict=True)
                if "Canary" in text
            ] == []

    def test_is_in_the_lists_of_those_it_is_for(self, staff, signed_in):
        reader = make_user("pilot")
        reader.groups.add(staff)
        browser = signed_in(reader)

        assert titles(browser.get("/consultations/")) == ["Canary open", "Canary planned"]
        assert titles(browser.get("/consultations/?words=canary")) == [
            "Canary open",
            "Canary planned",
        ]
        assert "Canary planned" in browser.get("/consultations/forward-plan/").content.decode()

    def test_list_hides_its_feeds_too(self, resident):
        make_consultation(title="Canary open")
        PageViewRestriction.objects.create(
            page=make_index(), restriction_type=PageViewRestriction.LOGIN
        )

        answers = [resident.get(address).status_code for address in self.ADDRESSES[3:]]

        assert answers == [404, 404, 404]
