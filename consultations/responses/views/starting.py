"""Where to begin: the ways to answer, and what the basket holds."""

from django.shortcuts import redirect, render

from consultations.drafts.domain.reading import time_in_words, words_by_section
from consultations.responses.domain.baskets import AlreadySent, choose_way, open_basket
from consultations.responses.domain.deadlines import may_go_on
from consultations.responses.domain.quick import has_quick_way, quick_asks
from consultations.responses.domain.references import new_key
from consultations.responses.domain.ways import (
    draft_to_answer,
    known_sections,
    sections_to_answer,
    stops,
)
from consultations.responses.enums import Way
from consultations.responses.forms.ways import SectionsForm, WayForm
from consultations.responses.views.cookies import basket_key, set_basket_key
from consultations.responses.views.giving_back import gives_back, received_at
from consultations.responses.views.onward import first_page
from consultations.views import visible_consultation


@gives_back
def start(request, slug):
    """The four ways; and what is in the basket, if there is anything. POST chooses a way."""
    consultation, basket, draft, is_open = _opened(request, slug)
    sections = list(sections_to_answer(draft))
    form = None
    if draft and is_open:
        asks = quick_asks(consultation=consultation, draft=draft, basket=basket)
        form = WayForm(
            request.POST if request.method == "POST" else None,
            initial={"way": basket.way if basket else ""},
            sections=sections,
            has_quick=has_quick_way(asks),
        )
        if form.is_bound and form.is_valid():
            return _set_out(request, consultation, draft, way=Way(form.cleaned_data["way"]))
    comments = _comments_of(basket)
    return render(
        request,
        "responses/start.html",
        {
            "consultation": consultation,
            "basket": basket,
            "comments": comments,
            "draft": draft,
            "sections": sections,
            "form": form,
            "following": next((s for s in stops(basket, draft) if not s.is_said), None),
            "is_open": is_open,
        },
        status=422 if form and form.errors else 200,
    )


@gives_back
def choose(request, slug):
    """Which sections to answer, one after the other."""
    consultation, basket, draft, is_open = _opened(request, slug)
    if draft is None or not is_open:
        return redirect("respond:start", slug)
    words = words_by_section(draft)
    form = SectionsForm(
        request.POST if request.method == "POST" else None,
        initial={"sections": basket.sections if basket else []},
        sections=[
            (section.pk, _with_time(section, words.get(section.pk, 0)))
            for section in sections_to_answer(draft)
        ],
    )
    if form.is_bound and form.is_valid():
        chosen = known_sections(draft, form.cleaned_data["sections"])
        return _set_out(request, consultation, draft, way=Way.CHOOSE, sections=chosen)
    return render(
        request,
        "responses/choose.html",
        {"consultation": consultation, "basket": basket, "draft": draft, "form": form},
        status=422 if form.errors else 200,
    )


def _opened(request, slug):
    consultation = visible_consultation(request, slug)
    basket = open_basket(key=basket_key(request), consultation=consultation)
    is_open = may_go_on(consultation, basket, received_at=received_at(request))
    return consultation, basket, draft_to_answer(consultation), is_open


def _set_out(request, consultation, draft, *, way, sections=()):
    """Note the way and lead to its first page."""
    key = basket_key(request) or new_key()
    chosen = {"consultation": consultation, "way": way, "sections": sections}
    try:
        basket = choose_way(key=key, **chosen)
    except AlreadySent:
        key = new_key()
        basket = choose_way(key=key, **chosen)
    answer = redirect(first_page(consultation, way, stops(basket, draft)))
    set_basket_key(answer, key=key, consultation=consultation)
    return answer


def _with_time(section, words):
    time = time_in_words(words)
    return f"{section.title} (about {time} to read)" if time else section.title


def _comments_of(basket):
    if basket is None:
        return []
    return list(basket.comments.select_related("passage", "section", "draft", "consultation"))
