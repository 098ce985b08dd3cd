"""Declared here, sent inside the sender's transaction: a receiver that fails rolls it back."""

from django.dispatch import Signal

# Sent before a consultation that is or becomes public is saved.
# Arguments: consultation (as it will read), before (as it was stored, or None).
saving_in_public = Signal()
