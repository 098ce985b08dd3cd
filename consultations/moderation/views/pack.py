from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from wagtail.admin import messages

from consultations.moderation.domain.cards import cards
from consultations.moderation.domain.printing import note_printed
from consultations.moderation.domain.queue import ORDER
from consultations.moderation.enums import ReviewStatus
from consultations.moderation.exporting.contents import contents
from consultations.moderation.exporting.pdf import pdf_of
from consultations.moderation.exporting.word import word_of
from consultations.moderation.forms.filtering import FilterForm
from consultations.moderation.views.desk import for_the_board, listed
from pages.models import SiteDetails

MOST = 60
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@for_the_board
def pack(request, ending="pdf"):
    """The first sixty unread comments of the list as a file; what was taken away is on record."""
    now = timezone.now()
    reviews = listed(request, FilterForm(request.GET), now=now)
    unread = reviews.filter(status=ReviewStatus.WAITING).order_by(*ORDER)[:MOST]
    found = cards(unread, to=request.user, now=now)
    if not found:
        messages.warning(request, "There is no unread comment in this list to print.")
        return redirect("board_desk")
    council = SiteDetails.for_request(request).council_name
    said = contents(found, reader=request.user, council=council, now=now)
    note_printed(reviews=[card.review for card in found], by=request.user, at=now)
    if ending == "docx":
        return _file(word_of(said, now=now), WORD, "attachment", ending)
    return _file(pdf_of(said, now=now), "application/pdf", "inline", ending)


def _file(content, content_type, how, ending):
    response = HttpResponse(content, content_type=content_type)
    response.headers["Content-Disposition"] = f'{how}; filename="comments-to-read.{ending}"'
    response.headers["Cache-Control"] = "no-store"
    return response
