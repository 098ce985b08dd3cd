"""Words are explained where they are first used, and the text stays as it was."""

import re
from html.parser import HTMLParser

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from consultations.drafts.domain.glossary import Glossary, Term, glossary_for
from consultations.drafts.models import GlossaryTerm, Passage
from tests.factories.consultations import make_consultation


def make_term(word, pk=1, *, expansion="", also=()):
    return Term(pk, word, expansion, "What it means.", (word, *also))


def make_passages(*texts, kind="paragraph"):
    return [
        Passage(number=f"2.{place}", position=place, kind=kind, html=html, hash=html)
        for place, html in enumerate(texts, start=1)
    ]


def marked(term, *texts, kind="paragraph"):
    """The passages with this one word marked in them."""
    passages = make_passages(*texts, kind=kind)
    found = Glossary((term,)).marked(passages)
    return [found.get(passage.position, passage.html) for passage in passages]


def words_marked(term, text):
    return re.findall(r'<a class="term" href="#word-1">(.*?)</a>', marked(term, text)[0], re.S)


VCS = make_term("VCS", expansion="voluntary & community sector")
MARKED_VCS = (
    '<a class="term" href="#word-1"><abbr title="voluntary &amp; community sector">VCS</abbr></a>'
)


def test_only_the_first_use_in_a_section_is_marked():
    assert marked(VCS, "Our VCS and the VCS", "The VCS again") == [
        f"Our {MARKED_VCS} and the VCS",
        "The VCS again",
    ]


def test_each_section_is_marked_anew():
    glossary = Glossary((VCS,))

    first = glossary.marked(make_passages("The VCS"))
    second = glossary.marked(make_passages("Another VCS"))

    assert (first, second) == ({1: f"The {MARKED_VCS}"}, {1: f"Another {MARKED_VCS}"})


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://example.org/VCS">VCS</a>',
        '<a href="/a/"><b>the VCS</b></a>',
        '<abbr title="x">VCS</abbr>',
        "<h3>VCS</h3>",
        "<code>VCS</code>",
        '<b title="VCS" data-x="the VCS">b</b>',
        "<!-- VCS -->",
        "VCSX XVCS VCS1 vcs V<b>C</b>S",
    ],
)
def test_links_headings_attributes_and_other_words_are_left_alone(html):
    assert marked(VCS, html) == [html]


@pytest.mark.parametrize("kind", ["heading", "mark"])
def test_headings_and_marks_are_left_alone(kind):
    assert marked(VCS, "The VCS", kind=kind) == ["The VCS"]


def test_the_cover_is_left_alone():
    cover = [Passage(number="0.1", position=1, kind="numbered", html="The VCS", hash="h")]
    glossary = Glossary((VCS,))

    assert (glossary.marked(cover), glossary.uses([cover]), glossary.marked([])) == ({}, [], {})


def test_what_follows_a_link_is_marked():
    assert marked(VCS, '<p><a href="/">VCS</a> and VCS</p>') == [
        f'<p><a href="/">VCS</a> and {MARKED_VCS}</p>'
    ]


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("SLA", "two SLAs", ["SLAs"]),
        ("SLA", "the SLA’s end", ["SLA"]),
        ("SLA", "sla", []),
        ("commissioning", "Commissioning is", ["Commissioning"]),
        ("commissioning", "decommissioning", []),
        ("R&D", "our R&amp;D", ["R&amp;D"]),
        ("amp", "Fish &amp; chips", []),
        ("x27", "the council&#x27;s", []),
        ("Children's Plan", "the Children&#x27;s Plan", ["Children&#x27;s Plan"]),
        ("Children's Plan", "the Children’s Plan", ["Children’s Plan"]),
        ("best value", "best&nbsp;value", ["best&nbsp;value"]),
        ("best value", "best\nvalue", ["best\nvalue"]),
        ("NI7", "(NI7).", ["NI7"]),
        ("C++", "in C++.", ["C++"]),
        ("Cyngor", "Cyngor", ["Cyngor"]),
        ("élan", "ÉLAN and élan", ["ÉLAN"]),
    ],
)
def test_a_word_is_found_as_html_writes_it(word, text, found):
    assert words_marked(make_term(word), text) == found


def test_other_spellings_count_as_the_same_word():
    assert words_marked(make_term("VCS", also=("VCFS",)), "The VCFS, or VCS") == ["VCFS"]


def test_the_longest_of_several_words_is_found():
    terms = (make_term("Compact", 1), make_term("Compact Champions", 2))

    html = Glossary(terms).marked(make_passages("The Compact Champions"))[1]

    assert html == 'The <a class="term" href="#word-2">Compact Champions</a>'


