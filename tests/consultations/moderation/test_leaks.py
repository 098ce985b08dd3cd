"""A secret is planted wherever somebody can write, hidden or held; nobody else can fetch it."""

import itertools
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core import mail
from django.urls import URLPattern, get_resolver
from django.utils import timezone
from pypdf import PdfReader
from wagtail.models import ModelLogEntry, Revision

from consultations.moderation.domain import appealing, deciding, reporting
from consultations.moderation.domain.hiding import find_words, publish_with_hidden_words, texts_of
from consultations.moderation.domain.names import hide_name
from consultations.moderation.domain.news import SLIP
from consultations.moderation.domain.translating import translate
from consultations.moderation.enums import Reason, ReportKind
from consultations.moderation.models import Review
from consultations.moderation.notifications import queue_news
from consultations.responses.domain import access
from consultations.responses.domain.references import new_key
from consultations.responses.enums import Publish
from delivery.domain.outbox import deliver_due
from records.models import LogEntry
from tests.factories.consultations import make_published_draft, make_response, passages_of

pytestmark = pytest.mark.django_db

SECRET = "Zanzibarine"
HIDDEN = f"Ring {SECRET}1 at home. The rest stands."
NOT_FETCHED = ("logout", "demo/")  # the demo shows its letters on purpose


@pytest.fixture
def town(board_member, second_member):
    """A secret in every field: hidden, held, kept back, taken back, in names, notes and reports."""
    now = timezone.now()
    draft = make_published_draft()
    passages = passages_of(draft)
    hidden = make_response(
        passages[0], text=HIDDEN, name=f"{SECRET}2", email=f"{SECRET}@example.org", key=new_key()
    )
    held = make_response(passages[0], text=f"{SECRET}3")
    make_response(passages[0], text=f"I feel suicidal. {SECRET}4", publish=Publish.NO)
    make_response(passages[0], text=f"{SECRET}5")
    named = make_response(
        passages[0], text="Well said.", name=f"{SECRET}12", publish=Publish.WITH_NAME
    )
    reviews = {r.comment.response_id: r for r in Review.objects.select_related("comment")}
    review = reviews[hidden.pk]
    hide_name(review_id=reviews[named.pk].pk, reason=Reason.IMPERSONATION, by=board_member, at=now)
    deciding.publish(review_ids=[reviews[named.pk].pk], by=board_member, at=now)
    words = find_words(f"{SECRET}1", texts_of(review.comment_id), reason=Reason.PERSONAL_OTHER)
    translate(
        review=review,
        language="pl",
        translator=f"{SECRET}11",
        texts=dict.fromkeys(texts_of(review.comment_id), f"{SECRET}10"),
        seen=0,
        by=board_member,
        at=now,
    )
    publish_with_hidden_words(review_id=review.pk, hidden=words, by=board_member, at=now)
    deciding.propose_hold(
        review_id=reviews[held.pk].pk,
        reason=Reason.ABUSE,
        note=f"{SECRET}6",
        by=board_member,
        at=now,
    )
    deciding.confirm_hold(review_id=reviews[held.pk].pk, by=second_member, at=now)
    appealing.appeal(comment=review.comment, text=f"{SECRET}7", at=now)
    reporting.report(
        review=review,
        kind=ReportKind.LEGAL,
        text=f"{SECRET}8",
        name=f"{SECRET}9",
        email="notice@example.org",
        at=now,
    )
    return draft, review


def addresses(patterns, prefix=""):
    """Every address of the site, with the numbers and slugs of the town put in."""
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route, pattern
        else:
            yield from addresses(pattern.url_patterns, route)


def filled_in(draft, review):
    """What stands at each converter's place: real numbers first, and a few that guess."""
    comment = review.comment
    slug = draft.consultation.slug
    numbers = sorted({review.pk, comment.pk, draft.consultation.pk, 1})
    section = draft.sections().first()
    known = {
        "<slug:slug>": slug,
        "<slug:draft_slug>": draft.slug,
        "<reference:reference>": comment.response.reference,
        "<place:kind>": "section",
    }
    for route, pattern in addresses(get_resolver().url_patterns):
        if "(?P" in route or any(word in route for word in NOT_FETCHED):
            continue
        if not hasattr(pattern.pattern, "_route"):
            continue
        for name, value in known.items():
            route = route.replace(name, value)
        first, *rest = route.split("<")
        for number in numbers if rest else numbers[:1]:
            yield f"/{first}" + "".join(f"{number}{part.partition('>')[2]}" for part in rest)
    yield from (draft.url, section.url, draft.consultation.url, "/consultations/", "/")


def text_of(answer):
    """Its bytes, and what is packed within them: a file hides nothing by being compressed."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if content.startswith(b"PK"):
        packed = ZipFile(BytesIO(content))
        return b"".join(packed.read(name) for name in packed.namelist())
    if content.startswith(b"%PDF-"):
        pages = PdfReader(BytesIO(content)).pages
        return content + "".join(page.extract_text() for page in pages).encode()
    return content


@pytest.mark.parametrize("who", ["nobody", "events_editor"])
def test_nobody_without_the_role_can_fetch_it_anywhere(town, request, signed_in, client, who):
    browser = client if who == "nobody" else signed_in(request.getfixturevalue(who))
    browser.raise_request_exception = False
    draft, review = town
    leaks, seen = [], 0

    for address in dict.fromkeys(filled_in(draft, review)):
        if (who != "nobody") != address.startswith("/admin/"):
            continue
        answer = browser.get(address)
        seen += answer.status_code == 200
        if SECRET.encode() in text_of(answer):
            leaks.append(address)

    assert leaks == []
    assert seen > 10
    page = browser.get(draft.sections().first().url).content.decode()
    assert "[words hidden: somebody else’s personal details]" in page


def test_it_is_in_no_letter_history_or_log(town):
    later = timezone.now() + SLIP
    queue_news(now=later)
    deliver_due(now=later)
    receipts = [
        letter
        for letter in mail.outbox
        if letter.to == [f"{SECRET}@example.org"]
        and letter.subject.startswith("We have your response")
    ]
    letters = [f"{letter.subject}{letter.body}" for letter in mail.outbox if letter not in receipts]
    rows = itertools.chain(
        Revision.objects.values_list("content", "object_str"),
        ModelLogEntry.objects.values_list("label", "data"),
        LogEntry.objects.values_list("subject", "action", "reason"),
    )

    assert letters
    assert [letter.body.count(SECRET) for letter in receipts] == [1]  # their own words, to them
    assert [text for text in letters if SECRET in text] == []
    assert [row for row in rows if SECRET in str(row)] == []


def test_its_author_sees_it_beside_what_others_see(town, resident):
    _, review = town
    response = review.comment.response
    token = access.make_link_token(response=response)
    resident.post(f"/responses/{response.reference}/link/", {"token": token})

    page = resident.get(f"/responses/{response.reference}/").content.decode()

    assert f"{SECRET}1" in page
    assert "Ring [words hidden: somebody else’s personal details] at home." in page
    assert "Shown, with words hidden" in page
