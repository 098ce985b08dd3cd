"""What is true everywhere. `dev`, `test` and `production` each say only what differs."""

from pathlib import Path
from urllib.parse import quote

from django.urls import reverse_lazy

from config import env

ROOT = Path(__file__).resolve().parents[3]
VAR = ROOT / env.text("VAR_DIR", "var")
VAR.mkdir(parents=True, exist_ok=True)

# Applications ---------------------------------------------------------------------------------

OURS = [
    "pages",
    "people",
    "delivery",
    "records",
    "consultations",
    "consultations.drafts",
    "consultations.responses",
    "consultations.moderation",
    "consultations.analysis",
    "consultations.outcomes",
    "events",
    "toolkit",
    "integration",
]

INSTALLED_APPS = [
    "config",
    *OURS,
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "wagtail_modeladmin",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.contrib.typed_table_block",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "huey.contrib.djhuey",
    "csp",
    "whitenoise.runserver_nostatic",
    "django.forms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "pages.caching.PageCacheMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "config.middleware.BrowserLimits",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.middleware.RejectInvalidInput",
    "config.middleware.ContentSecurityPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "people.middleware.StaffSecondFactor",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "consultations.middleware.DutiesInWords",
    "pages.known_site.KnownSiteMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Data -----------------------------------------------------------------------------------------

EMBEDDED_DATABASE = f"sqlite:///{quote(str(VAR / 'board.sqlite3'))}"
DATABASES = {"default": env.database("DATABASE_URL", EMBEDDED_DATABASE)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHE_URL = env.text("CACHE_URL", "")
CACHES = {
    "default": {
        "BACKEND": "config.caches.SparableRedisCache",
        "LOCATION": CACHE_URL,
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
    }
    if CACHE_URL
    else {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 2000},
    }
}
# Without a shared cache one process serves everybody; config/checks.py refuses more.
WEB_CONCURRENCY = env.number("WEB_CONCURRENCY", 1, least=1)
# Without a shared cache, touching this file tells every process that pages have changed.
PAGE_CACHE_STAMP = "" if CACHE_URL else str(VAR / "pages-changed")
PAGE_CACHE_ENABLED = True

# Background work ------------------------------------------------------------------------------

QUEUE_WAITS = f"{'&' if '?' in CACHE_URL else '?'}socket_connect_timeout=2&socket_timeout=5"
HUEY = {
    "name": "sounding-board",
    "huey_class": "huey.RedisHuey" if CACHE_URL else "huey.SqliteHuey",
    "immediate": False,
    "connection": {"url": CACHE_URL + QUEUE_WAITS}
    if CACHE_URL
    else {"filename": str(VAR / "queue.sqlite3")},
    "consumer": {"workers": 1, "worker_type": "thread", "periodic": True},
}

# Language and time ----------------------------------------------------------------------------

LANGUAGE_CODE = "en-gb"
USE_I18N = True
TIME_ZONE = "Europe/London"
USE_TZ = True

# Files ----------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATICFILES_DIRS = [ROOT / "static"]
STATIC_ROOT = VAR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # What no address leads to, such as an uploaded document until it has been read.
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": VAR / "private",
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
    "staticfiles": {"BACKEND": "config.staticfiles.JoinedStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 3600

# Sign-in --------------------------------------------------------------------------------------

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = reverse_lazy("wagtailadmin_home")
ACCOUNT_ADAPTER = "people.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXIES", 0)
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
STAFF_SECOND_FACTOR = False

SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "pages.views.expired_form"

# Security -------------------------------------------------------------------------------------

X_FRAME_OPTIONS = "SAMEORIGIN"  # Wagtail's preview frame; frame-ancestors below governs the rest.
SECURE_REFERRER_POLICY = "same-origin"
# Well above any answer a person types; the form gives over-long answers back with a sentence.
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

PUBLIC_POLICY = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
    "object-src": ["'none'"],
}
# Wagtail's own templates hold inline scripts and styles; see docs/decisions/0003.
ADMIN_POLICY = {
    **PUBLIC_POLICY,
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "frame-src": ["'self'"],
    "frame-ancestors": ["'self'"],
    "img-src": ["'self'", "data:", "blob:"],
}
CONTENT_SECURITY_POLICY = {"DIRECTIVES": PUBLIC_POLICY}

# Wagtail --------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Sounding Board"
WAGTAILADMIN_BASE_URL = env.text("PUBLIC_URL", "http://127.0.0.1:8000")
WAGTAILADMIN_LOGIN_URL = "/accounts/login/"
WAGTAIL_FRONTEND_LOGIN_URL = "/accounts/login/"
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_FINISH_WORKFLOW_ACTION = "pages.domain.workflows.publish_approved"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_USER_TIME_ZONES = ["Europe/London", "UTC"]
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "odt", "xlsx", "ods", "csv", "txt"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILEMBEDS_FINDERS = []
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
TAGGIT_CASE_INSENSITIVE = True

# The product ----------------------------------------------------------------------------------

DEMO = False
# What keys the code on a receipt. It is kept apart from SECRET_KEY so that either can be changed.
RECEIPT_KEY = ""
# From one address on the network: a room full of people behind it stays far below.
MOST_FORMS_A_MINUTE = env.number("MOST_FORMS_A_MINUTE", 120, least=1)
# To one consultation: what comes beyond it counts as well, and is marked to be looked at first.
MOST_RESPONSES_IN_TEN_MINUTES = env.number("MOST_RESPONSES_IN_TEN_MINUTES", 200, least=1)
# Looks through what people upload; without an answer nothing is kept.
VIRUS_SCANNER = env.scanner("VIRUS_SCANNER")
