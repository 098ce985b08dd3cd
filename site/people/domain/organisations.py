from django.db import transaction

from people.models import Organisation


@transaction.atomic
def find_or_register(*, name, org_id=""):
    """The organisation of this org-id, or of this name in any case and spacing; new where there is
    none, and then of unknown kind until an officer says more.

    What is on record about one that is known never changes by what somebody says it is.
    """
    name = " ".join(name.split())
    return find(name=name, org_id=org_id) or Organisation.objects.create(name=name, org_id=org_id)


def find(*, name, org_id=""):
    """The organisation on record, or None: the org-id stands over the name."""
    found = Organisation.objects.filter(org_id=org_id).first() if org_id else None
    return found or Organisation.objects.filter(name__iexact=" ".join(name.split())).first()
