from django.apps import AppConfig
from django.db.models.signals import post_migrate

from people.enums import Role

EDITORS = [
    "wagtailadmin.access_admin",
    "events.add_venue",
    "events.change_venue",
    "events.delete_venue",
    "events.view_booking",
    "events.change_booking",
]


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = "Events"

    def ready(self):
        from events import receivers  # noqa: F401 -- registers itself
        from events.domain import booking_retention as retention
        from events.shelves import shelf_of
        from people.domain.mine import register_shelf
        from people.domain.roles import grants_on_migrate
        from records.domain.retention import Rule, register_rules

        register_shelf(shelf_of, position=20)
        register_rules(
            Rule(
                "What people need at events",
                "a week after",
                retention.needs_due,
                retention.forget_needs,
            ),
            Rule(
                "Bookings: who, their answers and letters, and notes of tables",
                "six months after the event",
                retention.bookings_due,
                retention.forget_bookings,
            ),
        )

        post_migrate.connect(
            grants_on_migrate({Role.EVENTS_EDITOR: EDITORS}),
            sender=self,
            weak=False,
            dispatch_uid="events.grants",
        )
