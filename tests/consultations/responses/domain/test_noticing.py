"""Words that deserve a gentle word: found where they are meant, and not in ordinary answers."""

import pytest

from consultations.responses.domain.noticing import notices
from consultations.responses.enums import Notice


@pytest.mark.parametrize(
    "text",
    [
        "Ring me on 01632 960 440.",
        "07700 900123 any time",
        "+44 7700 900123",
        "(01632) 960440",
        "Write to amina.o@example.org please",
        "The flat at RM17 6SL is damp",
        "My number is QQ 12 34 56 C".replace("QQ", "AB"),
    ],
)
def test_personal_details_are_noticed(text):
    assert notices(text) == [Notice.PERSONAL]


@pytest.mark.parametrize(
    "text",
    [
        "I want to die.",
        "he hits me and nobody comes",
        "She is being abused at home",
        "I have been SUICIDAL since the centre closed",
        "I’m scared to go home",
    ],
)
def test_a_cry_for_help_is_noticed(text):
    assert notices(text) == [Notice.URGENT]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "In 2009 some 1,250 groups shared £1 200 000 in 36 months.",
        "Section 2.14 and NI7 say 10 components.",
        "The deadline of 27/03/2010 kills small groups.",
        "Funding should be cut by 0.5 per cent over 2010-2013.",
        "The ISO 9001 mark, GB-CHC-1012345.",
        "He hit the nail on the head.",
        "Abuse of the grants system is rare.",
    ],
)
def test_ordinary_answers_are_left_alone(text):
    assert notices(text) == []


def test_both_are_said_the_urgent_first():
    assert notices("I want to die. 01632 960440") == [Notice.URGENT, Notice.PERSONAL]
