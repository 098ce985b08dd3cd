from django.apps import AppConfig


class CompositionConfig(AppConfig):
    name = "config"
    verbose_name = "Configuration"

    def ready(self):
        from config import checks, databases  # noqa: F401 -- register themselves
