from django.apps import AppConfig
from django.db.models.signals import post_migrate

from people.enums import Role


def keeping(*models):
    return [
        f"toolkit.{verb}_{model}"
        for model in models
        for verb in ("add", "change", "delete", "view")
    ]


GRANTS = {
    Role.TOOLKIT_EDITOR: [
        "wagtailadmin.access_admin",
        "toolkit.change_toolkitwords",
        *keeping("champion", "principle", "principlerecord", "methoduse"),
    ],
    Role.ENGAGEMENT_OFFICER: [
        "toolkit.set_up_engagementplan",
        *keeping("principlerecord", "methoduse"),
    ],
    Role.WEB_ADMINISTRATOR: ["toolkit.change_toolkitwords"],
    Role.DISPUTE_HANDLER: ["wagtailadmin.access_admin", "toolkit.handle_dispute"],
}


class ToolkitConfig(AppConfig):
    name = "toolkit"
    verbose_name = "Toolkit"

    def ready(self):
        from people.domain.roles import grants_on_migrate
        from records.domain.retention import Rule, register_rules
        from toolkit import receivers  # noqa: F401 -- registers itself
        from toolkit.domain import disputes

        register_rules(
            Rule(
                "Compact disputes",
                "a year after their answer",
                disputes.answered_due,
                disputes.forget_answered,
            )
        )

        post_migrate.connect(
            grants_on_migrate(GRANTS),
            sender=self,
            weak=False,
            dispatch_uid="toolkit.grants",
        )
