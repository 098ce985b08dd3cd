from django.dispatch import Signal

# Sent with `send` inside the deciding transaction.
# Arguments: shown (comments that became public), hidden (comments that no longer are), at.
visibility_changed = Signal()
