import pytest
from django.utils import timezone

from consultations.domain.readiness import Finding, Severity
from consultations.drafts.domain.checking.dismissing import (
    HasToBeMended,
    NoSuchFinding,
    dismiss,
    take_back,
)
from consultations.drafts.domain.checking.report import report_on
from consultations.drafts.domain.checking.running import check_draft
from consultations.drafts.importing import Kind, Outline, Passage, Section
from consultations.drafts.importing.publish import make_draft
from consultations.drafts.models import DismissedFinding, SectionPage
from records.models import LogEntry
from tests.factories.consultations import make_consultation, make_questionnaire

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    make_questionnaire()
    text = Passage(Kind.PARAGRAPH, "What would you change about the PCT?")
    outline = Outline("Draft strategy", (Section("Our plan", (text,)),))
    consultation = make_consultation(
        contact_email="a@b.gov.uk", rejected_options="None, because a law says so."
    )
    return make_draft(outline, consultation=consultation)


def pct(draft):
    [finding] = [one for one in report_on(draft).findings if one.about == "PCT"]
    return finding


def test_a_dismissed_finding_is_listed_apart_with_who_and_when(draft, officer):
    at = timezone.now()
    finding = pct(draft)

    dismiss(draft=draft, fingerprint=finding.fingerprint, by=officer, at=at)

    report = report_on(draft)
    assert finding not in report.findings
    assert [(one.finding, one.row.by, one.row.at) for one in report.dismissed] == [
        (finding, officer, at)
    ]


def test_taking_it_back_shows_it_again_and_both_are_on_record(draft, officer):
    finding = pct(draft)
    for change in (dismiss, dismiss, take_back, take_back):
        change(draft=draft, fingerprint=finding.fingerprint, by=officer, at=timezone.now())

    assert pct(draft) == finding
    assert list(LogEntry.objects.values_list("action", "subject", "reason")) == [
        ("draft.finding_dismissed", f"draft:{draft.pk}", "acronyms.never"),
        ("draft.finding_taken_back", f"draft:{draft.pk}", "acronyms.never"),
    ]


def test_a_finding_that_is_gone_cannot_be_dismissed(draft, officer):
    finding = pct(draft)
    section = SectionPage.objects.get()
    section.body = [{"type": "paragraph", "value": "<p>What would you change?</p>"}]
    section.save_revision()

    with pytest.raises(NoSuchFinding):
        dismiss(draft=draft, fingerprint=finding.fingerprint, by=officer, at=timezone.now())
    assert not DismissedFinding.objects.exists()


def test_what_stands_in_the_way_has_to_be_mended(draft, officer):
    consultation = draft.consultation
    consultation.contact_email = ""
    consultation.save_revision()
    [finding] = [one for one in report_on(draft).findings if one.code == "reader.no_contact"]

    with pytest.raises(HasToBeMended):
        dismiss(draft=draft, fingerprint=finding.fingerprint, by=officer, at=timezone.now())


def test_a_dismissed_finding_that_has_come_to_block_is_listed_again(draft, officer):
    blocking = Finding("reader.no_contact", "Nobody.", "Name one.", severity=Severity.BLOCKS)
    DismissedFinding.objects.create(
        draft=draft,
        code=blocking.code,
        fingerprint=Finding("reader.no_contact", "", "", about="contact").fingerprint,
        by=officer,
        at=timezone.now(),
    )
    consultation = draft.consultation
    consultation.contact_email = ""
    consultation.save_revision()

    assert report_on(draft).blocking == 1


def test_what_the_page_says_counts_for_its_draft():
    consultation = make_consultation(
        live=False, contact_phone="", contact_email="", rejected_options=""
    )
    outline = Outline("A draft", (Section("Plan", (Passage(Kind.PARAGRAPH, "Trees."),)),))
    make_draft(outline, consultation=consultation)
    found = {one.code for one in check_draft(consultation)}
    consultation.contact_phone = "01375 000000"
    consultation.rejected_options = "Doing nothing, since trees are few."
    consultation.introduction = "<p>What would you change?</p>"

    assert found == {"reader.text_asks_nothing", "reader.no_contact", "reader.no_alternatives"}
    assert list(check_draft(consultation)) == []
