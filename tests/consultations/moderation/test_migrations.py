"""What was there before a column was."""

from importlib import import_module

import pytest
from django.apps import apps

from consultations.moderation.models import Review
from consultations.responses.enums import Sign
from consultations.responses.models import Response
from tests.factories.consultations import make_response, passages_of

MARKED = import_module("consultations.moderation.migrations.0017_marked")


@pytest.mark.django_db
def test_of_what_had_come_before_that_with_signs_is_marked(usual_draft):
    made, other = (make_response(passage) for passage in passages_of(usual_draft)[:2])
    Response.objects.filter(pk=made.pk).update(signs=Sign.TOO_QUICK)
    assert not Review.objects.filter(is_marked=True).exists()

    MARKED.mark(apps, None)

    [review] = Review.objects.filter(is_marked=True)
    assert review.comment.response == made
    assert other.comments.exists()
