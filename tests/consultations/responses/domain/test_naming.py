"""A group's name waits until coding is frozen: found by looking at every page of the admin."""

import pytest
from django.urls import NoReverseMatch, get_resolver, reverse
from django.utils import timezone

from consultations.analysis.domain.voices import published_comments, voices
from consultations.domain.stages import record_analysis_signed_off
from consultations.moderation.domain import deciding
from consultations.moderation.domain.queue import waiting_for
from consultations.moderation.models import Review
from consultations.responses.domain.naming import KEPT, name_shown
from consultations.responses.enums import Publish
from consultations.responses.models import Response
from people.enums import Role
from people.models import Organisation
from tests.factories.consultations import (
    make_consultation,
    make_published_draft,
    make_response,
    passages_of,
)
from tests.factories.people import make_user

CANARY = "ZZCANARY Carers"
# Signs out, and fails on purpose.
UNSAFE = ("logout/", "failwhale/")


@pytest.fixture
def response(db):
    draft = make_published_draft(make_consultation(slug="open"))
    found = make_response(
        passages_of(draft)[0], organisation=CANARY, publish=Publish.WITH_NAME, text="Pay on time."
    )
    Response.objects.filter(pk=found.pk).update(funder_safe=True)
    found.refresh_from_db()
    return found


@pytest.fixture
def grants_officer(db):
    return make_user("grants-officer", Role.GRANTS_OFFICER)


def admin_addresses(numbers):
    """Every address of the admin that takes nothing or one of these numbers."""

    def walk(resolver, prefix=""):
        for pattern in resolver.url_patterns:
            if hasattr(pattern, "url_patterns"):
                inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
                yield from walk(pattern, inner)
            elif pattern.name:
                yield prefix + pattern.name

    for name in set(walk(get_resolver())):
        for arguments in ([], *([number] for number in numbers)):
            try:
                address = reverse(name, args=arguments)
            except NoReverseMatch:
                continue
            if address.startswith("/admin/") and not address.endswith(UNSAFE):
                yield address


def test_no_page_of_the_admin_shows_it_to_the_board_or_to_grants_officers(
    response, board_member, chair, grants_officer, signed_in
):
    review = Review.objects.get()
    consultation = response.consultation
    numbers = {review.pk, consultation.pk, Organisation.objects.get().pk, response.pk}
    addresses = sorted(set(admin_addresses(numbers)))
    assert len(addresses) > 50

    found = []
    for user in (board_member, grants_officer):
        client = signed_in(user)
        for address in addresses:
            answer = client.get(address)
            body = b"" if answer.streaming else answer.content
            if b"ZZCANARY" in body:
                found.append((str(user), address))

    assert found == []
    desk = signed_in(chair).get("/admin/board/").content.decode()
    assert KEPT in desk or KEPT in signed_in(chair).get(reverse("board_desk")).content.decode()


def test_it_is_shown_to_whoever_looks_after_responses_and_to_all_once_coding_is_frozen(
    response, officer, board_member, grants_officer, signed_in
):
    both_roles = make_user("both", Role.ENGAGEMENT_OFFICER, Role.GRANTS_OFFICER)

    assert name_shown(response, to=officer) == CANARY
    for user in (board_member, grants_officer, both_roles):
        assert name_shown(response, to=user) == KEPT

    record_analysis_signed_off(consultation=response.consultation, at=timezone.now())
    assert name_shown(response, to=board_member) == CANARY
    assert "ZZCANARY" in signed_in(board_member).get(reverse("board_desk")).content.decode()


def test_the_public_page_does_not_give_it_away_before(response, board_member):
    ids = list(waiting_for(board_member).values_list("pk", flat=True))
    deciding.publish(review_ids=ids, by=board_member, at=timezone.now())
    consultation = response.consultation

    [voice] = voices(published_comments(consultation))
    assert voice.author == "A group or organisation"

    record_analysis_signed_off(consultation=consultation, at=timezone.now())
    [voice] = voices(published_comments(consultation))
    assert voice.author == CANARY
