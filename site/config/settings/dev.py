"""One person's machine: the demo, its mailbox, and mail that goes nowhere else."""

from config import env

from .base import *
from .base import INSTALLED_APPS, VAR

DEBUG = env.flag("DEBUG", False)
DEMO = True
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *env.words("ALLOWED_HOSTS")]
INSTALLED_APPS = ["demo", *INSTALLED_APPS]

# Safe only because this settings file serves one machine; production refuses to start without one.
SECRET_KEY = "this-key-is-for-the-demo-on-your-own-machine-and-for-nothing-else"
RECEIPT_KEY = "these-receipts-are-for-the-demo-on-your-own-machine-and-for-nothing-else"

EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR / "mail"
