from django.urls import path

from events.feeds import EventsFeed
from events.views import booking, calendars, poster

app_name = "events"

urlpatterns = [
    path("feed.atom", EventsFeed(), name="feed"),
    path("calendar.ics", calendars.all_events, name="calendar"),
    path("calendar/<slug:kind>.ics", calendars.of_kind, name="kind_calendar"),
    path("<slug:slug>/event.ics", calendars.of_event, name="event_calendar"),
    path("<slug:slug>/book/", booking.book, name="book"),
    path("<slug:slug>/poster/", poster.poster, name="poster"),
]
