from django.urls import path

from toolkit.views import champions, disputes, principles

app_name = "compact"

urlpatterns = [
    path("champions/<int:pk>/", champions.write, name="champion"),
    path("disputes/", disputes.find, name="find_dispute"),
    path("disputes/raise/", disputes.raise_dispute, name="raise_dispute"),
    path("disputes/<slug:reference>/", disputes.follow, name="dispute"),
    path("disputes/<slug:reference>/leave/", disputes.leave, name="leave_dispute"),
    path("principles/<slug:slug>/", principles.account, name="principles_of"),
]
