"""The invented bodies that answer, and what kind each is."""

from people.models import Organisation

KINDS = {
    "Riverside Carers' Circle": Organisation.Kind.VOLUNTARY,
    "Harbourside Faith Forum": Organisation.Kind.FAITH,
    "Eastfields Allotment Society": Organisation.Kind.VOLUNTARY,
    "Marsh End Youth Club": Organisation.Kind.VOLUNTARY,
    "Northway Tenants' and Residents' Association": Organisation.Kind.VOLUNTARY,
    "Millbrook Advice Bureau": Organisation.Kind.VOLUNTARY,
    "Harbourside Mosque Welfare Committee": Organisation.Kind.FAITH,
    "Open Door Food Larder": Organisation.Kind.VOLUNTARY,
    "Quay Lane Arts Workshop": Organisation.Kind.VOLUNTARY,
    "Millbrook Community Transport": Organisation.Kind.VOLUNTARY,
    "Eastfields Community Forum": Organisation.Kind.FORUM,
    "A refuge in the borough": Organisation.Kind.VOLUNTARY,
    "The Council for Voluntary Service": Organisation.Kind.VOLUNTARY,
    "Polish Saturday School": Organisation.Kind.VOLUNTARY,
    "Marsh End Juniors Football Club": Organisation.Kind.VOLUNTARY,
    "Lower Quay Housing Association": Organisation.Kind.PUBLIC,
    "Millbrook Disability Partnership": Organisation.Kind.VOLUNTARY,
}
