import pytest

from consultations.domain.readiness import Finding, Severity, in_order


def finding(code, **fields):
    return Finding(code, "It says so.", "Mend it so.", **fields)


def test_advice_may_not_block():
    with pytest.raises(ValueError, match="may not block"):
        finding("wording.grade", severity=Severity.BLOCKS)


def test_a_finding_needs_a_subject_that_the_report_knows():
    with pytest.raises(ValueError, match="no subject"):
        finding("spelling.wrong")


def test_what_blocks_comes_first_in_its_subject():
    advice = finding("reader.no_alternatives")
    blocks = finding("reader.no_dates", severity=Severity.BLOCKS)
    other = finding("wording.grade")

    assert in_order([other, advice, blocks]) == [blocks, advice, other]


def test_a_finding_is_the_same_when_only_its_place_or_its_words_have_changed():
    first = finding("acronyms.never", about="PCT")
    again = Finding("acronyms.never", "Other words.", "", excerpt="… PCT …", about="PCT")

    assert first.fingerprint == again.fingerprint
    assert first.fingerprint != finding("acronyms.never", about="TCEN").fingerprint
    assert first.fingerprint != finding("acronyms.late", about="PCT").fingerprint
