import pytest

from consultations.drafts.models.uploads import private_storage
from tests.factories.consultations import make_consultation
from tests.factories.imports import (
    make_import,
)


@pytest.fixture(autouse=True)
def storage(tmp_path, monkeypatch):
    """The private place, moved for this test to a folder of its own."""
    monkeypatch.setitem(vars(private_storage()), "location", str(tmp_path))
    return tmp_path


@pytest.fixture
def consultation():
    return make_consultation(slug="thriving")


@pytest.fixture
def found(officer, consultation):
    return make_import(officer, consultation=consultation)


@pytest.fixture
def client(officer, signed_in):
    return signed_in(officer)
