"""A corrected Word file keeps the pictures and tables that it did not change."""

import io

import pytest
from PIL import Image
from wagtail.images import get_image_model

from consultations.drafts.importing.finishing import finish
from consultations.drafts.importing.republish import compare, fingerprint
from tests.consultations.drafts.importing.files import word
from tests.factories.imports import make_import, outline_of


def plan(last):
    def fill(document):
        table = document.add_table(rows=2, cols=2)
        for row, cells in enumerate((("Year", "Grants"), ("2009", "£40,000"))):
            for column, text in enumerate(cells):
                table.cell(row, column).text = text
        file = io.BytesIO()
        Image.new("RGB", (40, 30), "green").save(file, "PNG")
        file.seek(0)
        document.add_picture(file)
        document.add_paragraph(last)

    return word(fill)


@pytest.mark.django_db
def test_a_picture_and_a_table_stay(officer):
    found = make_import(officer, text=plan("We plant trees."), name="plan.docx")
    draft = finish(draft_import_id=found.pk, version=0, by=officer)
    before = draft.sections().get().body.get_prep_value()

    again = make_import(
        officer,
        text=plan("We plant more trees."),
        name="plan.docx",
        consultation=draft.consultation,
        corrects=draft,
    )
    compared = compare(draft, outline_of(again))
    finish(draft_import_id=again.pk, version=0, by=officer, seen=fingerprint(draft))

    after = draft.sections().get().get_latest_revision_as_object().body.get_prep_value()
    counts = [len(part) for part in (compared.unchanged, compared.edited, compared.added)]
    assert counts == [2, 1, 0]
    assert get_image_model().objects.count() == 1
    assert [block["id"] for block in before] == [block["id"] for block in after]
    assert before[:2] == after[:2]
    assert "more" in str(after[2])
