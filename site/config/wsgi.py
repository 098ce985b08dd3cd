import os

from django.core.wsgi import get_wsgi_application

from config.checks import refuse_to_serve_badly

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
application = get_wsgi_application()
refuse_to_serve_badly()
