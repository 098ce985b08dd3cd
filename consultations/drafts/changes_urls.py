from django.urls import path

from consultations.drafts.views import changes

app_name = "changes"

urlpatterns = [
    path("", changes.changes, name="newest"),
    path("all/", changes.changes, {"everything": True}, name="newest_all"),
    path("<slug:older>/<slug:newer>/", changes.changes, name="between"),
    path(
        "<slug:older>/<slug:newer>/all/", changes.changes, {"everything": True}, name="between_all"
    ),
]
