import os

from django.core.asgi import get_asgi_application

from config.checks import refuse_to_serve_badly

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
application = get_asgi_application()
refuse_to_serve_badly()
