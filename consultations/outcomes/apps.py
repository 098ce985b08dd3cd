from django.apps import AppConfig
from django.db.models.signals import post_migrate


class OutcomesConfig(AppConfig):
    name = "consultations.outcomes"
    label = "outcomes"
    verbose_name = "Outcomes"

    def ready(self):
        from consultations.outcomes import receivers
        from consultations.outcomes.domain.telling import knots_of
        from consultations.responses.domain.trail import register_knots

        register_knots(knots_of, position=40)

        post_migrate.connect(
            receivers.make_sign_off_workflow,
            sender=self,
            weak=False,
            dispatch_uid="outcomes.sign_off_workflow",
        )
