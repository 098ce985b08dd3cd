"""The page that gives words back when they could not be taken. No test here has a database."""

import re

import pytest

from consultations.responses.views.commenting import comment

ADDRESS = "/consultations/c/respond/consultation/"
WORDS = "Ring us <before> ten.\nAnd say “please”."


@pytest.fixture
def page(rf):
    """What an expired token is answered with, without a query."""
    request = rf.post(ADDRESS, {"q_1": WORDS, "q_2": "agree", "csrfmiddlewaretoken": "old"})
    return comment.give_back(request).content.decode()


def test_every_answer_is_in_the_form_that_sends_it_again(page):
    sent = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))

    assert {name: sent.get(name) for name in ("q_1", "q_2")} == {
        "q_1": "Ring us &lt;before&gt; ten.\nAnd say “please”.",
        "q_2": "agree",
    }
    assert sent["csrfmiddlewaretoken"] not in ("", "old")


def test_the_form_goes_to_the_same_address_with_its_first_moment(page):
    assert (
        f'action="{ADDRESS}"' in page,
        bool(re.search(r'"first_attempt" value="\S+"', page)),
    ) == (
        True,
        True,
    )


def test_long_words_stand_in_a_box_to_copy(page):
    (box,) = re.findall(r"<textarea[^>]*readonly>\n(.*?)</textarea>", page, re.S)

    assert box == "Ring us &lt;before&gt; ten.\nAnd say “please”."
