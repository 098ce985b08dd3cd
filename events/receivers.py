from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import page_published

from events.domain.waiting import look_again
from events.models import (
    BookerMessage,
    Booking,
    EventIndexPage,
    EventPage,
    PublishedEventKept,
    Venue,
)
from events.notifications import queue_message, queue_news
from events.signals import bookers_written_to, booking_news
from pages.caching import pages_changed
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


@receiver(page_published, sender=EventPage)
def know_the_rows_of_new_sessions(sender, instance, revision, **kwargs):
    """Write into the published revision which row each session is.

    A session added to a published event has none until it is published, and Wagtail would make
    another row of it at each further publication.
    """
    if revision is None:
        return
    revision.content["sessions"] = instance.serializable_data()["sessions"]
    revision.save(update_fields=["content"])


@receiver(pre_delete, sender=EventPage)
def keep_published_events(sender, instance, **kwargs):
    """People who meant to come look for it, whichever road the deletion takes."""
    if instance.first_published_at:
        raise PublishedEventKept(instance)


@receiver([post_save, post_delete], sender=Venue)
def forget_pages_that_name_a_venue(sender, **kwargs):
    pages_changed()


@receiver(page_published, sender=EventPage)
def offer_the_places_there_are_now(sender, instance, **kwargs):
    look_again(instance, at=timezone.now())


@receiver(booking_news, sender=Booking)
def write_to_whoever_booked(sender, booking, news, at, together=(), **kwargs):
    queue_news(booking=booking, news=news, at=at, together=together)


@receiver(bookers_written_to, sender=BookerMessage)
def write_to_everybody(sender, message, bookings, **kwargs):
    queue_message(message=message, bookings=bookings)
