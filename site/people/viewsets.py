"""Choosing an organisation, for those who may see the list.

Wagtail's own chooser asks for no permission. A group that wants its name to wait until coding is
frozen would stand in that list from the day on which it answered.
"""

from django.core.exceptions import PermissionDenied
from wagtail.snippets.views import chooser


class ForThoseWhoSeeThem:
    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm("people.view_organisation"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class ChooseView(ForThoseWhoSeeThem, chooser.ChooseView):
    pass


class ChooseResultsView(ForThoseWhoSeeThem, chooser.ChooseResultsView):
    pass


class ChosenView(ForThoseWhoSeeThem, chooser.SnippetChosenView):
    pass


class ChosenMultipleView(ForThoseWhoSeeThem, chooser.SnippetChosenMultipleView):
    pass


class OrganisationChooserViewSet(chooser.SnippetChooserViewSet):
    choose_view_class = ChooseView
    choose_results_view_class = ChooseResultsView
    chosen_view_class = ChosenView
    chosen_multiple_view_class = ChosenMultipleView
