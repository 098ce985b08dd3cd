"""For everybody: the policy, each consultation's account, a report, an author's appeal."""

from django.urls import path

from consultations.moderation.views import accounts, appeals, reports
from consultations.responses import tracker_urls  # noqa: F401 -- registers `reference:`

urlpatterns = [
    path("consultations/moderation-policy/", accounts.policy, name="moderation_policy"),
    path("consultations/<slug:slug>/moderation/", accounts.account, name="moderation_account"),
    path("consultations/<slug:slug>/report/<int:pk>/", reports.report, name="report"),
    path("responses/<reference:reference>/appeal/<int:position>/", appeals.appeal, name="appeal"),
]
