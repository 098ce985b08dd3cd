"""The sign-ins, the Board's terms and the organisations that will answer."""

from datetime import timedelta

from demo.content.organisations import KINDS
from demo.signins import PASSWORD, SIGN_INS
from people.domain.organisations import find_or_register
from people.domain.roles import grant_pages_once, group_for
from people.enums import Role
from people.models import BoardMembership, User

TERM_BEGAN = timedelta(days=400)


def load_people(scene):
    for name, kind in KINDS.items():
        organisation = find_or_register(name=name)
        organisation.kind = kind
        organisation.save()
    for person in SIGN_INS:
        _make(person, scene)
    grant_pages_once(
        page=scene.home,
        role=Role.WEB_ADMINISTRATOR,
        permissions=["add", "change", "publish", "lock", "unlock"],
    )


def _make(person, scene):
    """A user whose address counts as confirmed, with a seat on the Board where they have one."""
    user = User.objects.create_user(person.email, PASSWORD, first_name=person.title)
    user.groups.add(group_for(person.role))
    user.emailaddress_set.create(email=person.email, verified=True, primary=True)
    if person.seat:
        began = scene.today - TERM_BEGAN
        BoardMembership.objects.create(
            user=user,
            seat=person.seat,
            organisation=find_or_register(name=person.organisation)
            if person.organisation
            else None,
            starts_on=began,
            undertaking_signed_on=began,
        )
