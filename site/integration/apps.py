from django.apps import AppConfig


class IntegrationConfig(AppConfig):
    name = "integration"
    verbose_name = "Whole-system commands"

    def ready(self):
        from delivery.domain import outbox
        from records.domain.retention import Rule, register_rules

        register_rules(
            Rule(
                "Letters: to whom, and what was written",
                "a week after they went out or were given up",
                outbox.old_letters,
                outbox.forget_old_letters,
            ),
        )
