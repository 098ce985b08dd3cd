from django.dispatch import Signal

# Sent with `send` inside the deciding transaction.
# Arguments: shown (comment ids that became public), hidden (comment ids that no longer are), at.
visibility_changed = Signal()
