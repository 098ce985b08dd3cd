from django.apps import AppConfig
from django.db.models.signals import post_migrate

from people.enums import Role


class ResponsesConfig(AppConfig):
    name = "consultations.responses"
    label = "responses"
    verbose_name = "Responses"

    def ready(self):
        from consultations.domain import duties
        from consultations.domain.readiness import register_check
        from consultations.responses import receivers  # noqa: F401 -- registers itself
        from consultations.responses.domain import own, receipts, retention, rewordings
        from consultations.responses.domain.checking import ASKS_SOMETHING, check_forms
        from consultations.responses.domain.trail import register_knots
        from people.domain.mine import register_shelf
        from people.domain.roles import grants_on_migrate
        from records.domain.retention import register_rules

        duties.register(ASKS_SOMETHING)
        register_check(check_forms, may_block=True)
        register_rules(*retention.RULES)
        register_shelf(own.shelf_of, position=10)
        register_knots(receipts.knots_of, position=10)
        register_knots(rewordings.knots_of, position=50)
        post_migrate.connect(
            grants_on_migrate(
                {
                    Role.ENGAGEMENT_OFFICER: [
                        "responses.add_questionnaire",
                        "responses.change_questionnaire",
                        "responses.view_questionnaire",
                        "responses.see_names",
                        "responses.view_equalityrecord",
                        "responses.add_channelentry",
                        "responses.view_attachedfile",
                        "responses.add_translation",
                    ],
                    Role.GRANTS_OFFICER: ["wagtailadmin.access_admin"],
                }
            ),
            sender=self,
            weak=False,
            dispatch_uid="responses.grants",
        )
