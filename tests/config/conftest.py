import importlib
import sys

import pytest
from django.test import Client

from tests.config.processes import MADE_UP

HEADERS = ("SECURE_", "SESSION_", "CSRF_", "CONTENT_", "ADMIN_POLICY", "ALLOWED_HOSTS", "X_FRAME")


@pytest.fixture
def production(settings, monkeypatch):
    """What the production settings say about requests and answers, in force for this test."""
    for name, value in MADE_UP.items():
        monkeypatch.setenv(name, value)
    made = importlib.import_module("config.settings.production")
    del sys.modules["config.settings.production"]
    for name in dir(made):
        if name.startswith(HEADERS):
            setattr(settings, name, getattr(made, name))
    return settings


@pytest.fixture
def https(production):
    """A browser that comes through the proxy, over HTTPS."""
    return Client(headers={"host": "consult.example.org", "x-forwarded-proto": "https"})


@pytest.fixture
def http(production):
    """A browser that came to the proxy over plain HTTP."""
    return Client(headers={"host": "consult.example.org", "x-forwarded-proto": "http"})