def test_an_expansion_is_escaped():
    hostile = make_term("VCS", expansion='"><script>alert(1)</script>')

    (html,) = marked(hostile, "VCS")

    assert "<script" not in html
    assert '"&gt;' not in html.replace("&quot;&gt;", "")


def test_the_words_used_are_listed_in_order_with_where_they_are_used_first():
    glossary = Glossary((make_term("VCS", 1), make_term("commissioning", 2), make_term("LSP", 3)))
    sections = [make_passages("None", "the VCS"), make_passages("Commissioning the VCS")]

    uses = glossary.uses(sections)

    assert [(use.term.term, use.number, use.anchor) for use in uses] == [
        ("commissioning", "2.1", "p2-1"),
        ("VCS", "2.2", "p2-2"),
    ]


def test_two_sections_with_the_same_words_keep_their_own_numbers():
    glossary = Glossary((VCS,))
    here = make_passages("VCS")
    there = [Passage(number="7.1", position=1, kind="paragraph", html="VCS", hash="VCS")]

    assert [glossary.uses([s])[0].number for s in (here, there)] == ["2.1", "7.1"]


class Words(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.text = ""
        self.feed(html)
        self.close()

    def handle_data(self, data):
        self.text += data


PIECES = ["VCS", "VCSs", " ", "<b>", "</b>", "<a href='VCS'>", "</a>", "&amp;", "&", "<", ">", ";"]
MORE = ["#", "é", "\n", "\u2028", "<br/>", "<i title='VCS'>", "</i>", "x", "'", "<!--", "-->"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES + MORE), max_size=14).map("".join))
def test_taking_the_marks_out_gives_back_every_character(html):
    (drawn,) = marked(VCS, html)

    assert drawn.count(MARKED_VCS) <= 1 or 'class="term"' in html
    assert re.sub(r'<a class="term"[^>]*><abbr[^>]*>(VCSs?)</abbr></a>', r"\1", drawn) == html
    assert Words(drawn).text == Words(html).text


@pytest.mark.django_db
class TestStored:
    def test_a_consultation_explains_its_own_words_and_those_for_everywhere(self):
        mine, other = make_consultation(), make_consultation()
        GlossaryTerm.objects.create(term="VCS", meaning="For everywhere.")
        GlossaryTerm.objects.create(term="LSP", meaning="Mine.", consultation=mine)
        GlossaryTerm.objects.create(term="PCT", meaning="Another's.", consultation=other)

        words = {term.term for term in glossary_for(mine).terms.values()}

        assert words == {"VCS", "LSP"}

    def test_its_own_explanation_stands_before_the_one_for_everywhere(self):
        mine = make_consultation()
        GlossaryTerm.objects.create(term="Board", meaning="For everywhere.")
        GlossaryTerm.objects.create(term="Board", meaning="Mine.", consultation=mine)

        meanings = [term.meaning for term in glossary_for(mine).terms.values()]

        assert meanings == ["Mine."]

    def test_it_costs_a_query_only_after_a_change(
        self, django_assert_num_queries, django_capture_on_commit_callbacks
    ):
        mine = make_consultation()
        glossary_for(mine)

        with django_assert_num_queries(0):
            glossary_for(mine)
        with django_capture_on_commit_callbacks(execute=True):
            GlossaryTerm.objects.create(term="VCS", meaning="New.")
        after = glossary_for(mine)
        with django_capture_on_commit_callbacks(execute=True):
            GlossaryTerm.objects.all().delete()

        assert (len(after.terms), len(glossary_for(mine).terms)) == (1, 0)

    @pytest.mark.parametrize("same", ["VCS", "vcs"])
    def test_a_word_is_explained_once(self, same):
        GlossaryTerm.objects.create(term="VCS", meaning="First.")

        with pytest.raises(IntegrityError), transaction.atomic():
            GlossaryTerm.objects.create(term=same, meaning="Second.")
        with pytest.raises(ValidationError, match="already"):
            GlossaryTerm(term=same, meaning="Second.").full_clean()

    def test_a_word_without_an_explanation_is_refused(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            GlossaryTerm.objects.create(term="VCS")

    @pytest.mark.parametrize("term", ["", " ", "…", "()"])
    def test_a_word_has_a_letter_or_a_figure(self, term):
        with pytest.raises(ValidationError):
            GlossaryTerm(term=term, meaning="Something.").full_clean()

    def test_spellings_are_cleaned_and_each_stands_once(self):
        term = GlossaryTerm(term="NI7", also_spelled="NI  7\n\nNI7\n – \r\nN.I.7 ")

        assert term.spellings == ("NI7", "NI 7", "N.I.7")
