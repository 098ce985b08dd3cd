"""What lies beside a draft's pages. None of these can be the slug of a section."""

from django.urls import path

from consultations.drafts.views import passages, pdf

app_name = "drafts"

urlpatterns = [
    path("passage/<str:mark>/", passages.passage, name="passage"),
    path("draft.pdf", pdf.draft, name="pdf"),
    path("<slug:section_slug>/section.pdf", pdf.section, name="section_pdf"),
]
