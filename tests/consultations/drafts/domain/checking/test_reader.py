import pytest

from consultations.drafts.domain.checking.reader import check_reader
from tests.consultations.drafts.domain.checking.texts import codes, document

COMPLETE = (
    "What would you change? The consultation closes on 26 September 2026.",
    "Write to strategy@thurrock.gov.uk. We considered two other options, and rejected both.",
)


def missing(*texts):
    return [code.partition(".")[2] for code in codes(check_reader(document(*texts)))]


def test_a_text_with_everything_a_reader_needs():
    assert missing(*COMPLETE) == []


def test_a_text_with_nothing_a_reader_needs():
    assert missing("Trees are good.") == [
        "no_question",
        "no_dates",
        "no_contact",
        "no_alternatives",
    ]


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Do you agree with this?", True),
        ("Tell us what we have missed.", True),
        ("We would welcome your views.", True),
        ("What have we missed?", True),
        ("The Third Sector? Or Civil Society?", False),
        ("Why a strategy?", False),
        ("It is for you.", False),
    ],
)
def test_a_question_to_the_reader_speaks_to_the_reader(text, asks):
    assert ("no_question" not in missing(text)) is asks


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Responses are due by 3 May.", True),
        ("The deadline is 03/05/2026.", True),
        ("Consultation is held in July and August 2010.", False),
        ("The survey was in 2008.", False),
        ("The beta was released on 13 March.", False),
    ],
)
def test_dates_are_days_on_which_people_can_answer(text, says):
    assert ("no_dates" not in missing(text)) is says


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We looked at three other options.", True),
        ("Doing nothing would close halls.", True),
        ("Option B costs more.", True),
        ("There is no alternative format.", False),
        ("Government finds different delivery models.", False),
    ],
)
def test_alternatives_are_options_that_were_looked_at(text, names):
    assert ("no_alternatives" not in missing(text)) is names
