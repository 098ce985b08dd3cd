import pytest

from tests.consultations.responses.views.asking import Page
from tests.factories.consultations import make_published_draft, passages_of
from tests.factories.questions import make_form


@pytest.fixture
def open_form(resident):
    """Opens a form of these questions about a passage: `open_form(Asked(…), …)`."""

    def make(*asked):
        form = make_form(*asked)
        passage = passages_of(make_published_draft())[0]
        return Page(resident, form, passage).open()

    return make
