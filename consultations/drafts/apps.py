from django.apps import AppConfig


class DraftsConfig(AppConfig):
    name = "consultations.drafts"
    label = "drafts"
    verbose_name = "Drafts"

    def ready(self):
        from consultations.drafts import receivers  # noqa: F401 -- registers itself
        from consultations.drafts.importing import uploading
        from delivery.domain import jobs

        jobs.register(
            uploading.KIND, begin=uploading.read_upload, give_up=uploading.give_up_reading
        )
