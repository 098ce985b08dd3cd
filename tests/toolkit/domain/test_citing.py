import pytest
from wagtail.models import PageViewRestriction

from pages.models import StandardPage
from tests.factories.compact import make_code, make_compact, make_procedure
from tests.factories.toolkit import make_toolkit_index
from toolkit.domain.citing import citations
from toolkit.enums import DisputeState
from toolkit.models import Dispute
from toolkit.templatetags.compact_tags import cited_in_words


@pytest.fixture
def code(home, indexes):
    return make_code(make_compact(make_toolkit_index(home)))


def cite(home, *codes, title="About us", **fields):
    links = "".join(f'<p><a linktype="page" id="{code.pk}">here</a></p>' for code in codes)
    return home.add_child(
        instance=StandardPage(title=title, body=[{"type": "text", "value": links}], **fields)
    )


def dispute_about(code, number):
    Dispute.objects.bulk_create(
        Dispute(
            reference=f"r{index}",
            key_hash=f"k{index}",
            raised_at="2026-01-05T10:00Z",
            due_on="2026-02-02",
            state=DisputeState.RECEIVED,
            code=code,
        )
        for index in range(number)
    )


def test_a_page_cites_a_code_once_however_often_it_links_to_it(home, code):
    page = cite(home, code, code)

    assert [each.pk for each in citations([code])[code.pk].pages] == [page.pk]


def test_pages_that_not_everybody_may_read_do_not_count(home, code):
    cite(home, code, live=False)
    restricted = cite(home, code)
    PageViewRestriction.objects.create(page=restricted, restriction_type=PageViewRestriction.LOGIN)

    assert citations([code])[code.pk].pages == ()


def test_the_agreement_itself_does_not_cite_its_codes(code):
    make_code(code.get_parent(), "Another", introduction=f'<a linktype="page" id="{code.pk}">x</a>')
    make_procedure(
        code.get_parent().specific, introduction=f'<a linktype="page" id="{code.pk}">x</a>'
    )

    assert citations([code])[code.pk].pages == ()


def test_many_codes_cost_as_many_queries_as_one(home, code, django_assert_num_queries):
    others = [make_code(code.get_parent(), title) for title in ("Volunteering", "Equality")]
    cite(home, code, *others)
    citations([code])

    for codes in ([code], [code, *others]):
        with django_assert_num_queries(5):
            found = citations(codes)
    assert [len(found[each.pk].pages) for each in (code, *others)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "No page cites it yet"),
        (1, "No page cites it yet, named in fewer than 5 disputes"),
        (4, "No page cites it yet, named in fewer than 5 disputes"),
        (5, "No page cites it yet, named in 5 disputes"),
    ],
)
def test_a_small_number_of_disputes_is_not_said(code, number, words):
    dispute_about(code, number)

    assert cited_in_words(citations([code])[code.pk]) == words
