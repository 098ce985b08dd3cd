import pytest

from consultations.drafts.domain.checking.links import check_links, fault_of
from tests.consultations.drafts.domain.checking.texts import codes, document, passage


@pytest.mark.parametrize(
    ("href", "fault"),
    [
        ("https://www.thurrock.gov.uk/strategy?a=1#b", ""),
        ("https://www.gov.uk:443/", ""),
        ("/documents/strategy.pdf", ""),
        ("#p2-14", ""),
        ("mailto:team@thurrock.gov.uk", ""),
        ("tel:+441375000000", ""),
        ("http://www.thurrock.gov.uk/", "links.not_secure"),
        ("HTTP://www.thurrock.gov.uk/", "links.not_secure"),
        ("http://", "links.malformed"),
        ("https://http://www.thurrock.gov.uk", "links.malformed"),
        ("https://www thurrock.gov.uk/", "links.malformed"),
        ("https://[::1", "links.malformed"),
        ("mailto:team", "links.malformed"),
        ("javascript:alert(1)", "links.malformed"),
        ("http://intranet/policies", "links.inside"),
        ("https://192.168.0.4/a", "links.inside"),
        ("file:///C:/strategy.doc", "links.inside"),
        ("https://www.example.org/compact", "links.placeholder"),
    ],
)
def test_what_is_wrong_with_an_address(href, fault):
    assert fault_of(href) == fault


def test_an_address_that_is_only_typed_is_looked_at_too():
    assert codes(check_links(document("See http://www.thurrock.gov.uk/a."))) == ["links.not_secure"]


def test_a_link_is_looked_at_once_when_its_text_is_its_address():
    href = "http://www.thurrock.gov.uk/a"

    assert codes(check_links(document(passage(f"See {href}", links=[(href, href)])))) == [
        "links.not_secure"
    ]


@pytest.mark.parametrize(("said", "is_found"), [("Click here", True), ("the Compact", False)])
def test_a_link_says_where_it_leads(said, is_found):
    text = document(passage(f"{said}.", links=[("https://www.thurrock.gov.uk/", said)]))

    assert codes(check_links(text)) == (["links.says_nothing"] if is_found else [])
