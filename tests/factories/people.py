from people.domain.roles import group_for
from people.enums import AreaKind, Role
from people.models import Area, BoardMembership, Organisation, User

PASSWORD = "a long enough password"


def make_user(name, *roles, **fields):
    """Whoever reads for the Board has a seat in its term, and has signed the undertaking."""
    user = User.objects.create_user(
        f"{name}@example.org",
        PASSWORD,
        first_name=name.replace("-", " ").capitalize(),
        **fields,
    )
    user.groups.set([group_for(role) for role in roles])
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    if {Role.BOARD_MEMBER, Role.BOARD_CHAIR, Role.OUTSIDE_READER} & set(roles):
        make_membership(user, undertaking_signed_on="2020-01-01")
    return user


def make_organisation(name="Riverside Carers", **fields):
    return Organisation.objects.create(name=name, **fields)


def make_membership(user, organisation=None, **fields):
    fields.setdefault("seat", "Voluntary sector")
    fields.setdefault("starts_on", "2020-01-01")
    return BoardMembership.objects.create(user=user, organisation=organisation, **fields)


def make_area(name="Eastfields", **fields):
    return Area.objects.create(name=name, **{"kind": AreaKind.WARD, **fields})
