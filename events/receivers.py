from django.db.models.signals import post_save
from django.dispatch import receiver

from events.models import BookerMessage, Booking, EventIndexPage
from events.notifications import queue_message, queue_news
from events.signals import bookers_written_to, booking_news
from people.domain.roles import grant_pages_once
from people.enums import Role


@receiver(post_save, sender=EventIndexPage)
def let_events_editors_work_below(sender, instance, created, **kwargs):
    if created:
        grant_pages_once(
            page=instance,
            role=Role.EVENTS_EDITOR,
            permissions=["add", "change", "publish"],
        )


@receiver(booking_news, sender=Booking)
def write_to_whoever_booked(sender, booking, news, at, **kwargs):
    queue_news(booking=booking, news=news, at=at)


@receiver(bookers_written_to, sender=BookerMessage)
def write_to_everybody(sender, message, bookings, **kwargs):
    queue_message(message=message, bookings=bookings)
