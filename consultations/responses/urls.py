from django.urls import include, path, register_converter

from consultations.responses.enums import PlaceKind
from consultations.responses.views import (
    afterwards,
    commenting,
    files,
    groups,
    letters,
    quick,
    resuming,
    sending,
    starting,
    texts,
)

app_name = "respond"


class PlaceConverter:
    """The kinds of place that have a number."""

    regex = "draft|section|passage"

    def to_python(self, value):
        return PlaceKind(value)

    def to_url(self, value):
        return str(value)


register_converter(PlaceConverter, "place")

urlpatterns = [
    path("", starting.start, name="start"),
    path("choose/", starting.choose, name="choose"),
    path("quick/", quick.quick, name="quick"),
    path("quick/keep/", quick.keep, name="keep_quick"),
    path("letter/", letters.letter, name="letter"),
    path("letter/sections/", letters.sections, name="letter_sections"),
    path("letter/stances/", letters.stances, name="letter_stances"),
    path("consultation/", commenting.comment, name="consultation"),
    path("consultation/keep/", commenting.keep, name="keep_consultation"),
    path("<place:kind>/<int:pk>/", commenting.comment, name="comment"),
    path("<place:kind>/<int:pk>/keep/", commenting.keep, name="keep"),
    path("about-you/", sending.about_you, name="about_you"),
    path("about-your-group/", groups.about_group, name="about_group"),
    path("group/", include("consultations.responses.group_urls")),
    path("check/", sending.check, name="check"),
    path("sent/", sending.sent, name="sent"),
    path("files/", files.evidence, name="files"),
    path("equality/", afterwards.equality, name="equality"),
    path("feedback/", afterwards.feedback, name="feedback"),
    path("sent/leave/", sending.leave, name="leave"),
    path("sent/text/", texts.receipt, name="receipt_text"),
    path("text/", texts.draft, name="draft_text"),
    path("remove/<int:pk>/", sending.remove, name="remove"),
    path("later/", resuming.later, name="later"),
    path("later/mail/", resuming.mail, name="mail_link"),
    path("resume/", resuming.resume, name="resume"),
    path("resume/link/", resuming.resume_link, name="resume_link"),
    path("delete/", sending.delete, name="delete"),
]
