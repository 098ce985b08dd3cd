from django.apps import AppConfig
from django.db.models.signals import post_migrate

from people.enums import Role


class ToolkitConfig(AppConfig):
    name = "toolkit"
    verbose_name = "Toolkit"

    def ready(self):
        from people.domain.roles import grants_on_migrate
        from toolkit import receivers  # noqa: F401 -- registers itself

        post_migrate.connect(
            grants_on_migrate(
                {
                    Role.TOOLKIT_EDITOR: ["wagtailadmin.access_admin"],
                    Role.ENGAGEMENT_OFFICER: ["toolkit.set_up_engagementplan"],
                }
            ),
            sender=self,
            weak=False,
            dispatch_uid="toolkit.grants",
        )
