"""Writing one comment about one place, and seeing what is in the basket."""

from django.core import signing
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from consultations.domain.stages import accepts_responses
from consultations.drafts.models import DraftPage
from consultations.responses.domain.baskets import keep_comment, open_basket
from consultations.responses.domain.places import OlderVersion, PlaceGone, find_place
from consultations.responses.domain.questionnaires import NoQuestionnaire, version_for
from consultations.responses.domain.references import new_key
from consultations.responses.forms.builder import CommentForm
from consultations.responses.models import QuestionnaireVersion
from consultations.responses.views.cookies import basket_key, set_basket_key
from consultations.responses.views.giving_back import gives_back, received_at, words_typed
from consultations.views import visible_consultation

OPENED = "responses.version-opened:"


@gives_back
def start(request, slug):
    """Where to begin: what is in the basket, and what can be commented on."""
    consultation = visible_consultation(request, slug)
    basket = open_basket(key=basket_key(request), consultation=consultation)
    draft = DraftPage.objects.live().child_of(consultation).order_by("-frozen_at").first()
    return render(
        request,
        "responses/start.html",
        {
            "consultation": consultation,
            "basket": basket,
            "comments": _comments_of(basket),
            "draft": draft,
            "sections": draft.sections().live() if draft else [],
            "is_open": accepts_responses(consultation, received_at=received_at(request)),
        },
    )


@gives_back
def comment(request, slug, kind="consultation", pk=0):
    """The form about one place. What is typed is kept on the server with each "Continue"."""
    moment = received_at(request)
    consultation = visible_consultation(request, slug)
    try:
        place = find_place(consultation=consultation, kind=kind, pk=pk)
        version = version_for(place)
    except OlderVersion as error:
        return _gone(request, consultation, newest=error.newest)
    except (PlaceGone, NoQuestionnaire):
        return _gone(request, consultation)
    key = basket_key(request)
    basket = open_basket(key=key, consultation=consultation)
    kept = basket.comments.filter(place=place.key).first() if basket else None
    version = _version_opened(request, place) or (kept.questionnaire_version if kept else version)
    form = CommentForm(
        request.POST if request.method == "POST" else None,
        questions=version.questions.all(),
        kept=kept.answers if kept else None,
        present_wording=place.quoted_text,
    )
    if not accepts_responses(consultation, received_at=moment):
        return _closed(request, consultation, form)
    if request.method == "POST" and form.is_valid() and not form.brings_more:
        key = key if basket else new_key()
        keep_comment(key=key, place=place, version=version, answers=form.answers)
        known = basket is not None and basket.is_complete
        response = redirect("respond:check" if known else "respond:about_you", slug)
        set_basket_key(response, key=key, consultation=consultation)
        return response
    return render(
        request,
        "responses/comment.html",
        {
            "consultation": consultation,
            "place": place,
            "form": form,
            "is_kept": bool(kept),
            "opened": _opened(version, place),
        },
        status=422 if form.errors else 200,
    )


def _opened(version, place):
    """Which version this page shows, signed, so that it is the one that is kept."""
    return signing.dumps(version.pk, salt=OPENED + place.key)


def _version_opened(request, place):
    """The version on the page that was sent, though a newer one may be asked by now; or None."""
    try:
        pk = signing.loads(request.POST.get("opened", ""), salt=OPENED + place.key)
    except signing.BadSignature:
        return None
    return QuestionnaireVersion.objects.filter(pk=pk).first()


def comment_on(place):
    """The address of the form about this place."""
    if place.kind == "consultation":
        return reverse("respond:consultation", args=[place.consultation.slug])
    return reverse("respond:comment", args=[place.consultation.slug, place.kind, place.thing.pk])


def _comments_of(basket):
    if basket is None:
        return []
    return basket.comments.select_related("passage", "section", "draft", "consultation")


def _gone(request, consultation, *, newest=None):
    """A place that takes no comment (any more): said plainly, with the words given back."""
    if request.method != "POST" and newest is None:
        raise Http404("There is nothing to comment on at this address.")
    return render(
        request,
        "responses/place_gone.html",
        {"consultation": consultation, "words": words_typed(request), "newest": newest},
        status=409 if newest else 404,
    )


def _closed(request, consultation, form):
    return render(
        request,
        "responses/closed.html",
        {"consultation": consultation, "words": words_typed(request)},
        status=409 if form.is_bound else 200,
    )
