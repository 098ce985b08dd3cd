"""How long it takes: about so many minutes, at a named rate."""

import pytest

from consultations.drafts.domain.reading import (
    WORDS_A_MINUTE,
    minutes,
    time_in_words,
    words_by_section,
)
from consultations.drafts.importing.outline import Kind, Outline, Passage, Section
from consultations.drafts.importing.publish import make_draft
from tests.factories.consultations import make_consultation, make_outline, make_published_draft


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (0, 0),
        (1, 1),
        (WORDS_A_MINUTE + WORDS_A_MINUTE // 2 - 1, 1),
        (WORDS_A_MINUTE + WORDS_A_MINUTE // 2 + 1, 2),
        (12 * WORDS_A_MINUTE, 12),
    ],
)
def test_minutes_are_the_nearest_and_never_none_for_text(words, expected):
    assert minutes(words) == expected


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (0, ""),
        (1, "1 minute"),
        (12, "12 minutes"),
        (60, "1 hour"),
        (61, "1 hour 1 minute"),
        (150, "2 hours 30 minutes"),
    ],
)
def test_a_time_is_said_in_words(length, words):
    assert time_in_words(length * WORDS_A_MINUTE) == words


@pytest.mark.django_db
def test_the_database_counts_the_same_words_as_we_do():
    texts = ["One", "Two  words\u00a0here", "A – b, “c d” (e)\nf.", "Fish & <b>chips</b>"]
    passages = tuple(Passage(Kind.PARAGRAPH, text) for text in texts)
    draft = make_published_draft(
        outline=Outline("Draft", (Section("Few", passages[:1]), Section("Many", passages)))
    )

    counted = words_by_section(draft)

    assert counted == {
        section.pk: sum(len(passage.text.split()) for passage in section.passages.all())
        for section in draft.sections()
    }
    assert min(counted.values()) == 1


@pytest.mark.django_db
def test_a_published_version_is_counted_once(django_assert_num_queries):
    draft = make_published_draft()
    words_by_section(draft)

    with django_assert_num_queries(0):
        words_by_section(draft)


@pytest.mark.django_db
def test_an_unpublished_draft_is_not_counted(django_assert_num_queries):
    draft = make_draft(make_outline(), consultation=make_consultation())

    with django_assert_num_queries(0):
        assert words_by_section(draft) == {}
