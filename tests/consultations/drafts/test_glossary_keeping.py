"""Officers keep the glossary; what they write is on the pages at once, and in no stored text."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from consultations.drafts.importing.outline import Kind, Outline, Passage, Section
from consultations.drafts.models import GlossaryTerm
from tests.factories.consultations import (
    make_consultation,
    make_published_draft,
    make_response,
    passages_of,
)

pytestmark = pytest.mark.django_db

TEXT = "The CVS helps groups. The CVS is a charity."
LIST = reverse("wagtailsnippets_drafts_glossaryterm:list")
ADD = reverse("wagtailsnippets_drafts_glossaryterm:add")
FORM = {"term": "CVS", "expansion": "Council for Voluntary Service", "meaning": "It helps."}


@pytest.fixture
def draft():
    passages = (Passage(Kind.HEADING, "The CVS"), Passage(Kind.PARAGRAPH, TEXT))
    outline = Outline("Draft", (Section("One", passages), Section("Two", passages)))
    return make_published_draft(make_consultation(slug="open"), outline=outline)


def page_of(browser, address):
    return browser.get(address).content.decode()


@pytest.fixture
def explained(draft):
    return GlossaryTerm.objects.create(**FORM)


def test_an_officer_adds_a_word_and_the_page_explains_it(
    officer, signed_in, resident, draft, django_capture_on_commit_callbacks
):
    before = page_of(resident, "/consultations/open/draft/one/")

    with django_capture_on_commit_callbacks(execute=True):
        added = signed_in(officer).post(ADD, {**FORM, "also_spelled": "", "consultation": ""})
    after = page_of(resident, "/consultations/open/draft/one/")

    term = GlossaryTerm.objects.get()
    assert (added.status_code, added.url) == (302, LIST)
    assert ('class="term"' in before, after.count('class="term"')) == (False, 1)
    assert f'id="{f"word-{term.pk}"}"' in after
    assert '<a class="words__back" href="#p1-2">First used in passage 1.2</a>' in after


@pytest.mark.parametrize(
    ("who", "may"),
    [("officer", True), ("administrator", True), ("board_member", False), ("events_editor", False)],
)
def test_who_may_keep_the_glossary(request, signed_in, who, may):
    browser = signed_in(request.getfixturevalue(who))

    answers = [browser.get(address).status_code for address in (LIST, ADD)]

    assert answers == ([200, 200] if may else [302, 302])


def test_a_word_is_refused_with_a_sentence_and_nothing_typed_is_lost(officer, signed_in, explained):
    answer = signed_in(officer).post(ADD, {**FORM, "also_spelled": "", "consultation": ""})

    text = answer.content.decode()
    assert answer.status_code == 200
    assert "This word is explained for every consultation already." in text
    assert "Council for Voluntary Service" in text


def test_the_whole_draft_marks_each_section_and_explains_once(resident, draft, explained):
    page = page_of(resident, draft.url)

    assert page.count('class="term"') == 2
    assert page.count('class="words__row"') == 1


def test_stored_text_and_quoted_text_stay_as_they_were(resident, draft, explained):
    passage = passages_of(draft)[1]
    page_of(resident, passage.section.url)

    response = make_response(passage)
    passage.refresh_from_db()

    assert (passage.html, passage.number) == (TEXT, "1.2")
    assert response.comments.get().quoted_text == TEXT


def test_the_form_quotes_the_passage_as_it_stands(resident, draft, explained):
    passage = passages_of(draft)[1]

    form = page_of(resident, f"/consultations/open/respond/passage/{passage.pk}/")

    assert TEXT in form
    assert 'class="term"' not in form


def test_explaining_adds_no_query_to_a_page(resident, draft):
    def queries(address):
        resident.get(address)
        with CaptureQueriesContext(connection) as captured:
            resident.get(address)
        return len(captured)

    addresses = (draft.url, draft.sections().first().url)
    before = [queries(address) for address in addresses]
    for word in ("CVS", "charity", "groups"):
        GlossaryTerm.objects.create(term=word, meaning="Something.")
    cache.clear()

    assert [queries(address) for address in addresses] == before
    assert 0 < before[0] <= 10
    assert page_of(resident, draft.url).count('class="term"') == 6


def test_what_an_editor_writes_is_escaped(resident, draft):
    GlossaryTerm.objects.create(
        term="CVS", expansion='"><script>x', meaning="<script>alert(1)</script>"
    )

    page = page_of(resident, draft.url)

    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
