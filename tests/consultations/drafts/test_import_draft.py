from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from consultations.drafts.importing.outline import words, words_of_source
from consultations.drafts.importing.text import read_text
from consultations.drafts.models import DraftPage, Passage
from tests.factories.consultations import make_consultation

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[3]
OURS = ROOT / "site" / "demo" / "content" / "strategy.txt"
SEEDS = sorted((ROOT.parent / "shared" / "seed").glob("*.txt"))


def import_draft(file, *options):
    make_consultation(slug="thriving-vcs-strategy")
    out = StringIO()
    call_command(
        "import_draft", str(file), "--consultation", "thriving-vcs-strategy", *options, stdout=out
    )
    return DraftPage.objects.get(), out.getvalue()


def words_published(draft):
    """Every word the public can read, in order, by the importer's own rule for a word."""
    texts = [draft.title]
    for section in draft.sections():
        texts += [] if section.is_front_matter else [section.title]
        for passage in section.passages.all():
            texts += [passage.marker, passage.text]
    return words_of_source("\n".join(texts))


def test_every_word_of_our_document_is_published():
    draft, said = import_draft(OURS, "--publish")

    assert words_published(draft) == words_of_source(OURS.read_text())
    assert "7 sections" in said
    assert draft.is_frozen


@pytest.mark.skipif(not SEEDS, reason="The real seed is not beside this checkout (../shared/seed).")
def test_every_word_of_the_real_draft_is_published():
    draft, _ = import_draft(SEEDS[0], "--publish")

    titles = [section.title for section in draft.sections()]
    assert words_published(draft) == words_of_source(SEEDS[0].read_text())
    assert titles[0] == "Front page"
    assert titles[1] == "A Vision for Thurrock"
    assert len(titles) == 7


def test_without_publish_nothing_is_public():
    draft, said = import_draft(OURS)

    assert not draft.live
    assert Passage.objects.count() == 0
    assert "not yet published" in said


def test_links_stay_links_and_text_stays_text(tmp_path):
    file = tmp_path / "draft.txt"
    file.write_text(
        "A plan\n\nFIRST PART\n\nSee <https://example.org/a?b=1&c=2> for <b>more</b> & better.\n"
    )

    draft, _ = import_draft(file, "--publish")

    passage = draft.sections().get().passages.get()
    assert passage.html == (
        'See <a href="https://example.org/a?b=1&amp;c=2">https://example.org/a?b=1&amp;c=2</a>'
        " for &lt;b&gt;more&lt;/b&gt; &amp; better."
    )
    assert passage.text == "See https://example.org/a?b=1&c=2 for <b>more</b> & better."


def test_the_outline_of_our_document_loses_nothing():
    assert words(read_text(OURS.read_bytes())) == words_of_source(OURS.read_text())


def test_an_unknown_consultation_is_said(tmp_path):
    with pytest.raises(CommandError, match="There is no consultation “nowhere”"):
        call_command("import_draft", str(OURS), "--consultation", "nowhere")


@pytest.mark.parametrize("name", ["missing.txt", "draft.exe", "empty.txt"])
def test_a_file_that_cannot_be_read_is_a_sentence(tmp_path, name):
    make_consultation(slug="c")
    if name != "missing.txt":
        (tmp_path / name).write_bytes(b"")

    with pytest.raises(CommandError) as error:
        call_command("import_draft", str(tmp_path / name), "--consultation", "c")

    assert str(error.value).endswith(".")
