from django.urls import path

from toolkit import views

app_name = "toolkit"

urlpatterns = [
    path("finder/", views.finder, name="finder"),
    path("compare/", views.compare, name="compare"),
    path("mix/", views.mix, name="mix"),
    path("plan/", views.plan, name="plan"),
    path("plans/<slug:code>/", views.saved_plan, name="saved_plan"),
    path("plans/<slug:code>/plan.pdf", views.plan_file, {"kind": "pdf"}, name="plan_pdf"),
    path("plans/<slug:code>/plan.docx", views.plan_file, {"kind": "docx"}, name="plan_word"),
    path("plans/<slug:code>/plan.ics", views.plan_calendar, name="plan_calendar"),
]
