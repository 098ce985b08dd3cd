from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from wagtail.snippets.views.snippets import SnippetViewSet

from consultations.moderation.models import Review


class ReviewViewSet(SnippetViewSet):
    """Lets Wagtail's workflow reports and histories name a comment's review.

    None of Wagtail's editing views is mounted: a review is decided on at the desk and nowhere else.
    """

    model = Review
    icon = "comment"
    add_to_admin_menu = False

    def get_urlpatterns(self):
        return [
            path("", to_the_desk, name="list"),
            path("results/", to_the_desk, name="list_results"),
            path("add/", nowhere, name="add"),
            path("edit/<int:pk>/", to_the_desk, name="edit"),
            path("delete/<int:pk>/", nowhere, name="delete"),
            path("usage/<int:pk>/", nowhere, name="usage"),
            path("history/<int:pk>/", self.history_view, name="history"),
            path("history-results/<int:pk>/", self.history_results_view, name="history_results"),
            path("workflow_history/<int:pk>/", self.workflow_history_view, name="workflow_history"),
            path(
                "workflow_history/<int:pk>/detail/<int:workflow_state_id>/",
                self.workflow_history_detail_view,
                name="workflow_history_detail",
            ),
        ]


def to_the_desk(request, pk=None):
    return redirect("board_read", pk) if pk else redirect("board_desk")


def nowhere(request, pk=None):
    raise Http404("A review is made by a response and is never deleted.")
