"""Plans: made from the address, saved under a code, taken away as files."""

from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from pages.limits import is_too_fast
from pages.models import SiteDetails
from toolkit.domain.planning import brief_of, outline_of
from toolkit.domain.plans import plan_of, save_plan
from toolkit.exporting.calendar import CONTENT_TYPE as CALENDAR
from toolkit.exporting.calendar import calendar_of
from toolkit.exporting.paper import paper_of
from toolkit.exporting.pdf import pdf_of
from toolkit.exporting.word import CONTENT_TYPE as WORD
from toolkit.exporting.word import word_of
from toolkit.forms.planning import PlanForm
from toolkit.models import EngagementPlan
from toolkit.wording import late_in_words

from .listing import toolkit_index

SAVED_A_MINUTE = 20
PAPERS = {"pdf": (pdf_of, "application/pdf"), "docx": (word_of, WORD)}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def plan(request):
    """A plan as its address says it; posted, the same answers are saved."""
    today = timezone.localdate()
    if request.method == "POST":
        form = PlanForm(request.POST, today=today)
        if form.is_valid():
            return _save(request, form)
    elif "decision_on" in request.GET:
        form = PlanForm(request.GET, today=today)
    else:
        form = PlanForm(today=today, initial=_begun(request.GET))
    return _show(request, form)


def _begun(asked):
    """What another page has filled in already."""
    lists = {name: asked.getlist(name) for name in ("method", "audiences") if name in asked}
    single = {name: asked[name] for name in ("title", "level", "money") if name in asked}
    return {"compact_applies": True, **single, **lists}


def _save(request, form):
    if is_too_fast(request, action="plan", most=SAVED_A_MINUTE):
        return _show(request, form, status=429, is_too_fast=True)
    by = request.user if request.user.is_authenticated else None
    _, code = save_plan(brief=form.brief, at=timezone.now(), by=by)
    return redirect("toolkit:saved_plan", code=code)


def _show(request, form, *, status=200, **more):
    outline = outline_of(form.brief) if form.is_bound and form.is_valid() else None
    given = {
        "index": toolkit_index(),
        "form": form,
        "outline": outline,
        "late": late_in_words(outline) if outline else [],
        **more,
    }
    return render(request, "toolkit/plan.html", given, status=status)


@never_cache
@require_safe
def saved_plan(request, code):
    saved = _plan_or_404(code)
    outline = outline_of(brief_of(saved))
    may_set_up = request.user.has_perm("toolkit.set_up_engagementplan")
    return render(
        request,
        "toolkit/saved_plan.html",
        {
            "index": toolkit_index(),
            "plan": saved,
            "code": code,
            "address": request.build_absolute_uri(),
            "outline": outline,
            "late": late_in_words(outline),
            "query": _query(saved),
            "may_set_up": may_set_up,
        },
    )


@never_cache
@require_safe
def plan_file(request, code, kind):
    """The plan as a paper to print or to write on."""
    saved = _plan_or_404(code)
    make, content_type = PAPERS[kind]
    council = SiteDetails.for_request(request).council_name
    paper = paper_of(
        outline_of(brief_of(saved)), council=council, saved_on=timezone.localdate(saved.saved_at)
    )
    return _attached(saved, make(paper), kind=kind, content_type=content_type)


@never_cache
@require_safe
def plan_calendar(request, code):
    saved = _plan_or_404(code)
    content = calendar_of(
        outline_of(brief_of(saved)).moments,
        title=saved.title,
        key=saved.code_hash[:16],
        saved_at=saved.saved_at,
    )
    return _attached(saved, content, kind="ics", content_type=CALENDAR)


def _attached(saved, content, *, kind, content_type):
    response = HttpResponse(content, content_type=content_type)
    name = slugify(saved.title) or "plan"
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return response


def _plan_or_404(code):
    saved = plan_of(code)
    if saved is None:
        raise Http404("There is no plan at this address.")
    return saved


def _query(saved: EngagementPlan):
    """The answers the plan was made from, as an address that begins another version of it."""
    single = {
        name: getattr(saved, name)
        for name in ("title", "aim", "level", "money", "staff_days")
        if getattr(saved, name) not in (None, "")
    }
    pairs = [
        *single.items(),
        ("decision_on", saved.decision_on.isoformat()),
        *([("compact_applies", "on")] if saved.compact_applies else []),
        *(("audiences", audience) for audience in saved.audiences),
        *(("method", planned.slug) for planned in saved.methods.all()),
    ]
    return urlencode(pairs)
