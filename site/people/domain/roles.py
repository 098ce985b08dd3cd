"""Roles are groups. Each app gives them their permissions once, when its tables are made."""

from django.apps import apps as global_apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import GroupPagePermission

from people.enums import Role
from people.models import DoneOnce


def group_for(role):
    return Group.objects.get_or_create(name=Role(role).value)[0]


def has_role(user, *roles):
    """Whether this person is in the group of one of these roles. A superuser is in none by rank."""
    return user.groups.filter(name__in=[Role(role).value for role in roles]).exists()


@transaction.atomic
def grant_once(*, key, role, permissions):
    """Give a role each of the named permissions (`app_label.codename`) that it never had before.

    What an administrator took away stays away; what a later release adds arrives. Raises
    Permission.DoesNotExist for a permission that is misspelt.
    """
    keys = {f"{key}:{Role(role).name}:{name}": name for name in permissions}
    done = set(DoneOnce.objects.filter(key__in=keys).values_list("key", flat=True))
    for new in keys.keys() - done:
        DoneOnce.objects.create(key=new)
        app_label, codename = keys[new].split(".")
        group_for(role).permissions.add(
            Permission.objects.get(content_type__app_label=app_label, codename=codename)
        )


@transaction.atomic
def grant_pages_once(*, page, role, permissions):
    """Give a role page permissions (such as "add", "change", "publish") below this page, once."""
    _, is_new = DoneOnce.objects.get_or_create(key=f"page-{page.pk}:{Role(role).name}")
    if not is_new:
        return
    for codename in permissions:
        GroupPagePermission.objects.get_or_create(
            group=group_for(role),
            page=page.page_ptr if hasattr(page, "page_ptr") else page,
            permission=Permission.objects.get(
                content_type__app_label="wagtailcore", codename=f"{codename}_page"
            ),
        )


def tables_are_there(apps, app_label, model):
    """Whether a migration of only some apps has come as far as this model."""
    try:
        apps.get_model(app_label, model)
    except LookupError:
        return False
    return True


def grants_on_migrate(grants):
    """A post_migrate receiver that makes these grants: `{role: [permission, …]}`.

    The permissions named are made first, since Django would make some of them only later.
    """
    labels = {name.split(".")[0] for names in grants.values() for name in names}

    def receive(sender, apps=global_apps, **kwargs):
        if not tables_are_there(apps, "people", "DoneOnce"):
            return
        for label in sorted(labels):
            create_permissions(global_apps.get_app_config(label), verbosity=0)
        for role, permissions in grants.items():
            grant_once(key=sender.label, role=role, permissions=permissions)

    return receive
