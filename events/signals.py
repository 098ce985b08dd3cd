"""Sent inside the transaction of what they tell of: a receiver that fails rolls it back."""

from django.dispatch import Signal

# booking, news (an enums.News), at; together: all the bookings that the news is about
booking_news = Signal()
# message, bookings
bookers_written_to = Signal()
