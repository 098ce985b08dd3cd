"""Tables, figures and footnotes, from an outline to what the public reads."""

import io

import pytest
from django.urls import reverse
from PIL import Image as Picture
from wagtail.images.models import Image as LibraryImage
from wagtail.models import Collection

from consultations.drafts.importing import (
    Cell,
    Emphasis,
    Image,
    Kind,
    Link,
    Outline,
    Passage,
    Section,
    Table,
)
from consultations.drafts.importing.publish import make_draft
from consultations.drafts.templatetags.draft_tags import draw_passages
from tests.factories.consultations import make_consultation, make_published_draft, passages_of

pytestmark = pytest.mark.django_db

TABLE = Table(
    (
        (Cell("Tree"), Cell("Price")),
        (Cell("Oak & ash", (Link(0, 3, "https://example.org/?a=1&b=2"),)), Cell("£5\neach")),
        (Cell("<b>Elm</b>"), Cell("")),
    ),
    "What trees cost",
)


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def picture(kind="JPEG", **options):
    file = io.BytesIO()
    Picture.new("RGB", (40, 30), "green").save(file, kind, **options)
    return file.getvalue()


def outline_of(*passages):
    return Outline("Our plan", (Section("Aims", passages),))


def table_passage(table=TABLE):
    return Passage(Kind.TABLE, table.text, table=table)


def frozen(*passages):
    return passages_of(make_published_draft(outline=outline_of(*passages)))


def test_a_table_is_frozen_with_its_headings_links_and_nothing_else():
    (passage,) = frozen(table_passage())

    assert passage.html == (
        '<table class="table"><caption class="table__caption">What trees cost</caption>'
        '<thead><tr><th scope="col">Tree</th><th scope="col">Price</th></tr></thead><tbody>'
        '<tr><td><a href="https://example.org/?a=1&amp;b=2">Oak</a> &amp; ash</td>'
        "<td>£5<br>each</td></tr><tr><td>&lt;b&gt;Elm&lt;/b&gt;</td><td></td></tr>"
        "</tbody></table>"
    )
    assert passage.text == "What trees cost\nTree · Price\nOak & ash · £5 each\n<b>Elm</b>"


def test_a_table_without_a_heading_row_may_have_a_heading_column():
    table = Table((TABLE.rows[1], TABLE.rows[2]), has_header_row=False, has_header_column=True)

    (passage,) = frozen(table_passage(table))

    assert "<thead>" not in passage.html
    assert passage.html.count('<th scope="row">') == 2


def test_a_table_can_be_scrolled_by_keyboard_and_is_drawn_in_no_paragraph():
    (passage,) = frozen(table_passage())

    drawn = draw_passages([passage], {})

    assert 'role="region" aria-label="Table in passage 1.1" tabindex="0"><table' in drawn


def test_a_figure_becomes_an_image_of_the_consultation_and_is_frozen_with_its_words():
    consultation = make_consultation(title="Trees for all")
    passage = Passage(
        Kind.FIGURE, "Our <oak>", image=Image(picture(), "image1.jpg", "An oak & its shade")
    )
    draft = make_draft(outline_of(passage), consultation=consultation)
    draft.get_latest_revision().publish()

    (kept,) = passages_of(draft)
    image = LibraryImage.objects.get()
    assert image.collection == Collection.objects.get(name="Trees for all")
    assert kept.html.startswith('<figure><img src="/media/images/')
    assert kept.html.endswith(
        'alt="An oak &amp; its shade" width="40" height="30" loading="lazy">'
        "<figcaption>Our &lt;oak&gt;</figcaption></figure>"
    )
    assert kept.text == "An oak & its shade\nOur <oak>"


def test_nothing_of_a_picture_is_public_before_its_draft_is():
    image = Image(picture(), "oak.jpg", "An oak")
    make_draft(outline_of(Passage(Kind.FIGURE, "", image=image)), consultation=make_consultation())

    (stored,) = LibraryImage.objects.all()
    assert "oak" not in stored.file.name
    assert stored.renditions.count() == 0


def test_a_picture_is_drawn_anew_without_what_its_camera_wrote():
    exif = Picture.Exif()
    exif[0x010F] = "A camera of somebody"
    data = picture(exif=exif.tobytes())
    assert b"camera of somebody" in data

    make_draft(
        outline_of(Passage(Kind.FIGURE, "", image=Image(data, "oak.jpg", "An oak"))),
        consultation=make_consultation(),
    )

    with LibraryImage.objects.get().file.open() as file:
        assert b"camera of somebody" not in file.read()


def test_the_same_picture_in_the_next_version_is_the_same_row_and_the_same_passage():
    consultation = make_consultation()
    passage = Passage(Kind.FIGURE, "", image=Image(picture("PNG"), "oak.png", "An oak"))
    hashes = []
    for _ in range(2):
        draft = make_draft(outline_of(passage), consultation=consultation)
        draft.get_latest_revision().publish()
        hashes.append(passages_of(draft)[0].hash)

    assert LibraryImage.objects.count() == 1
    assert hashes[0] == hashes[1]


def test_a_picture_that_is_none_after_all_leaves_its_words():
    broken = Image(picture("PNG")[:60], "oak.png", "An oak")

    (passage,) = frozen(Passage(Kind.FIGURE, "Our oak", image=broken))

    assert passage.html == "<figure><figcaption>Our oak</figcaption></figure>"
    assert LibraryImage.objects.count() == 0


def test_a_footnote_has_its_marker():
    (passage,) = frozen(Passage(Kind.FOOTNOTE, "Survey of 2009.", "[1]"))

    assert (passage.kind, passage.marker, passage.text) == ("footnote", "[1]", "Survey of 2009.")
    assert "passage--footnote" in draw_passages([passage], {})


def test_emphasis_is_frozen_and_a_heading_stays_plain():
    heading, paragraph = frozen(
        Passage(Kind.HEADING, "Streets"),
        Passage(
            Kind.PARAGRAPH,
            "We plant many trees.",
            links=(Link(3, 13, "https://example.org/"),),
            emphasis=(Emphasis(3, 8, True), Emphasis(6, 20, False)),
        ),
    )

    assert heading.html == "Streets"
    assert paragraph.html == (
        'We <a href="https://example.org/"><b>pla</b><i><b>nt</b></i><i> many</i></a><i> trees.</i>'
    )


def test_rich_text_is_cleaned_when_it_is_frozen():
    draft = make_draft(outline_of(table_passage()), consultation=make_consultation())
    section = draft.sections().get()
    section.body = [
        {
            "type": "paragraph",
            "value": '<p onclick="x()">Hi <a href="javascript:x()">you</a><script>y</script></p>',
        }
    ]
    section.save_revision()
    draft.get_latest_revision().publish()

    assert passages_of(draft)[0].html == "Hi <a>you</a>"


def test_an_editor_can_open_a_section_with_every_kind_and_save_it(signed_in, administrator):
    draft = make_draft(
        outline_of(
            table_passage(),
            Passage(Kind.FIGURE, "Oak", image=Image(picture("GIF"), "oak.gif", "An oak")),
            Passage(Kind.FOOTNOTE, "Survey.", "[1]"),
        ),
        consultation=make_consultation(),
    )

    answer = signed_in(administrator).get(
        reverse("wagtailadmin_pages:edit", args=[draft.sections().get().pk])
    )

    assert answer.status_code == 200
    assert b"typed_table_block" in answer.content
