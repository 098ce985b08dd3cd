from django.urls import path

from consultations.feeds import ConsultationsFeed, ForwardPlanFeed
from consultations.views import forward_plan

app_name = "consultations"

urlpatterns = [
    path("feed.atom", ConsultationsFeed(), name="feed"),
    path("forward-plan/", forward_plan, name="forward_plan"),
    path("forward-plan.atom", ForwardPlanFeed(), name="forward_plan_feed"),
]
