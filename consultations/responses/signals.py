"""Sent with `send` inside the sender's transaction, so that a failing receiver rolls it back."""

from django.dispatch import Signal

# Arguments: response, comments (the Comment rows, in order), answers (the Answer rows).
response_received = Signal()
# Arguments: response, comments (the rows that count now), replaced (those they stand for),
# answers (the Answer rows of the new comments), at.
response_amended = Signal()
# Arguments: response, at.
response_withdrawn = Signal()
