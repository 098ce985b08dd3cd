from django.dispatch import Signal

# Sent with `send` inside the deciding transaction.
# Arguments: shown (comments that became public), hidden (comments that no longer are), at.
visibility_changed = Signal()

# Sent inside the transaction in which an appeal is decided. Arguments: appeal, at.
appeal_answered = Signal()
# Sent inside the transaction in which two people agree that something is no response, or in which
# that is taken back. Arguments: response, comments (those that counted), sets_aside, at.
response_set_aside = Signal()
