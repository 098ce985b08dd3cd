"""What a person does on the screens of importing."""

from django.urls import reverse

from tests.factories.imports import (
    make_file,
)

NEW = "/admin/imports/new/"


def to(name, found, *more):
    return reverse(f"imports_{name}", args=[found.pk, *more])


def press(client, found, do, **fields):
    """One button of the correction screen, on the import as it stands."""
    found.refresh_from_db()
    data = {"version": found.version, "do": do, **fields}
    return client.post(to("correct", found), data)


def said(response):
    return [str(message).strip() for message in response.context["messages"]]


def send(client, consultation, *, follow=True, **fields):
    data = {"consultation": consultation.pk, "file": make_file(), "title": "", **fields}
    return client.post(NEW, data, follow=follow)
