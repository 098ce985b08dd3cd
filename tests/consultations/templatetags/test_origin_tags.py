"""What people told before, where it was taken up, and what a section rests on."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from consultations.domain.stages import record_answered
from consultations.models import ConsultationPage, EarlierExercise, Evidence
from tests.factories.consultations import (
    DAY,
    make_consultation,
    make_published_draft,
    passages_of,
)
from tests.factories.outcomes import make_closed_consultation, make_outcome
from tests.factories.people import make_area

pytestmark = pytest.mark.django_db


@pytest.fixture
def earlier():
    return make_closed_consultation(slug="earlier", title="What should grants achieve?")


@pytest.fixture
def later():
    return make_consultation(slug="later", title="A thriving sector")


def build(page, *rows):
    page.builds_on = list(rows)
    page.save_revision().publish()


def rest(page, *rows):
    page.evidence = [Evidence(finding="8.8% say yes.", **row) for row in rows]
    page.save_revision().publish()


def text_of(browser, page):
    return " ".join(browser.get(page.url).content.decode().split())


class TestToldBefore:
    def test_is_said_on_the_later_page_and_taken_up_on_the_earlier_one(
        self, resident, earlier, later
    ):
        build(
            later,
            EarlierExercise(earlier=earlier, said="Less paper\nMore time", came_of_it="Two pages."),
            EarlierExercise(title="Research", held_on=dt.date(2009, 10, 15), said="One way"),
        )

        text, before = text_of(resident, later), text_of(resident, earlier)

        assert "What you already told us" in text
        assert '<a href="/consultations/earlier/">What should grants achieve?</a>' in text
        assert "<li>Less paper</li><li>More time</li>" in text
        assert "15 October 2009" in text
        assert text.index("Less paper") < text.index("Research")
        assert (
            'This was taken up in <a href="/consultations/later/">A thriving sector</a>.' in before
        )

    def test_leads_to_the_outcome_once_there_is_one(self, resident, earlier, later):
        build(later, EarlierExercise(earlier=earlier))
        outcome = make_outcome(earlier)
        assert "Read what came of" not in text_of(resident, later)

        record_answered(consultation=earlier, at=timezone.now())
        type(outcome).objects.filter(pk=outcome.pk).update(live=True)

        assert 'href="/consultations/earlier/outcome/"' in text_of(resident, later)

    def test_names_nothing_that_is_hidden_in_either_direction(self, resident, earlier, later):
        build(later, EarlierExercise(earlier=earlier, said="Canary"))
        for hidden, shown in ((earlier, later), (later, earlier)):
            restriction = PageViewRestriction.objects.create(
                page=hidden, restriction_type=PageViewRestriction.LOGIN
            )
            text = text_of(resident, shown)
            assert ("Canary" in text, hidden.title in text) == (False, False)
            restriction.delete()
            hidden.unpublish()
            text = text_of(resident, shown)
            assert ("Canary" in text, hidden.title in text) == (False, False)
            ConsultationPage.objects.filter(pk=hidden.pk).update(live=True)

    def test_of_one_that_never_closes_has_no_date(self, resident, later):
        standing = make_consultation(title="Any time", closes_at=None)
        build(later, EarlierExercise(earlier=standing))

        text = text_of(resident, later)

        assert ("Still open" in text, "None" in text) == (True, False)

    def test_keeps_to_itself_what_html_it_holds(self, resident, later):
        build(
            later,
            EarlierExercise(
                title="<b>Research</b>", held_on=dt.date(2009, 1, 1), said="<script>x</script>"
            ),
        )

        text = text_of(resident, later)

        assert ("<script>x" in text, "<b>Research" in text) == (False, False)


class TestPapers:
    def test_lead_to_the_places_they_informed_and_back(self, resident):
        draft = make_published_draft(make_consultation(slug="open"))
        page = ConsultationPage.objects.get(slug="open")
        first, second = passages_of(draft)[1], passages_of(draft)[4]
        rest(
            page,
            {
                "title": "The survey",
                "link": "https://example.org/survey",
                "published_on": dt.date(2010, 6, 1),
                "who": "CVS",
                "informed": f"{first.number}, {second.block_id}, 2, 9.9",
            },
        )

        text = text_of(resident, page)
        sections = [text_of(resident, section) for section in draft.sections()]

        assert 'id="paper-the-survey"' in text
        assert '<a href="https://example.org/survey">The survey</a>' in text
        assert "CVS, 1 June 2010" in text
        for passage in (first, second):
            assert f'{passage.section.url}#{passage.anchor}">passage {passage.number}</a>' in text
        assert ">section 2</a>" in text
        for section, passage in zip(sections, (first, second), strict=True):
            assert "What this section rests on" in section
            assert 'href="/consultations/open/#paper-the-survey"' in section
            assert f'<a href="#{passage.anchor}">{passage.number}</a>' in section

    def test_of_other_sections_are_not_named(self, resident):
        draft = make_published_draft()
        rest(draft.consultation, {"title": "The survey", "informed": "2.1"})

        assert "rests on" not in text_of(resident, draft.sections().first())

    def test_cost_a_section_as_much_for_many_as_for_one(self, resident):
        draft = make_published_draft(sections=1, passages=9)
        page = draft.consultation
        section = draft.sections().first()
        counts = []
        for papers in (1, 9):
            rest(
                page,
                *({"title": f"P{n}", "informed": f"1.{n}, 1"} for n in range(1, papers + 1)),
            )
            resident.get(section.url)
            with CaptureQueriesContext(connection) as queries:
                resident.get(section.url)
            counts.append(len(queries))

        assert counts[0] == counts[1]


def test_a_consultation_asks_as_much_for_many_origins_as_for_one(resident):
    draft = make_published_draft()
    page = draft.consultation
    counts = []
    for number in (1, 3):
        page = ConsultationPage.objects.get(pk=page.pk)
        page.areas = [make_area(f"Area {number} {n}") for n in range(number)]
        page.evidence = [
            Evidence(title=f"P{n}", finding="F", informed=f"1.{n}, 1") for n in range(1, number + 1)
        ]
        page.builds_on = [
            EarlierExercise(earlier=make_closed_consultation()) for _ in range(number)
        ]
        page.save_revision().publish()
        resident.get(page.url)
        with CaptureQueriesContext(connection) as queries:
            resident.get(page.url)
        counts.append(len(queries))

    assert counts[0] == counts[1]
    assert counts[0] <= 34


def test_an_editor_sees_origins_in_a_preview_before_they_are_saved(later):
    later.builds_on = [
        EarlierExercise(title="Research", held_on=dt.date(2009, 1, 1), said="Hear us")
    ]
    later.evidence = [Evidence(title="The survey", finding="8.8% say yes.", anchor="x")]

    text = later.make_preview_request().content.decode()

    assert ("Hear us" in text, "8.8% say yes." in text) == (True, True)


def test_areas_stand_at_a_glance(resident, later):
    assert "All of the borough" in text_of(resident, later)
    later.areas = [make_area("Millbrook"), make_area("Marsh End")]
    later.save_revision().publish()

    assert "Marsh End, Millbrook" in text_of(resident, later)


@pytest.mark.parametrize("opens_in", [-1, 1])
def test_a_standing_consultation_says_nothing_of_a_closing(resident, opens_in):
    page = make_consultation(opens_at=timezone.now() + opens_in * DAY, closes_at=None)

    text = text_of(resident, page)

    assert ("None" in text, "Closes" in text, "It has no closing date." in text) == (
        False,
        False,
        True,
    )
    assert ("thread__item--now" in text) is (opens_in < 0)
