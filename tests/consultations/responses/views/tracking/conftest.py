import pytest

from consultations.responses.domain.references import code_for, new_key
from tests.factories.consultations import (
    make_response,
    passages_of,
)


@pytest.fixture
def draft(usual_draft):
    return usual_draft


@pytest.fixture
def key():
    return new_key()


@pytest.fixture
def response(draft, key):
    return make_response(
        passages_of(draft)[0],
        key=key,
        text="The hall’s rent doubled in May.",
        publish="with_name",
        name="Quokka",
        email="quokka@example.org",
    )


@pytest.fixture
def author(resident, response, key):
    """A browser that has opened the response with its code."""
    resident.post("/responses/", {"reference": response.reference, "code": code_for(key)})
    return resident
