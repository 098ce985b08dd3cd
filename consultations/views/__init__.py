from django.http import Http404

from consultations.models import ConsultationPage


def visible_consultation(request, slug):
    """The published consultation of this slug, or 404 where this visitor may not see it.

    Every view that is no page comes through here, so that Wagtail's view restrictions hold for
    them too.
    """
    consultation = ConsultationPage.objects.live().filter(slug=slug).order_by("pk").first()
    if consultation is None:
        raise Http404("There is no consultation at this address.")
    for restriction in consultation.get_view_restrictions():
        if not restriction.accept_request(request):
            raise Http404("There is no consultation at this address.")
    return consultation
