from django.http import Http404

from consultations.drafts.models import DraftPage
from consultations.views import visible_consultation


def visible_draft(request, slug, draft_slug):
    """The published draft at this address with its consultation, or 404.

    A version may have view restrictions of its own besides those of its consultation.
    """
    consultation = visible_consultation(request, slug)
    draft = DraftPage.objects.live().child_of(consultation).filter(slug=draft_slug).first()
    if draft is None or draft.frozen_at is None:
        raise Http404("There is no draft at this address.")
    for restriction in draft.get_view_restrictions():
        if not restriction.accept_request(request):
            raise Http404("There is no draft at this address.")
    return draft, consultation
