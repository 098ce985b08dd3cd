"""A version as a PDF: tagged, in English, with every word, and only what the public may see."""

from io import BytesIO

import pytest
from django.core.cache import cache
from django.utils import timezone
from pypdf import PdfReader
from wagtail.rich_text import RichText

from consultations.drafts.domain.errata import add_erratum
from consultations.drafts.exporting.pdf import setting
from consultations.drafts.importing.outline import Kind, Outline, Passage, Section
from consultations.drafts.importing.publish import make_draft
from consultations.drafts.models import GlossaryTerm
from tests.factories.consultations import (
    make_consultation,
    make_outline,
    make_published_draft,
    passages_of,
)

pytestmark = pytest.mark.django_db

PATH = "/consultations/open/draft/draft.pdf"
HOSTILE = (
    '#read("/etc/passwd") #panic() $x$ *bold* _em_ `raw` @label <label> \\u{41} // comment',
    '= Not a heading #import "@preview/x:1.0.0": * [content] {code} ~ -- --- ... \'q\' "q"',
    "1. Not a list\u0007 + nor this / term: that",
    "&lt;b&gt; {0} {data} %s </p><script>",
)
KINDS = (
    Passage(Kind.HEADING, "What we want"),
    Passage(Kind.PARAGRAPH, "We will work with groups of every size as equals."),
    Passage(Kind.MARK, "DRAFT"),
    Passage(Kind.NUMBERED, "We will publish what we spend.", marker="(a)"),
    Passage(Kind.NUMBERED, "We will ask first.", marker="(b)"),
    Passage(Kind.BULLET, "We will meet in every ward."),
    Passage(Kind.BULLET, "We will come to you."),
    Passage(Kind.QUOTATION, "Nothing about us without us."),
)


def publish(*passages, **fields):
    outline = Outline("Draft strategy", (Section("Working together", tuple(passages)),))
    return make_published_draft(make_consultation(slug="open", **fields), outline=outline)


def read(answer):
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    return PdfReader(BytesIO(answer.content))


def words_of(pdf):
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def roles_of(pdf):
    """The roles of the tags of a PDF, in reading order."""
    found = []

    def walk(node):
        node = node.get_object()
        for child in node if isinstance(node, list) else [node]:
            child = child.get_object() if hasattr(child, "get_object") else child
            if isinstance(child, dict) and "/S" in child:
                found.append(child["/S"][1:])
            if isinstance(child, dict) and "/K" in child:
                walk(child["/K"])

    walk(pdf.trailer["/Root"]["/StructTreeRoot"])
    return found


def test_it_is_tagged_titled_and_in_english(resident):
    publish(*KINDS)

    pdf = read(resident.get(PATH))

    root = pdf.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"], pdf.metadata.title) == (
        "en-GB",
        True,
        "Draft strategy",
    )
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()
    roles = roles_of(pdf)
    assert {"Title", "H1", "H2", "L", "LI", "Lbl", "LBody", "BlockQuote"} <= set(roles)
    assert (roles.count("L"), roles.count("LI")) == (2, 4)


def test_it_holds_every_word_in_order_with_the_numbers(resident):
    draft = publish(*KINDS)

    words = words_of(read(resident.get(PATH)))

    at = words.index("1.1")
    for passage in passages_of(draft):
        for piece in (passage.number, passage.marker, passage.text):
            at = words.index(piece, at)
    assert "1 of 1" in words


def test_what_somebody_wrote_is_never_code(resident):
    draft = publish(*(Passage(Kind.PARAGRAPH, text) for text in HOSTILE))

    words = words_of(read(resident.get(PATH)))

    for passage in passages_of(draft):
        assert passage.text.replace("\u0007", "") in words


def test_a_character_without_a_glyph_keeps_nobody_from_reading(resident):
    publish(Passage(Kind.PARAGRAPH, "Before \U0010fffd after"))

    pdf = read(resident.get(PATH))

    assert "Some characters of this text cannot be shown" in words_of(pdf)
    assert "/StructTreeRoot" in pdf.trailer["/Root"]


def test_words_in_another_language_say_so(resident):
    draft = make_draft(
        make_outline(sections=1, passages=1), consultation=make_consultation(slug="open")
    )
    section = draft.sections().get()
    section.body = [("paragraph", RichText('<p>So: <span lang="cy" dir="ltr">Croeso</span></p>'))]
    section.save_revision()
    draft.get_latest_revision().publish()

    pdf = read(resident.get(PATH))

    contents = pdf.pages[0].get_contents().get_data()
    assert (contents.count(b"/Lang(cy)"), "So: Croeso" in words_of(pdf)) == (1, True)


