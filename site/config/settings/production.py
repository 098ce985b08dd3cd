"""A council's own server: everything comes from the environment, and HTTPS is assumed."""

from config import env

from .base import *
from .base import ADMIN_POLICY, PUBLIC_POLICY

DEBUG = False
SECRET_KEY = env.secret("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.words("SECRET_KEY_FALLBACKS")
RECEIPT_KEY = env.secret("RECEIPT_KEY")
ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS")
# A host that starts with a dot stands for all names below it.
FIRST_HOST = ALLOWED_HOSTS[0].lstrip(".")
CSRF_TRUSTED_ORIGINS = [
    f"https://{'*' if host.startswith('.') else ''}{host}" for host in ALLOWED_HOSTS
]
WAGTAILADMIN_BASE_URL = env.text("PUBLIC_URL", f"https://{FIRST_HOST}").rstrip("/")

SECURE_SSL_REDIRECT = env.flag("HTTPS_REDIRECT", True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
SECURE_HSTS_SECONDS = env.number("HSTS_SECONDS", 63_072_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
CONTENT_SECURITY_POLICY = {"DIRECTIVES": {**PUBLIC_POLICY, "upgrade-insecure-requests": True}}
ADMIN_POLICY = {**ADMIN_POLICY, "upgrade-insecure-requests": True}
# Wagtail shows drafts in a frame of its own admin; frame-ancestors keeps every other site out.
SILENCED_SYSTEM_CHECKS = ["security.W019"]

STAFF_SECOND_FACTOR = True

EMAIL_HOST = env.text("EMAIL_HOST", "localhost")
EMAIL_PORT = env.number("EMAIL_PORT", 25)
EMAIL_HOST_USER = env.text("EMAIL_USER", "")
EMAIL_HOST_PASSWORD = env.text("EMAIL_PASSWORD", "")
EMAIL_USE_TLS = env.flag("EMAIL_TLS", True)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.text("EMAIL_FROM", f"consultations@{FIRST_HOST}")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
