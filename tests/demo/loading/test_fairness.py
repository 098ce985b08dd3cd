"""Whenever the worked example is loaded, the consultations it publishes meet their duties."""

import datetime as dt

import pytest
from django.utils import timezone

from calendars.working_days import is_working_day
from consultations.domain.duties import standings, unmet
from consultations.domain.duties.registry import codes
from consultations.domain.lengths import length_of
from consultations.models import DutyOverride, Election
from demo.content.consultations import EXERCISES, GRANTS, STRATEGY
from demo.loading.consultations import load_consultations, page_of
from demo.loading.fairness import load_election
from demo.loading.origins import load_decision_makers
from demo.loading.people import load_people
from demo.loading.questionnaires import load_questionnaires
from demo.loading.scene import Scene
from tests.factories.consultations import make_questionnaire

pytestmark = pytest.mark.django_db

START = timezone.make_aware(dt.datetime(2026, 11, 25, 15))
# Every tenth day of two years, and each day around the holidays that move what falls on them.
DAYS = [*range(0, 730, 10), *range(25, 45), *range(120, 140), *range(270, 285)]


def test_every_published_consultation_is_ready_on_whatever_day_it_is_loaded():
    found = {}
    make_questionnaire()
    load_decision_makers(Scene(START))
    for days in DAYS:
        scene = Scene(START + dt.timedelta(days=days))
        Election.objects.all().delete()
        load_election(scene)
        for exercise in EXERCISES:
            page = page_of(exercise, scene)
            wanting = codes(unmet(page, now=scene.now)) if exercise.is_published else set()
            ends = [page.opens_at, page.closes_at or page.opens_at]
            if wanting or not all(is_working_day(timezone.localdate(end)) for end in ends):
                found[scene.today, exercise.slug] = wanting

    assert found == {}


def test_the_lengths_are_those_the_pages_speak_of():
    load_decision_makers(Scene(START))

    weeks = {page.slug: length_of(page_of(page, Scene(START))).weeks for page in (STRATEGY, GRANTS)}

    assert weeks == {STRATEGY.slug: 12, GRANTS.slug: 8}


def test_the_shorter_one_has_a_reason_with_a_name_and_a_date_of_its_time(home):
    scene = Scene(START)
    load_people(scene)
    load_questionnaires(scene)
    load_decision_makers(scene)
    load_consultations(scene)

    row = DutyOverride.objects.get()
    assert (row.consultation.slug, row.duty, str(row.by)) == (
        GRANTS.slug,
        "twelve_weeks",
        "Engagement officer",
    )
    assert row.at < row.consultation.opens_at
    assert [
        each.duty.code for each in standings(row.consultation, now=START) if each.is_unmet
    ] == []
