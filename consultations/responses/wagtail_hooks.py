"""What responses add to the admin."""

from wagtail import hooks

from consultations.responses.views import attaching

hooks.register("register_admin_urls", attaching.urls)
