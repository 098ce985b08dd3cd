from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from wagtail.admin import messages

from consultations.moderation.domain.cards import cards
from consultations.moderation.domain.printing import note_printed
from consultations.moderation.domain.queue import ORDER
from consultations.moderation.enums import ReviewStatus
from consultations.moderation.exporting.pack import pack as set_pack
from consultations.moderation.forms import FilterForm
from consultations.moderation.views.desk import for_the_board, listed
from pages.models import SiteDetails

MOST = 60


@for_the_board
def pack(request):
    """The first sixty unread comments of the list as a PDF; what was taken away is on record."""
    now = timezone.now()
    reviews = listed(request, FilterForm(request.GET), now=now)
    unread = reviews.filter(status=ReviewStatus.WAITING).order_by(*ORDER)[:MOST]
    found = cards(unread, to=request.user, now=now)
    if not found:
        messages.warning(request, "There is no unread comment in this list to print.")
        return redirect("board_desk")
    council = SiteDetails.for_request(request).council_name
    pdf = set_pack(found, reader=request.user, council=council, now=now)
    note_printed(reviews=[card.review for card in found], by=request.user, at=now)
    response = HttpResponse(pdf, content_type="application/pdf")
    response.headers["Content-Disposition"] = 'inline; filename="comments-to-read.pdf"'
    response.headers["Cache-Control"] = "no-store"
    return response
