from django.urls import path

from consultations.analysis.views import published

app_name = "analysis"

urlpatterns = [path("", published.views, name="views")]
