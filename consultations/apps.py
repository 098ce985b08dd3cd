from django.apps import AppConfig
from django.db.models.signals import post_migrate

from people.enums import Role


class ConsultationsConfig(AppConfig):
    name = "consultations"
    verbose_name = "Consultations"

    def ready(self):
        from consultations import receivers  # noqa: F401 -- registers itself
        from consultations.domain.duties import fair
        from people.domain.roles import grants_on_migrate

        fair.register_all()
        post_migrate.connect(
            grants_on_migrate(
                {
                    Role.ENGAGEMENT_OFFICER: [
                        "wagtailadmin.access_admin",
                        "wagtailimages.add_image",
                        "wagtailimages.choose_image",
                        "wagtaildocs.add_document",
                        "wagtaildocs.choose_document",
                        "consultations.add_election",
                        "consultations.change_election",
                        "consultations.delete_election",
                        "consultations.view_election",
                    ],
                    Role.WEB_ADMINISTRATOR: [
                        "wagtailadmin.access_admin",
                        "pages.change_sitedetails",
                        "people.add_organisation",
                        "people.change_organisation",
                        "people.view_organisation",
                        "people.add_boardmembership",
                        "people.change_boardmembership",
                        "people.view_boardmembership",
                    ],
                }
            ),
            sender=self,
            weak=False,
            dispatch_uid="consultations.grants",
        )
