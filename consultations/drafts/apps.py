from django.apps import AppConfig


class DraftsConfig(AppConfig):
    name = "consultations.drafts"
    label = "drafts"
    verbose_name = "Drafts"

    def ready(self):
        from consultations.drafts import receivers  # noqa: F401 -- registers itself
