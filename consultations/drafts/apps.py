from django.apps import AppConfig


class DraftsConfig(AppConfig):
    name = "consultations.drafts"
    label = "drafts"
    verbose_name = "Drafts"

    def ready(self):
        from consultations.domain.readiness import register_check
        from consultations.drafts import receivers  # noqa: F401 -- registers itself
        from consultations.drafts.domain.checking.running import check_draft

        register_check(check_draft)
