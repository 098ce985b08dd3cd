from django.http import Http404

from consultations.models import ConsultationPage
from pages.models import restricted


def visible_consultation(request, slug):
    """The published consultation of this slug, or 404 where this visitor may not see it.

    Every view that is no page comes through here, so that Wagtail's view restrictions hold for
    them too.
    """
    found = ConsultationPage.objects.live().filter(slug=slug).annotate(is_restricted=restricted())
    consultation = found.order_by("pk").first()
    if consultation is None or not may_see(request, consultation):
        raise Http404("There is no consultation at this address.")
    return consultation


def may_see(request, consultation):
    """Whether its view restrictions let this visitor in; asked for only where there are any."""
    if not consultation.is_restricted:
        return True
    restrictions = consultation.get_view_restrictions()
    return all(restriction.accept_request(request) for restriction in restrictions)
