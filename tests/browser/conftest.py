import pytest

from tests.factories.consultations import make_consultation, make_published_draft, passages_of


@pytest.fixture
def passage():
    """A passage of a consultation that is open."""
    return passages_of(make_published_draft(make_consultation(slug="open")))[0]
