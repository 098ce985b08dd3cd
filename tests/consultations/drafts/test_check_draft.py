import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from consultations.drafts.importing.publish import make_draft
from tests.factories.consultations import make_consultation, make_outline, make_questionnaire

COMPLETE = """Draft strategy

OUR PLAN

What would you change about our plan for trees? The consultation closes on 26 September 2026.
Ask strategy@thurrock.gov.uk. We looked at two other options: we chose this one.
"""


def check(*arguments):
    out, err = StringIO(), StringIO()
    call_command("check_draft", *map(str, arguments), stdout=out, stderr=err)
    return out.getvalue()


@pytest.fixture
def file(tmp_path):
    def write(text):
        path = tmp_path / "draft.txt"
        path.write_text(text)
        return path

    return write


def test_a_file_without_fault_is_fine(file):
    assert "nothing to mend was found" in check(file(COMPLETE))


def test_a_file_with_advice_only_is_fine_too(file):
    said = check(file(COMPLETE + "\nThe PCT pays.\n"))

    assert "1 thing to look at" in said
    assert "  - “PCT” is used once and never written out. (1.3, in “Our plan”)" in said


def test_a_file_that_asks_nothing_stands_in_its_own_way(file):
    path = file(COMPLETE.replace("What would you change about our plan for trees?", "Trees."))

    with pytest.raises(CommandError, match="1 thing stands in the way") as refused:
        check(path)

    assert refused.value.returncode == 1


def test_findings_for_a_machine(file):
    said = json.loads(check(file(COMPLETE + "\nThe PCT pays.\n"), "--format", "json"))

    [finding] = said["findings"]
    assert (finding["code"], finding["severity"]) == ("acronyms.never", "advice")
    assert finding["how_to_mend"]


def test_what_is_neither_a_file_nor_a_consultation(db):
    with pytest.raises(CommandError, match="neither a consultation nor a file"):
        check("nothing")


def test_a_file_that_cannot_be_read(tmp_path):
    path = tmp_path / "draft.txt"
    path.write_bytes(b"%PDF-1.4")

    with pytest.raises(CommandError, match="The file is a PDF"):
        check(path)


@pytest.mark.django_db
def test_a_consultation_is_checked_with_its_form_and_as_it_was_saved_last():
    consultation = make_consultation(slug="trees", live=False, rejected_options="")
    make_draft(make_outline(), consultation=consultation)
    make_questionnaire()
    said = check("trees")
    consultation.rejected_options = "Doing nothing: trees are few."
    consultation.save_revision()

    assert "No other option is mentioned" in said
    assert "The question names one side only" in said
    assert "No other option is mentioned" not in check("trees")
