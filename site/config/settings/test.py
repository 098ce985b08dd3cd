"""The suite: quick hashing, no cache between tests, mail in memory."""

from .base import *
from .base import DATABASES, INSTALLED_APPS, STORAGES, VAR

DEBUG = False
DEMO = True
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
INSTALLED_APPS = ["demo", *INSTALLED_APPS]
SECRET_KEY = "a key that signs nothing but what the tests themselves make, and them only"
RECEIPT_KEY = "a key for receipts that nobody but the tests themselves will ever hold in hand"

DATABASES["default"].setdefault("TEST", {})
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # In a file, so that the browser's server thread and the test see one database.
    DATABASES["default"]["TEST"]["NAME"] = str(VAR / "test.sqlite3")
else:
    DATABASES["default"]["TEST"]["NAME"] = "test_sounding_board"

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = VAR / "test-media"
STORAGES["private"]["OPTIONS"]["location"] = VAR / "test-private"
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
PAGE_CACHE_ENABLED = False
PAGE_CACHE_STAMP = str(VAR / "test-pages-changed")
HUEY = {"name": "test", "huey_class": "huey.MemoryHuey", "immediate": True}
ACCOUNT_RATE_LIMITS = False
# Wagtail's indexes for search and for "where is this used" are a third of the price of a page made;
# a test that asks them takes the fixture `indexes`.
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
VIRUS_SCANNER = None
