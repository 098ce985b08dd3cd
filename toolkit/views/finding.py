"""The finder and the mix builder: questions in the address, answers with their reasons."""

from django.shortcuts import render

from toolkit.domain.finder import find
from toolkit.domain.learning import measured_all
from toolkit.domain.methods import facts_of
from toolkit.domain.mixing import cheapest_mix, uncovered
from toolkit.forms.finding import FinderForm, MixForm
from toolkit.models import MethodPage
from toolkit.wording import coverage_of, lacking_in_words

from .listing import toolkit_index

SHOWN_IN_FULL = 8


def finder(request):
    form = FinderForm(request.GET or None)
    pages, findings = {}, []
    if form.is_valid():
        pages = {page.pk: page for page in MethodPage.objects.listed()}
        found = measured_all(pages.values())
        findings = find(
            [facts_of(page, found[key]) for key, page in pages.items()],
            form.needs,
            good_uses={key: each.again for key, each in found.items()},
        )
    found = [(pages[finding.method.key], finding) for finding in findings]
    possible = [pair for pair in found if pair[1].is_possible]
    return render(
        request,
        "toolkit/finder.html",
        {
            "index": toolkit_index(),
            "form": form,
            "best": possible[:SHOWN_IN_FULL],
            "others": possible[SHOWN_IN_FULL:],
            "ruled_out": [pair for pair in found if not pair[1].is_possible],
            "number": len(possible),
        },
    )


def mix(request):
    form = MixForm(request.GET or None)
    return render(
        request,
        "toolkit/mix.html",
        {"index": toolkit_index(), "form": form, **(_mixed(form) if form.is_valid() else {})},
    )


def _mixed(form):
    """The cheapest mix and what each method covers, or what stands in the way of one."""
    audiences, level = form.cleaned_data["audiences"], form.cleaned_data["level"]
    weeks, money = form.cleaned_data["weeks"], form.cleaned_data["money"]
    pages = {page.pk: page for page in MethodPage.objects.listed()}
    found = measured_all(pages.values())
    methods = [facts_of(page, found[key]) for key, page in pages.items()]
    in_time = [method for method in methods if weeks is None or method.weeks <= weeks]
    mix = cheapest_mix(in_time, audiences=audiences, level=level)
    if mix is None:
        lacking = uncovered(in_time, audiences=audiences, level=level)
        return {"is_asked": True, "mix": None, "lacking": lacking_in_words(lacking)}
    return {
        "is_asked": True,
        "mix": mix,
        "pages": [pages[method.key] for method in mix.methods],
        "rows": coverage_of(mix, audiences=audiences, level=level),
        "is_over": money is not None and mix.cost > money,
        "money": money,
    }
