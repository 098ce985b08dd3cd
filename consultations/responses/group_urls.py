"""A group's workspace, below the respond pages of a consultation and in their namespace."""

from django.urls import path

from consultations.responses.views import workspaces

urlpatterns = [
    path("", workspaces.home, name="group"),
    path("start/", workspaces.start, name="group_start"),
    path("write/", workspaces.write, name="group_write_in_general"),
    path("write/<place:kind>/<int:pk>/", workspaces.write, name="group_write"),
    path("merge/", workspaces.merge, name="group_merge"),
    path("pack/", workspaces.pack, name="group_pack"),
    path("compose/", workspaces.compose, name="group_compose"),
    path("leave/", workspaces.leave, name="group_leave"),
]
