import pytest
from django.utils import timezone

from consultations.moderation.models import Review
from tests.factories.consultations import make_response, passages_of


@pytest.fixture
def draft(usual_draft):
    return usual_draft


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def review(draft):
    response = make_response(
        passages_of(draft)[0], text="Rita Bell is a fool. Spend more.", email="amina@example.org"
    )
    return Review.objects.get(comment__response=response)
