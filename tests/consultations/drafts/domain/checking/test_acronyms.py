import pytest

from consultations.drafts.domain.checking.acronyms import check_acronyms
from tests.consultations.drafts.domain.checking.texts import document


def found(*texts, known_terms=()):
    findings = check_acronyms(document(*texts), known_terms)
    return [(one.code.partition(".")[2], one.about) for one in findings]


@pytest.mark.parametrize(
    "text",
    [
        "The Local Strategic Partnership (LSP) meets. The LSP decides.",
        "The LSP (Local Strategic Partnership) meets.",
        "GCN (the Government Communication Network) helps.",
        "The Department of Energy & Climate Change (DECC) agrees.",
        "National Indicator 7 (NI7) is low. NI7 counts.",
        "A Backend For Frontend, BFF, is used.",
        "Councils for Voluntary Service (CVSs) help. A CVS helps.",
        "OpenID Connect (OIDC) is used.",
        "LSP: Local Strategic Partnership",
        "CVS stands for Council for Voluntary Service.",
    ],
)
def test_a_short_form_that_is_written_out_is_fine(text):
    assert found(text) == []


def test_a_short_form_that_is_never_written_out():
    assert found("The PCT pays.", "The IDeA came.") == [("never", "PCT"), ("never", "IDeA")]


def test_words_in_brackets_that_do_not_fit_write_nothing_out():
    assert found("The partners of Shaping Thurrock (LSP) meet.") == [("never", "LSP")]


def test_a_short_form_that_is_used_before_it_is_written_out():
    texts = ("The Board of the LSP met.", "The Local Strategic Partnership (LSP) agreed.")

    assert found(*texts) == [("late", "LSP")]
    assert found(*reversed(texts)) == []


def test_a_short_form_for_two_things():
    policy, provider = "A Content Security Policy (CSP).", "A Credential Service Provider (CSP)."

    assert found(policy, provider) == [("two_ways", "CSP")]


def test_the_long_form_is_the_one_whose_words_begin_with_the_letters():
    [finding] = check_acronyms(
        document(
            "The UUID.", "A Universally Unique Identifier (UUID) of Cross-Site Scripting (XSS)."
        )
    )

    assert "“Universally Unique Identifier”" in finding.sentence


def test_plurals_and_capitals_are_no_second_way():
    assert found("A Relying Party (RP).", "All relying parties (RP).") == []


@pytest.mark.parametrize(
    "text",
    [
        "The NHS and the BBC are known.",
        "OUR PLAN FOR NEW HOMES AND PARKS",
        "Chapter XIV is long.",
        "Write to us at RM17 6SL.",
        "See GOV.UK or http://www.example.gov.uk/ABC/DEF.",
        "Level AA and level AAA.",
        "You MUST answer. You must.",
        "Standard ISO-8859 applies.",
        "Take the A13 to Grays.",
    ],
)
def test_what_is_no_short_form_or_known_to_everybody(text):
    assert found(text) == []


def test_a_glossary_counts_as_writing_out():
    assert found("The PCT pays.", known_terms={"pct"}) == []


def test_the_words_it_may_stand_for_are_suggested():
    text = document("The Council for Voluntary Service is here.", "Ask the CVS.")

    [finding] = check_acronyms(text)

    assert "“Council for Voluntary Service (CVS)”" in finding.how_to_mend
