from django.urls import path, register_converter

from consultations.responses.domain.references import GROUPED
from consultations.responses.views import changing, tracking

app_name = "responses"


class ReferenceConverter:
    """A reference as it is printed; whether there is one is for the view to say to its author."""

    regex = GROUPED.pattern

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(ReferenceConverter, "reference")

urlpatterns = [
    path("", tracking.find, name="find"),
    path("link/", tracking.ask_for_link, name="ask_for_link"),
    path("<reference:reference>/", tracking.trail, name="trail"),
    path("<reference:reference>/link/", tracking.link, name="link"),
    path("<reference:reference>/open/", tracking.open_own, name="open_own"),
    path("<reference:reference>/leave/", tracking.leave, name="leave"),
    path("<reference:reference>/change/<int:position>/", changing.change, name="change"),
    path("<reference:reference>/withdraw/", changing.withdraw, name="withdraw"),
    path("<reference:reference>/details/", changing.details, name="details"),
]
