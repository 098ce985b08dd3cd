import pytest

from tests.factories.consultations import (
    passages_of,
)


@pytest.fixture
def draft(usual_draft):
    return usual_draft


@pytest.fixture
def slug(draft):
    return draft.consultation.slug


@pytest.fixture
def passage(draft):
    return passages_of(draft)[0]
