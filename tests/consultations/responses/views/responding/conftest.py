import pytest

from tests.factories.consultations import (
    make_published_draft,
    passages_of,
)


@pytest.fixture
def draft():
    return make_published_draft()


@pytest.fixture
def slug(draft):
    return draft.consultation.slug


@pytest.fixture
def passage(draft):
    return passages_of(draft)[0]
