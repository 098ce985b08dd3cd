import datetime as dt
from decimal import Decimal

import pytest
from django.utils.html import strip_tags
from wagtail.models import PageViewRestriction

from tests.factories.compact import make_use
from tests.factories.consultations import make_consultation
from tests.factories.toolkit import make_method, make_toolkit_index
from toolkit.domain.learning import Median
from toolkit.templatetags.learning_tags import median_in_words, use_in_words


@pytest.fixture
def method(home):
    return make_method(make_toolkit_index(home), people_min=12, people_max=60)


def text_of(resident, page):
    return " ".join(strip_tags(resident.get(page.url).content.decode().replace("<", " <")).split())


@pytest.mark.parametrize(
    ("name", "median", "words"),
    [
        (
            "people",
            Median(64, 38, 112, 3),
            "64 people: the median of 3 uses, which were from 38 to 112",
        ),
        (
            "staff_days",
            Median(2.5, 1, 4, 4),
            "2.5 days: the median of 4 uses, which were from 1 to 4",
        ),
        ("cost", Median(1500, 1500, 1500, 3), "£1,500, the same in 3 uses"),
        (
            "weeks_to_prepare",
            Median(1, 1, 2, 3),
            "1 week: the median of 3 uses, which were from 1 to 2",
        ),
    ],
)
def test_a_median_says_of_how_many_and_how_far_they_lie_apart(name, median, words):
    assert median_in_words(name, median) == words


def test_the_third_use_puts_a_median_where_the_estimate_was(method, resident):
    for people in (10, 50):
        make_use(method, people=people)
    before = text_of(resident, method)

    make_use(method, people=20, staff_days=Decimal("3.5"))

    after = text_of(resident, method)
    assert ("12 to 60 people" in before, "median" in before) == (True, False)
    assert ("12 to 60 people" in after, "These are estimates." in after) == (False, False)
    assert "How many 20 people: the median of 3 uses, which were from 10 to 50" in after
    assert "Medians are from real uses here; everything else is an estimate." in after


def test_every_use_is_told_with_its_lessons_and_its_public_consultation(method, resident):
    shown, hidden = make_consultation(title="Parks"), make_consultation(title="Secret")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    make_use(method, occasion="Older", ended_on=dt.date(2025, 1, 7), consultation=hidden)
    make_use(method, occasion="Newer", consultation=shown, lessons="Ring first.", again=True)

    text = text_of(resident, method)

    assert text.index("Newer") < text.index("Older")
    assert "Newer Ended on 2 March 2026. Parks Learned Ring first." in text
    assert ("Secret" in text, "1 of 1 who said so would do it again." in text) == (False, True)


def test_a_use_says_only_what_is_known(method):
    use = make_use(method, people=1, staff_days=Decimal("14.0"))

    assert use_in_words(use) == "1 person, 14 days of staff"
