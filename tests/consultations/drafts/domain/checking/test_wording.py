import pytest

from consultations.drafts.domain.checking.sentences import sentences, syllables, words
from consultations.drafts.domain.checking.wording import check_wording, measure
from tests.consultations.drafts.domain.checking.texts import codes, document, passage

SHORT = "We will plant a tree in each street this year. " * 12


def sentence(length):
    return " ".join(["Tree", *["tree"] * (length - 1)]) + "."


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("We plan. You say. They do!", 3),
        ("Dr. Patel and e.g. Mrs. Smith came. They spoke.", 2),
        ("It costs 2.5 million. Really?", 2),
        ("He said “Yes.” Then he left.", 2),
        ("no full stop", 1),
        ("…", 0),
    ],
)
def test_sentences_are_cut_where_people_would(text, count):
    assert len(sentences(text)) == count


def test_words_are_counted_as_people_count_them():
    assert len(words("The up-to-date plan – see http://www.gov.uk/a-b – costs £5.")) == 7


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("made", 1), ("services", 3), ("agreed", 2), ("engagement", 3), ("area", 3), ("table", 2),
        ("coalition", 4), ("involvement", 3), ("people", 2), ("influence", 3), ("NHS", 3),
        ("BBC", 3), ("2010", 4), ("available", 4), ("various", 3), ("organisations", 5),
    ],
)  # fmt: skip
def test_syllables_of_words_that_councils_use(word, count):
    assert syllables(word) == count


def test_a_sentence_is_long_from_the_twenty_sixth_word_on():
    assert len(measure(document(sentence(25))).long) == 0
    assert len(measure(document(sentence(26))).long) == 1


def test_headings_and_points_of_a_few_words_are_no_sentences():
    texts = [passage("What we want", "heading"), passage("Community groups", "bullet")]

    assert measure(document(*texts)).sentences == ()


def test_a_table_is_no_sentence():
    assert measure(document(passage(sentence(60), "table"))).sentences == ()


def test_points_of_a_list_are_not_one_long_sentence():
    points = [passage("groups that meet in a hall each week", "bullet") for _ in range(9)]

    assert measure(document("We will support:", *points)).long == []


def test_easy_text_is_left_alone():
    assert codes(check_wording(document(SHORT))) == []


def test_long_sentences_are_counted_and_the_five_longest_shown():
    findings = list(check_wording(document(SHORT, *[sentence(30 + n) for n in range(7)])))

    assert codes(findings) == ["wording.long_sentences", *["wording.longest"] * 5]
    assert findings[0].sentence.startswith("7 of 19 sentences are longer than 25 words")
    assert [one.sentence for one in findings[1:3]] == [
        "This sentence has 36 words.",
        "This sentence has 35 words.",
    ]


def test_the_formulas_are_those_of_their_authors():
    """Worked by hand: 12 words, 14 syllables, 2 sentences."""
    measured = measure(document("We will plant a big tree. They will water it daily always."))

    assert (measured.words, len(measured.sentences)) == (12, 2)
    assert sum(one.syllables for one in measured.sentences) == 15
    assert measured.grade == pytest.approx(0.39 * 6 + 11.8 * 15 / 12 - 15.59)
    assert measured.ease == pytest.approx(206.835 - 1.015 * 6 - 84.6 * 15 / 12)


def test_a_few_words_are_not_measured():
    assert codes(check_wording(document(sentence(60)))) == []
