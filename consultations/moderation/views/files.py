"""Evidence that came with a comment, for those on whose desk it is. Scans show who sent it."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from consultations.moderation.domain.queue import visible_to
from consultations.moderation.domain.safety import safety_readings_for
from consultations.moderation.views.desk import for_the_board
from consultations.responses.enums import FileKind
from consultations.responses.models import AttachedFile
from consultations.responses.views.files import as_download


@require_safe
@for_the_board
def download(request, pk):
    file = get_object_or_404(AttachedFile, pk=pk, kind=FileKind.EVIDENCE)
    mine = visible_to(request.user).filter(comment__response__idempotency_key=file.key_hash)
    at_risk = safety_readings_for(request.user).filter(
        review__comment__response__idempotency_key=file.key_hash
    )
    if not mine.exists() and not at_risk.exists():
        raise Http404("There is no such file on your desk.")
    return as_download(file, by=request.user)
