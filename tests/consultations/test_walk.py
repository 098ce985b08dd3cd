"""The main job in one piece, without a browser: draft, response, decision, public page."""

import pytest
from django.utils import timezone

from consultations.analysis.domain.reconciling import reconcile
from consultations.moderation.domain.deciding import publish
from consultations.moderation.domain.queue import waiting_for
from tests.factories.consultations import make_published_draft, make_response, passages_of

pytestmark = pytest.mark.django_db


def test_a_comment_walks_from_the_draft_to_the_public_page(board_member, resident):
    draft = make_published_draft()
    passage = passages_of(draft)[0]

    response = make_response(passage, text="Name the small groups.")
    (review,) = waiting_for(board_member)
    publish(review_ids=[review.pk], by=board_member, at=timezone.now())
    page = resident.get(passage.section.url)

    assert "Name the small groups." in page.content.decode()
    assert reconcile(draft.consultation).faults == []
    assert response.reference not in page.content.decode()
