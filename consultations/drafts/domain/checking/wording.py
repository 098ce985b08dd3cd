"""How hard the text is to read: sentence length, and two formulas that everybody knows.

Flesch reading ease = 206.835 − 1.015 × words/sentences − 84.6 × syllables/words (R. Flesch, "A new
readability yardstick", 1948). Flesch–Kincaid grade = 0.39 × words/sentences + 11.8 ×
syllables/words − 15.59 (J. P. Kincaid and others, US Naval Air Station Memphis, 1975). Both know
nothing of meaning: they are a reason to look again, not a mark.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from consultations.domain.readiness import Finding, Place

from .document import Document, Passage, Section
from .sentences import sentences, syllables, words

LONG = 25
VERY_LONG = 40
LISTED = 5
FEW = 0.05
HARD_GRADE = 10
LEAST_WORDS = 100
SHORT_ITEM = 8


@dataclass(frozen=True)
class Sentence:
    text: str
    words: int
    syllables: int
    place: Place


@dataclass(frozen=True)
class Measure:
    """What was measured. Headings and list items of a few words are no sentences."""

    sentences: tuple[Sentence, ...]

    @property
    def words(self) -> int:
        return sum(sentence.words for sentence in self.sentences)

    @property
    def long(self) -> list[Sentence]:
        return [sentence for sentence in self.sentences if sentence.words > LONG]

    @property
    def words_a_sentence(self) -> float:
        return self.words / len(self.sentences) if self.sentences else 0.0

    @property
    def _syllables_a_word(self) -> float:
        return sum(one.syllables for one in self.sentences) / self.words if self.words else 0.0

    @property
    def ease(self) -> float:
        return 206.835 - 1.015 * self.words_a_sentence - 84.6 * self._syllables_a_word

    @property
    def grade(self) -> float:
        return 0.39 * self.words_a_sentence + 11.8 * self._syllables_a_word - 15.59


def measure(document: Document) -> Measure:
    return Measure(
        tuple(
            Sentence(text, len(words(text)), syllables(text), section.place(passage))
            for section, passage in document.passages()
            if passage.is_prose
            for text in _sentences_of(passage)
        )
    )


def _sentences_of(passage: Passage) -> list[str]:
    """A point of a list counts when it is a sentence: it has eight words, or a full stop."""
    found = sentences(passage.text)
    if passage.is_item and len(found) == 1:
        is_sentence = len(words(passage.text)) >= SHORT_ITEM or passage.text.endswith(
            (".", "?", "!")
        )
        return found if is_sentence else []
    return found


def check_wording(document: Document) -> Iterator[Finding]:
    measured = measure(document)
    if measured.words < LEAST_WORDS:
        return
    if measured.grade > HARD_GRADE:
        yield _grade(measured)
    long = sorted(measured.long, key=lambda sentence: -sentence.words)
    is_much = len(long) > len(measured.sentences) * FEW
    if not long or not (is_much or long[0].words > VERY_LONG):
        return
    yield _share(measured)
    for sentence in long[:LISTED]:
        yield _long(sentence)


def hardest_sections(document: Document) -> list[tuple[Section, Measure]]:
    """Each section and how it reads, the hardest first."""
    measured = [(section, measure(Document("", (section,)))) for section in document.body]
    return sorted(measured, key=lambda pair: -pair[1].grade)


def _grade(measured: Measure) -> Finding:
    return Finding(
        "wording.grade",
        f"The text reads at grade {measured.grade:.1f} (Flesch–Kincaid; Flesch reading ease"
        f" {measured.ease:.1f} of 100). Many adults read with ease up to about grade 8.",
        "Shorter sentences and everyday words bring it down. A summary in plain words helps too.",
        about="grade",
    )


def _share(measured: Measure) -> Finding:
    number, total = len(measured.long), len(measured.sentences)
    are = "sentence is" if number == 1 else "sentences are"
    return Finding(
        "wording.long_sentences",
        f"{number} of {total} {are} longer than {LONG} words;"
        f" on average a sentence has {measured.words_a_sentence:.1f}.",
        "Cut them in two where a new thought begins. Begin with the longest, listed below.",
        about="share",
    )


def _long(sentence: Sentence) -> Finding:
    return Finding(
        "wording.longest",
        f"This sentence has {sentence.words} words.",
        "Say one thing in each sentence; a list may help where it names several.",
        place=sentence.place,
        excerpt=sentence.text,
        about=sentence.text,
    )
