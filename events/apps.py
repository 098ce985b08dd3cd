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
        from events.shelves import shelf_of
        from people.domain.mine import register_shelf
        from people.domain.roles import grants_on_migrate

        register_shelf(shelf_of, position=20)

        post_migrate.connect(
            grants_on_migrate({Role.EVENTS_EDITOR: EDITORS}),
            sender=self,
            weak=False,
            dispatch_uid="events.grants",
        )
