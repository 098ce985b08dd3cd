from django.apps import AppConfig
from django.db.models.signals import post_migrate

from people.enums import Role


class DraftsConfig(AppConfig):
    name = "consultations.drafts"
    label = "drafts"
    verbose_name = "Drafts"

    def ready(self):
        from consultations.domain.readiness import register_check
        from consultations.drafts import receivers  # noqa: F401 -- registers itself
        from consultations.drafts.domain.checking.running import check_reader_now, check_words_now
        from consultations.drafts.importing import uploading
        from delivery.domain import jobs
        from people.domain.roles import grants_on_migrate

        register_check(check_reader_now, may_block=True)
        register_check(check_words_now)
        jobs.register(
            uploading.KIND, begin=uploading.read_upload, give_up=uploading.give_up_reading
        )
        post_migrate.connect(
            grants_on_migrate(
                {
                    Role.ENGAGEMENT_OFFICER: [
                        "drafts.add_glossaryterm",
                        "drafts.change_glossaryterm",
                        "drafts.delete_glossaryterm",
                        "drafts.view_glossaryterm",
                    ]
                }
            ),
            sender=self,
            weak=False,
            dispatch_uid="drafts.grants",
        )
