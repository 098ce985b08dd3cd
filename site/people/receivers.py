from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.dispatch import receiver

from people.middleware import SHOWN_AT_SET_UP


@receiver(authenticator_added, sender=Authenticator)
def remember_that_it_was_shown(sender, request, authenticator, **kwargs):
    """Whoever sets up a second factor has typed a code of it."""
    if authenticator.type == Authenticator.Type.TOTP:
        request.session[SHOWN_AT_SET_UP] = True
