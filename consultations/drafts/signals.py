from django.dispatch import Signal

# Sent with `send` inside the freezing transaction, so that a failing receiver rolls it all back.
# Arguments: draft, passages (the Passage rows written).
draft_frozen = Signal()
