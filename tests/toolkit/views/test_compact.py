"""The pages of the agreement, and that a new name reaches every one of them."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from delivery.models import OutboxMessage
from pages.models import SiteDetails
from people.enums import Role
from records.domain.references import new_key
from tests.factories.compact import (
    make_champion,
    make_code,
    make_compact,
    make_handler,
    make_principle,
    make_principles_page,
    make_procedure,
    make_record,
)
from tests.factories.consultations import make_consultation
from tests.factories.events import make_event, make_event_index
from tests.factories.people import make_user
from tests.factories.toolkit import make_method, make_toolkit_index
from toolkit.models import CompactCodePage, CompactPage, RelatedPage, ToolkitWords

HOUR = dt.timedelta(hours=1)
OLD = re.compile(r"Compact|Community Involvement Board|Thurrock", re.I)


@pytest.fixture
def index(home):
    return make_toolkit_index(home)


@pytest.fixture
def compact(index):
    return make_compact(index, partners="{council}\nThe umbrella body")


def read(browser, address):
    """What people see on a page, its title included and the rest of the site left out."""
    html = browser.get(address).content.decode()
    title = re.search(r"<title>(.*?)</title>", html, re.S)[1]
    main = re.search(r"<main.*?</main>", html, re.S)[0]
    way = re.search(r'<nav class="breadcrumbs".*?</nav>', html, re.S)
    html = f"{title} {way[0] if way else ''} {main}"
    return " ".join(strip_tags(html.replace("<", " <")).split())


def rename(home, **names):
    words = ToolkitWords.for_site(home.get_site())
    for name, word in names.items():
        setattr(words, name, word)
    words.save()


def test_a_new_name_is_read_on_every_page_of_the_toolkit(resident, home, index, compact):
    method, code, procedure = make_method(index), make_code(compact), make_procedure(compact)
    champion, principle = make_champion(helps_with="the {compact}"), make_principle()
    make_handler()
    consultation = make_consultation(slug="parks")
    make_record(consultation, (principle, {"kept": "yes", "evidence": "The {board} read it."}))
    principles = make_principles_page(index)
    addresses = [page.url for page in (index, method, compact, code, procedure, principles)]
    addresses += [f"/toolkit/champions/{champion.pk}/", "/toolkit/disputes/"]
    addresses += ["/toolkit/disputes/raise/", "/toolkit/principles/parks/"]
    before = {address: read(resident, address) for address in addresses}
    assert sum(bool(OLD.search(text)) for text in before.values()) >= 7

    rename(
        home, compact="Charter", champion="Charter Friend", champions="Friends", board="Panel & Co"
    )

    after = {address: read(resident, address) for address in addresses}
    assert [address for address, text in after.items() if OLD.search(text)] == []
    assert after[compact.url].startswith("The Charter")
    assert "The Charter is looked after by the Panel &amp; Co." in after[compact.url]
    assert after[procedure.url].startswith("When the Charter is not kept")
    assert after[code.url].count("Charter") >= 3
    assert CompactPage.objects.get().draft_title == "The Charter"


def test_the_council_is_called_by_its_own_name(resident, home, compact):
    SiteDetails.objects.create(site=home.get_site(), council_name="The new unitary")

    text = read(resident, compact.url)

    assert "What The new unitary and the groups promise" in text
    assert text.endswith("Who agreed it The new unitary The umbrella body")


def test_a_code_says_what_each_side_undertakes_and_that_it_is_an_example(resident, compact):
    code = make_code(compact)
    adopted = make_code(compact, "Volunteering", adopted_on="2026-05-03")

    text, other = read(resident, code.url), read(resident, adopted.url)

    assert "Example wording, not adopted It shows how this code could read." in text
    assert (
        "Public bodies Ask before the Compact is changed. "
        "Voluntary, community and faith groups Say early" in text
    )
    assert "Compact: code 1 of 2" in text
    assert ("Example wording" in other, "adopted on 3 May 2026" in other) == (False, True)


def test_related_pages_are_shown_while_everybody_may_read_them(resident, home, index, compact):
    code, events = make_code(compact), make_event_index(home)
    soon = timezone.now() + dt.timedelta(days=3)
    event, method = (
        make_event(
            events, title="Evening course", starts_at=soon, ends_at=soon + dt.timedelta(hours=2)
        ),
        make_method(index, title="World café"),
    )
    hidden = make_method(index, title="Unpublished", live=False)
    for place, page in enumerate((event, hidden, method)):
        RelatedPage.objects.create(code=code, page=page.page_ptr, sort_order=place)

    text = read(resident, code.url)

    assert "Methods that help to keep it Levels 2 to 3 World café" in text
    assert ("Evening course" in text, "Unpublished" in text) == (True, False)


def test_codes_cost_the_same_queries_one_or_three(resident, compact):
    make_code(compact)
    make_champion()
    resident.get(compact.url)
    with CaptureQueriesContext(connection) as for_one:
        resident.get(compact.url)
    make_code(compact, "Volunteering")
    make_code(compact, "Equality")
    make_champion(email="second@example.org")

    with CaptureQueriesContext(connection) as for_three:
        answer = resident.get(compact.url)

    assert len(for_three) == len(for_one)
    assert answer.content.decode().count("Write to them") == 2


def test_a_champion_is_written_to_and_the_address_never_shown(resident, compact):
    champion = make_champion()
    make_champion(name="Gone", email="gone@example.org", is_active=False)
    address = f"/toolkit/champions/{champion.pk}/"
    given = {"name": "Ada\nBcc: x@example.org", "email": "ada@example.org", "text": "Please ring."}

    pages = [resident.get(compact.url), resident.get(address), resident.post(address, given)]
    resident.post(address, given)

    assert [page.status_code for page in pages] == [200, 200, 200]
    assert not any(b"early-years@" in page.content for page in pages)
    assert b"Gone" not in pages[0].content
    letter = OutboxMessage.objects.get()
    assert (letter.to, "ada@example.org" in letter.body) == ("early-years@example.org", True)
    assert "Please ring." in letter.body


def test_a_champion_gets_five_letters_an_hour_and_the_sixth_writer_keeps_their_words(resident, db):
    champion = make_champion()
    address = f"/toolkit/champions/{champion.pk}/"
    answers = [
        resident.post(address, {"name": "Ada", "email": "a@example.org", "text": f"Letter {n}"})
        for n in range(6)
    ]

    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert "Letter 5" in answers[5].content.decode()
    assert OutboxMessage.objects.count() == 5


def test_a_toolkit_editor_makes_the_agreement_and_a_code(index, signed_in):
    browser = signed_in(make_user("toolkit-editor", Role.TOOLKIT_EDITOR))
    comments = {"comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0}}
    shared = {"summary": "", "introduction": rich_text("<p>All.</p>"), **comments}

    adding = f"/admin/pages/add/toolkit/compactpage/{index.pk}/"
    offered = browser.get(adding).context["form"]["slug"].value()
    browser.post(
        adding,
        nested_form_data({**shared, "slug": offered, "partners": "", "body": streamfield([])})
        | {"action-publish": "1"},
    )
    compact = CompactPage.objects.get()
    browser.post(
        f"/admin/pages/add/toolkit/compactcodepage/{compact.pk}/",
        nested_form_data(
            {
                **shared,
                "title": "Volunteering",
                "slug": "volunteering",
                "undertakings": inline_formset([{"side": "both", "text": "Thank people."}]),
                "meanings": inline_formset([]),
                "related": inline_formset([]),
            }
        )
        | {"action-publish": "1"},
    )

    assert (compact.title, compact.slug, compact.live) == ("The Compact", "compact", True)
    code = CompactCodePage.objects.child_of(compact).get()
    assert [each.text for each in code.undertakings.all()] == ["Thank people."]
    assert code.live


def test_keys_are_not_offered_to_be_copied(resident, compact, settings):
    make_procedure(compact)
    make_handler()
    settings.MOST_FORMS_A_MINUTE = 0
    key = new_key()

    answer = resident.post("/toolkit/disputes/raise/", {"key": key, "what_happened": "Two words"})

    page = answer.content.decode()
    # To read, to send again, and to take away as a file.
    assert (page.count(key), page.count("Two words")) == (1, 3)
