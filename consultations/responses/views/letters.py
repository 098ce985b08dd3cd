"""The letter: one box for everything, a file instead, and which sections it is about."""

from dataclasses import dataclass

from django.shortcuts import redirect, render

from consultations.responses.domain import files
from consultations.responses.domain.baskets import AlreadySent, keep_comments, open_basket
from consultations.responses.domain.deadlines import may_go_on
from consultations.responses.domain.letters import KEY, choose_sections, letter_version, named
from consultations.responses.domain.places import find_place
from consultations.responses.domain.quick import quick_asks
from consultations.responses.domain.ways import draft_to_answer
from consultations.responses.enums import PlaceKind, QuestionKind
from consultations.responses.forms.letters import (
    LetterFileForm,
    LetterSectionsForm,
    LetterStancesForm,
)
from consultations.responses.importing import letter_text
from consultations.responses.views import commenting, opening
from consultations.responses.views.cookies import basket_key
from consultations.responses.views.giving_back import gives_back, received_at
from consultations.responses.views.onward import go_on
from consultations.views import visible_consultation

NAME = "letter-stances"


@dataclass(frozen=True)
class Brought:
    """The form of the file, and the file as it may be kept, if one was sent."""

    form: LetterFileForm
    ending: str = ""
    content: bytes = b""


@gives_back
def letter(request, slug):
    """One box about the whole draft. The words of a file come after what stands in it."""
    moment = received_at(request)
    consultation = visible_consultation(request, slug)
    draft = draft_to_answer(consultation)
    if draft is None:
        return commenting.gone(request, consultation)
    place = find_place(consultation=consultation, kind=PlaceKind.DRAFT, pk=draft.pk)
    basket = open_basket(key=basket_key(request), consultation=consultation)
    is_open = may_go_on(consultation, basket, received_at=moment)
    brought = _brought(request) if is_open else Brought(LetterFileForm())
    asked = letter_version()
    return commenting.about(request, place, moment, asked=asked, brought=brought)


def _brought(request):
    """Read the file, if there is one, and put its words into what was typed."""
    if request.method != "POST" or not (request.FILES or request.POST.get("next") == "read"):
        return Brought(LetterFileForm())
    form = LetterFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return Brought(form)
    try:
        ending, content = files.checked(form.cleaned_data["file"])
        text = letter_text(ending=ending, content=content)
    except files.Refused as error:
        form.add_error("file", str(error))
        return Brought(form)
    typed = request.POST.copy()
    name = f"q_{KEY.hex}"
    typed[name] = "\n\n".join(part for part in (typed.get(name, "").strip(), text) if part)
    request.POST = typed
    return Brought(form, ending, content)


@gives_back
def sections(request, slug):
    """Which sections it is about, if its author likes to say so."""
    consultation, basket, is_open = _opened(request, slug)
    asks = _asks(consultation, basket)
    if basket is None or not is_open:
        return redirect("respond:start", slug)
    if not asks:
        return go_on(request, consultation, basket, basket_key(request))
    form = LetterSectionsForm(
        request.POST if request.method == "POST" else None,
        initial={"sections": named(basket)},
        sections=[(ask.place.section.pk, ask.place.section.title) for ask in asks],
    )
    if form.is_bound and form.is_valid():
        chosen = form.cleaned_data["sections"]
        choose_sections(basket=basket, sections=chosen, offered=[pk for pk, _ in _choices(form)])
        if chosen:
            return redirect("respond:letter_stances", slug)
        return go_on(request, consultation, basket, basket_key(request))
    return render(
        request,
        "responses/letter_sections.html",
        {"consultation": consultation, "basket": basket, "form": form},
        status=422 if form.errors else 200,
    )


@gives_back
def stances(request, slug):
    """How far its author agrees with each of those: the question of the section's own form."""
    consultation, basket, is_open = _opened(request, slug)
    if basket is None or not is_open:
        return redirect("respond:start", slug)
    page = opening.read(request, NAME)
    asks = _asks(consultation, basket, versions=page.version if page else None)
    asks = [ask for ask in asks if ask.place.section.pk in basket.sections]
    if not asks:
        return redirect("respond:letter_sections", slug)
    kept = dict(basket.comments.values_list("place", "answers"))
    data = request.POST if request.method == "POST" else None
    form = LetterStancesForm(data, asks=asks, kept=kept)
    if form.is_bound and form.is_valid():
        key = basket_key(request)
        try:
            said = keep_comments(key=key, consultation=consultation, said=form.said)
        except AlreadySent:
            return redirect("respond:sent", slug)
        return go_on(request, consultation, said, key)
    versions = {ask.place.key: ask.question.version_id for ask in asks}
    return render(
        request,
        "responses/letter_stances.html",
        {
            "consultation": consultation,
            "basket": basket,
            "form": form,
            "opened": opening.write(versions, NAME, at=received_at(request)),
        },
        status=422 if form.errors else 200,
    )


def _choices(form):
    return form.fields["sections"].choices


def _opened(request, slug):
    consultation = visible_consultation(request, slug)
    basket = open_basket(key=basket_key(request), consultation=consultation)
    return consultation, basket, may_go_on(consultation, basket, received_at=received_at(request))


def _asks(consultation, basket, versions=None):
    """The sections whose form asks how far one agrees."""
    asks = quick_asks(
        consultation=consultation,
        draft=draft_to_answer(consultation),
        basket=basket,
        versions=versions,
    )
    return [ask for ask in asks if ask.question.kind == QuestionKind.STANCE]
