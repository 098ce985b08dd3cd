from django.apps import AppConfig
from django.db.models.signals import post_migrate

from people.enums import Role

BOARD = [
    "wagtailadmin.access_admin",
    "moderation.decide_review",
    "moderation.view_moderationdecision",
]


class ModerationConfig(AppConfig):
    name = "consultations.moderation"
    label = "moderation"
    verbose_name = "Moderation"

    def ready(self):
        from consultations.moderation import receivers
        from consultations.moderation.domain import bulk
        from consultations.moderation.domain.telling import knots_of, whereabouts_of
        from consultations.responses.domain.trail import register_knots, register_whereabouts
        from delivery.domain import jobs
        from people.domain.roles import grants_on_migrate

        jobs.register(bulk.KIND, begin=bulk.carry_out, give_up=bulk.give_up)
        register_knots(knots_of, position=20)
        register_whereabouts(whereabouts_of)
        post_migrate.connect(
            grants_on_migrate(
                {
                    Role.BOARD_MEMBER: BOARD,
                    Role.BOARD_CHAIR: BOARD,
                    Role.OUTSIDE_READER: BOARD,
                    Role.ENGAGEMENT_OFFICER: [
                        "moderation.change_review",
                        "moderation.view_route",
                        "moderation.add_route",
                        "moderation.change_route",
                        "moderation.delete_route",
                        "moderation.view_moderationdecision",
                    ],
                }
            ),
            sender=self,
            weak=False,
            dispatch_uid="moderation.grants",
        )
        post_migrate.connect(
            receivers.make_first_workflow,
            sender=self,
            weak=False,
            dispatch_uid="moderation.first_workflow",
        )