def test_it_says_whose_it_is_and_when(resident):
    publish(*KINDS, title="A thriving sector")

    words = words_of(read(resident.get(PATH)))

    assert "For the consultation “A thriving sector”." in words
    assert "Published: " in words
    assert "Last day for comments: " in words
    assert "http://testserver/consultations/open/draft/" in words


def test_it_explains_the_words_it_uses(resident):
    GlossaryTerm.objects.create(term="ward", expansion="", meaning="A part of the borough.")
    GlossaryTerm.objects.create(term="PCT", meaning="Not used.")
    publish(*KINDS)

    words = words_of(read(resident.get(PATH)))

    assert "Words used here ward. A part of the borough." in words
    assert "PCT" not in words


def test_one_section_can_be_had(resident):
    make_published_draft(make_consultation(slug="open"), sections=2, passages=1)

    words = words_of(read(resident.get("/consultations/open/draft/section-2/section.pdf")))

    assert ("Passage 1 of section 2." in words, "section 1" in words) == (True, False)


def test_a_kind_that_is_not_known_is_set_as_its_text(resident):
    draft = publish(Passage(Kind.PARAGRAPH, "A"))
    section = draft.sections().get()
    section.passages.model.objects.bulk_create(
        [
            section.passages.model(
                section=section,
                block_id="00000000-0000-0000-0000-000000000001",
                position=2,
                number="1.2",
                kind="unheard-of",
                text="Rows & columns",
                html="<table><tr><td>Rows</td></tr></table>",
                hash="h",
            )
        ]
    )

    words = words_of(read(resident.get(PATH)))

    assert "1.2 Rows & columns" in words


def test_the_same_version_is_set_once(resident):
    publish(*KINDS)
    first = resident.get(PATH)

    again = resident.get(PATH)
    known = resident.get(PATH, headers={"If-None-Match": first["ETag"]})
    cache.clear()
    known_without_the_file = resident.get(PATH, headers={"If-None-Match": first["ETag"]})
    kept = [key for key in getattr(cache, "_cache", {}) if "draft-pdf" in key]

    assert again.content == first.content
    assert [known.status_code, known_without_the_file.status_code, kept] == [304, 304, []]
    assert known["ETag"] == first["ETag"]


def test_a_new_closing_date_is_another_file(resident):
    draft = publish(*KINDS)
    first = resident.get(PATH)["ETag"]
    consultation = draft.consultation
    consultation.closes_at = None
    consultation.save()

    second = resident.get(PATH)

    assert second["ETag"] != first
    assert "Last day for comments" not in words_of(read(second))


def test_the_recipe_reads_no_file_and_asks_no_network():
    source = setting.SOURCE.decode()

    for word in ("read(", "import", "include", "image(", "csv(", "plugin("):
        assert word not in source


@pytest.mark.parametrize(
    "path", [PATH, "/consultations/open/draft/section-1/section.pdf"], ids=["draft", "section"]
)
def test_an_unpublished_draft_has_no_pdf(resident, path):
    make_draft(make_outline(), consultation=make_consultation(slug="open"))

    assert resident.get(path).status_code == 404


def test_a_section_that_is_not_there_has_no_pdf(resident):
    publish(*KINDS)

    assert resident.get("/consultations/open/draft/other/section.pdf").status_code == 404


def test_the_pages_lead_to_their_pdfs(resident):
    draft = publish(*KINDS)

    whole = resident.get(draft.url).content.decode()
    part = resident.get(draft.sections().get().url).content.decode()

    assert f'href="{PATH}"' in whole
    assert 'href="/consultations/open/draft/working-together/section.pdf"' in part


def test_it_costs_the_same_queries_for_one_section_and_for_three(
    resident, django_assert_max_num_queries
):
    for slug, sections in (("one", 1), ("three", 3)):
        make_published_draft(make_consultation(slug=slug), sections=sections)
        address = f"/consultations/{slug}/draft/draft.pdf"
        resident.get(address)
        with django_assert_max_num_queries(8):
            resident.get(address)


def test_what_was_put_right_stands_beside_every_kind_of_passage(resident, officer):
    for passage in passages_of(publish(*KINDS)):
        text = f"The {passage.kind} *should* say #this."
        add_erratum(passage=passage, text=text, by=officer, at=timezone.now())

    words = words_of(read(resident.get(PATH)))

    kinds = {passage.kind.value for passage in KINDS}
    assert [kind for kind in kinds if f"The {kind} *should* say #this." not in words] == []
    assert words.count("Put right on") == len(KINDS)
