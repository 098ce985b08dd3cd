from django.db import transaction

from people.models import Organisation


@transaction.atomic
def find_or_register(*, name):
    """The organisation of this name in any case and spacing; registered when it is new.

    A new one is an unregistered group of unknown kind until an officer says more.
    """
    name = " ".join(name.split())
    found = Organisation.objects.filter(name__iexact=name).first()
    return found or Organisation.objects.create(name=name)
