"""Words in another language: chosen in the editor, kept by freezing, said rightly by a reader."""

import json

import pytest
from django.urls import reverse
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from consultations.drafts.blocks import INLINE
from consultations.drafts.enums import Language
from consultations.drafts.importing.publish import make_draft
from tests.factories.consultations import make_consultation, make_outline, passages_of

CROESO = "Croeso i bawb"


def typed(text, words, style):
    """What the editor sends when these words of a paragraph have been given a style."""
    ranges = [{"offset": text.index(words), "length": len(words), "style": style}]
    block = {"key": "a", "type": "unstyled", "depth": 0, "text": text, "entityRanges": []}
    return json.dumps({"blocks": [{**block, "inlineStyleRanges": ranges}], "entityMap": {}})


@pytest.mark.parametrize("language", Language)
def test_every_language_comes_back_from_the_editor_as_it_went_in(language):
    converter = ContentstateConverter(features=INLINE)
    stored = converter.to_database_format(typed("So: abc.", "abc", f"LANGUAGE_{language.name}"))

    again = converter.to_database_format(converter.from_database_format(stored))

    span = f'<span lang="{language.value}" dir="{language.direction}">abc</span>'
    assert (f"So: {span}." in stored, again) == (True, stored)


def test_only_languages_on_the_list_and_nothing_else_of_a_span_are_kept():
    converter = ContentstateConverter(features=INLINE)
    pasted = '<p><span lang="xx">a</span><span lang="cy" onclick="b()" style="c">d</span></p>'

    stored = converter.to_database_format(converter.from_database_format(pasted))

    assert stored.endswith('>a<span lang="cy" dir="ltr">d</span></p>')


@pytest.mark.django_db
def test_a_language_chosen_in_the_editor_reaches_the_page(officer, signed_in, resident):
    draft = make_draft(
        make_outline(sections=1, passages=1), consultation=make_consultation(slug="open")
    )
    section = draft.sections().get()
    form = {
        "title": section.title,
        "slug": section.slug,
        "summary": "",
        "plain_summary": "null",
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "paragraph",
        "body-0-id": str(section.body[0].id),
        "body-0-value": typed(f"We say: {CROESO}.", CROESO, "LANGUAGE_WELSH"),
    }

    saved = signed_in(officer).post(reverse("wagtailadmin_pages:edit", args=[section.pk]), form)
    draft.get_latest_revision().publish()
    (passage,) = passages_of(draft)
    page = resident.get(section.url).content.decode()

    span = f'We say: <span lang="cy" dir="ltr">{CROESO}</span>.'
    assert saved.status_code == 302
    assert (passage.html, passage.text) == (span, f"We say: {CROESO}.")
    assert f"<p>{span}</p>" in page
