from django.http import Http404, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from consultations.drafts.exporting.pdf import paper_of, set_pdf
from consultations.drafts.views.visible import visible_draft
from pages.models import SiteDetails


def draft(request, slug, draft_slug):
    """A whole published version as a PDF."""
    draft, consultation = visible_draft(request, slug, draft_slug)
    return _answer(request, draft, consultation, draft.sections(), page=draft)


def section(request, slug, draft_slug, section_slug):
    """One section of it."""
    draft, consultation = visible_draft(request, slug, draft_slug)
    sections = draft.sections().filter(slug=section_slug)
    if not sections:
        raise Http404("There is no section at this address.")
    return _answer(request, draft, consultation, sections, page=sections[0])


def _answer(request, draft, consultation, sections, *, page):
    """The PDF, or that the browser holds it already. Its tag is known before it is set."""
    root = request.build_absolute_uri("/").rstrip("/")
    paper = paper_of(
        draft,
        consultation,
        sections.defer("body").prefetch_related("passages"),
        council=SiteDetails.for_request(request).council_name,
        base=root,
        address=f"{root}{page.get_url(request)}",
        is_part=page is not draft,
    )
    etag = quote_etag(paper.tag)
    response = get_conditional_response(request, etag=etag)
    if response is None:
        name = "-".join(dict.fromkeys([consultation.slug, draft.slug, page.slug]))
        response = HttpResponse(set_pdf(paper), content_type="application/pdf")
        response.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "no-cache"
    return response
