import io
from datetime import date

import pytest
import time_machine
from docx import Document
from pypdf import PdfReader

from records.models import LogEntry
from tests.conftest import LONDON_NOON
from tests.factories.toolkit import make_method, make_toolkit_index
from toolkit.domain.planning import Moment
from toolkit.domain.plans import code_hash
from toolkit.exporting.calendar import calendar_of
from toolkit.models import EngagementPlan

ASKED = {
    "title": "What should grants achieve?",
    "aim": "Which aims the fund is to have <b>first</b>",
    "level": "2",
    "method": ["comments", "drop-in"],
    "decision_on": "2027-07-15",
    "compact_applies": "on",
    "money": "3200",
    "audiences": ["older", "shifts"],
}


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(LONDON_NOON, tick=False):
        yield


@pytest.fixture
def methods(home):
    index = make_toolkit_index(home)
    make_method(
        index,
        title="Comments on a draft",
        slug="comments",
        weeks_to_run=12,
        set_up_as="draft",
        risks=[("risk", {"risk": "Few answer.", "answer": "Go out."})],
    )
    return make_method(
        index, title="Drop-in", slug="drop-in", set_up_as="event", adjustment="Twice."
    )


def save(client):
    """The address of the plan that was saved."""
    return client.post("/toolkit/plan/", ASKED)["Location"]


def test_a_plan_is_shown_from_its_address_and_nothing_is_saved(methods, resident):
    response = resident.get("/toolkit/plan/", ASKED)

    page = response.content.decode()
    assert response.context["outline"].brief.decision_on == date(2027, 7, 15)
    assert "Thu 15 Jul 2027" in page
    assert EngagementPlan.objects.count() == 0


def test_what_another_page_filled_in_begins_the_form(methods, resident):
    response = resident.get("/toolkit/plan/", {"method": "drop-in", "audiences": "older"})

    form = response.context["form"]
    assert form["method"].value() == ["drop-in"]
    assert form["compact_applies"].value() is True
    assert form.errors == {}


@pytest.mark.parametrize(
    ("changed", "errors"),
    [
        ({"decision_on": "2026-06-10"}, {"decision_on": ["Choose a day after today."]}),
        (
            {"decision_on": "2032-01-01"},
            {"decision_on": ["Choose a day within the next five years."]},
        ),
        (
            {"decision_on": "soon"},
            {"decision_on": ["Give the day of the decision as day, month and year."]},
        ),
        ({"method": []}, {"method": ["Choose at least one method."]}),
    ],
)
def test_a_plan_that_cannot_be_says_what_to_put_right(methods, resident, changed, errors):
    response = resident.post("/toolkit/plan/", ASKED | changed)

    assert response.context["form"].errors == errors
    assert "What should grants achieve?" in response.content.decode()
    assert EngagementPlan.objects.count() == 0


def test_a_saved_plan_is_opened_by_its_code_alone_and_only_the_hash_is_kept(methods, resident):
    address = save(resident)

    code = address.split("/")[-2]
    plan = EngagementPlan.objects.get()
    assert (len(code), plan.code_hash) == (16, code_hash(code))
    assert code not in str(vars(plan))
    assert resident.get(address).context["plan"] == plan
    assert resident.get("/toolkit/plans/aaaaaaaaaaaaaaaa/").status_code == 404
    assert resident.get(address)["Cache-Control"].startswith("max-age=0, no-cache, no-store")
    assert LogEntry.objects.get().action == "plan.saved"


def test_a_saved_plan_says_the_same_after_its_method_has_changed(methods, resident):
    address = save(resident)
    before = resident.get(address).context["outline"]

    methods.weeks_to_prepare = 30
    methods.save()
    methods.delete()

    assert resident.get(address).context["outline"] == before
    assert "&lt;b&gt;first&lt;/b&gt;" in resident.get(address).content.decode()


def test_the_answers_of_a_saved_plan_begin_another_version(methods, resident):
    saved = resident.get(save(resident))

    again = resident.get(f"/toolkit/plan/?{saved.context['query']}")

    assert again.context["outline"].brief == saved.context["outline"].brief


def test_a_plan_is_taken_away_as_word_and_as_a_tagged_pdf(methods, resident):
    address = save(resident)

    word = resident.get(f"{address}plan.docx")
    pdf = resident.get(f"{address}plan.pdf")

    document = Document(io.BytesIO(word.content))
    headings = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert headings == [
        "What it is for",
        "Timeline",
        "Budget",
        "Tasks",
        "So that everybody can take part",
        "What could go wrong",
    ]
    assert document.core_properties.title == "What should grants achieve?"
    assert [cell.text for cell in document.tables[1].rows[-1].cells] == ["Together", "2,200"]
    reader = PdfReader(io.BytesIO(pdf.content))
    assert "Which aims the fund is to have <b>first</b>" in reader.pages[0].extract_text()
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert pdf["Content-Disposition"] == 'attachment; filename="what-should-grants-achieve.pdf"'


def test_the_dates_of_a_plan_go_into_a_calendar(methods, resident):
    address = save(resident)
    outline = resident.get(address).context["outline"]

    response = resident.get(f"{address}plan.ics")

    lines = response.content.decode().replace("\r\n ", "").split("\r\n")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert lines.count("BEGIN:VEVENT") == len(outline.moments)
    assert "DTSTART;VALUE=DATE:20270715" in lines
    assert "DTEND;VALUE=DATE:20270716" in lines
    assert "SUMMARY:What should grants achieve?: The decision" in lines
    assert len({line for line in lines if line.startswith("UID:")}) == len(outline.moments)
    assert max(len(line) for line in response.content.split(b"\r\n")) <= 75


def test_signs_that_mean_something_to_a_calendar_are_escaped_and_long_lines_folded():
    moment = Moment(date(2027, 7, 15), "Decide; then tell, \\ and\nBEGIN:VEVENT", "é" * 60)

    file = calendar_of((moment,), title="T", key="k", saved_at=LONDON_NOON).decode()

    assert file.count("BEGIN:VEVENT\r\n") == 1
    assert max(len(line.encode()) for line in file.split("\r\n")) == 75
    assert (
        f"SUMMARY:T: Decide\\; then tell\\, \\\\ and BEGIN:VEVENT: {'é' * 60}\r\n"
        in file.replace("\r\n ", "")
    )


def test_saving_is_slowed_down_and_nothing_typed_is_lost(methods, resident, monkeypatch):
    monkeypatch.setattr("toolkit.views.planning.SAVED_A_MINUTE", 1)
    save(resident)

    response = resident.post("/toolkit/plan/", ASKED)

    assert response.status_code == 429
    assert "Which aims the fund is to have" in response.content.decode()
    assert EngagementPlan.objects.count() == 1
