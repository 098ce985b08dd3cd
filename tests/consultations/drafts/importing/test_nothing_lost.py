"""Documents nobody would write: every word of them is in the outline, once and in order."""

import string
from contextlib import suppress

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from consultations.drafts.importing import UnreadableDraft
from consultations.drafts.importing.decoding import decode
from consultations.drafts.importing.outline import words, words_of_source
from consultations.drafts.importing.text import read_text

WORD = st.one_of(
    st.text(string.ascii_letters + "'’-,.&£%ßİ", min_size=1, max_size=8),
    st.sampled_from(["Thurrock", "of", "are", "the", "<https://example.org/a>", "“so”", "–"]),
)
PHRASE = st.lists(WORD, min_size=1, max_size=12).map(" ".join)
PART = st.one_of(
    PHRASE,
    PHRASE.map("{}.".format),
    PHRASE.map("- {}".format),
    PHRASE.map("• {}".format),
    PHRASE.map("2. {}".format),
    PHRASE.map("- 1: {}".format),
    PHRASE.map("‘{}’.".format),
    PHRASE.map(str.upper),
    st.sampled_from(["DRAFT", "Contents", "CONTENTS", "-----", "1. AIMS"]),
)
DOCUMENT = st.lists(st.tuples(PART, st.sampled_from(["\n", "\n\n", "\r\n", "\n  "])), max_size=30)


@given(DOCUMENT, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
@settings(deadline=None)
def test_no_word_is_lost_whatever_the_document(parts, encoding):
    source = "Our plan\n\n" + "".join(text + gap for text, gap in parts) + "\n\nSo it ends."

    outline = read_text(source.encode(encoding))

    assert words(outline) == words_of_source(source)


@given(st.binary(max_size=400))
@settings(deadline=None)
def test_bytes_of_any_kind_are_read_or_refused(data):
    with suppress(UnreadableDraft):
        assert words(read_text(data)) == words_of_source(decode(data))


@given(st.binary(max_size=400))
@settings(deadline=None)
def test_no_word_is_lost_between_bytes_of_any_kind(data):
    data = b"Our plan\n\nIt begins.\n" + data

    assume(sum(byte < 32 or 127 <= byte < 160 for byte in data) < 20)

    assert words(read_text(data)) == words_of_source(decode(data))
