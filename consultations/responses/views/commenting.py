"""Writing one comment about one place."""

from django.core.exceptions import NON_FIELD_ERRORS
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from consultations.responses.domain.baskets import (
    AlreadySent,
    keep_comment,
    note_signs,
    open_basket,
    was_sent,
)
from consultations.responses.domain.deadlines import may_go_on
from consultations.responses.domain.files import Refused, keep_file
from consultations.responses.domain.letters import KEY as LETTER
from consultations.responses.domain.places import OlderVersion, PlaceGone, find_place
from consultations.responses.domain.questionnaires import NoQuestionnaire, version_for
from consultations.responses.domain.references import new_key
from consultations.responses.domain.ways import draft_to_answer, stop_after, stops
from consultations.responses.enums import FileKind
from consultations.responses.forms.builder import CommentForm
from consultations.responses.forms.letters import LetterFileForm
from consultations.responses.models import QuestionnaireVersion
from consultations.responses.views import opening
from consultations.responses.views.cookies import basket_key, set_basket_key
from consultations.responses.views.files import NO_ROOM
from consultations.responses.views.giving_back import (
    gives_back,
    gives_nothing_back,
    received_at,
    words_typed,
)
from consultations.responses.views.onward import go_on
from consultations.views import visible_consultation

NOTHING_WRITTEN = "Write your letter, or choose a file with it, before you continue."


@gives_back
def comment(request, slug, kind="consultation", pk=0):
    """The form about one place; what is sent with either button is kept on the server."""
    moment = received_at(request)
    consultation = visible_consultation(request, slug)
    try:
        place = find_place(consultation=consultation, kind=kind, pk=pk)
        return about(request, place, moment, asked=version_for(place))
    except OlderVersion as error:
        return gone(request, consultation, newest=error.newest)
    except (PlaceGone, NoQuestionnaire):
        return gone(request, consultation)


@gives_nothing_back
@require_POST
def keep(request, slug, kind="consultation", pk=0):
    """Keeps what stands in the form by now, whenever a box is left; the page stays as it is.

    204 says that it is kept, 409 that it cannot be: the form itself says why when it is sent.
    """
    moment = received_at(request)
    consultation = visible_consultation(request, slug)
    try:
        place = find_place(consultation=consultation, kind=kind, pk=pk)
    except PlaceGone:
        return HttpResponse(status=409)
    key = basket_key(request)
    basket = open_basket(key=key, consultation=consultation)
    kept, page = _kept(basket, place), opening.read(request, place.key)
    if not (key and page and may_go_on(consultation, basket, received_at=moment)):
        return HttpResponse(status=409)
    form = _form(request, place, _version(page.version), kept)
    form.is_valid()
    if answers := form.answers_in_order:
        try:
            keep_comment(key=key, place=place, version=form.version, answers=answers, now=moment)
        except AlreadySent:
            return HttpResponse(status=409)
    return HttpResponse(status=204)


def about(request, place, moment, *, asked, brought=None):
    """The page of one form. `brought` is the file that a letter may come as (`views.letters`)."""
    consultation = place.consultation
    key = basket_key(request)
    basket = open_basket(key=key, consultation=consultation)
    kept, page = _kept(basket, place), opening.read(request, place.key)
    version = _version(page.version if page else None) or (
        kept.questionnaire_version if kept else asked
    )
    form = _form(request, place, version, kept)
    if not may_go_on(consultation, basket, received_at=moment):
        return _closed(request, consultation, form)
    draft = draft_to_answer(consultation)
    way = stops(basket, draft)
    if brought and brought.form.errors and not form.is_valid():
        form.errors.pop(NON_FIELD_ERRORS, None)  # they have written: in the file that is refused
    is_letter = _is_letter(form.questions)
    if request.method == "POST" and form.is_valid() and not form.brings_more:
        answer = _taken(request, place, form, moment, way=way, brought=brought, is_new=kept is None)
        if answer is not None:
            return answer
    answer = render(
        request,
        "responses/comment.html",
        {
            "consultation": consultation,
            "place": place,
            "form": form,
            "basket": basket,
            "is_kept": bool(kept),
            "is_letter": is_letter,
            "file_form": brought.form if brought else LetterFileForm() if is_letter else None,
            "way": way,
            "following": stop_after(way, place.kind, place.thing.pk),
            "opened": opening.write(version.pk, place.key, at=page.at if page else moment),
        },
        status=422 if form.errors or (brought and brought.form.errors) else 200,
    )
    if not key or (basket is None and was_sent(key)):
        # So that what is kept by the way and what is sent go into one basket.
        set_basket_key(answer, key=new_key(), consultation=consultation)
    return answer


def _taken(request, place, form, moment, *, way, brought, is_new):
    """Keep what was said, and the file with it; where to go from there.

    None where the file cannot be kept, which is said beside it.
    """
    file = brought if brought and brought.ending else None
    if brought and brought.form.errors:
        return None
    try:
        basket, key = _keep(request, place, form, moment, file=file, is_new=is_new)
    except (Refused, OSError) as error:
        if file is None:
            raise
        brought.form.add_error("file", str(error) if isinstance(error, Refused) else NO_ROOM)
        return None
    if file:
        answer = redirect("respond:letter", place.consultation.slug)
        set_basket_key(answer, key=key, consultation=place.consultation)
        return answer
    return go_on(
        request,
        place.consultation,
        basket,
        key,
        after=stop_after(way, place.kind, place.thing.pk),
        is_letter=brought is not None,
    )


def _keep(request, place, form, moment, *, file, is_new):
    """Keep it under this browser's key, or under a new one; returns the basket and its key.

    Raises Refused and OSError where the file cannot be kept, and then keeps nothing.
    """
    key = basket_key(request) or new_key()
    kept = {"place": place, "version": form.version, "answers": form.answers, "now": moment}
    with transaction.atomic():
        try:
            said = keep_comment(key=key, **kept)
        except AlreadySent:
            key = new_key()
            said = keep_comment(key=key, **kept)
        if is_new:
            signs = opening.signs(request, place.key, at=timezone.now())
            note_signs(basket=said.basket, signs=signs)
        if file:
            keep_file(
                ending=file.ending,
                content=file.content,
                key_hash=said.basket.key_hash,
                consultation=place.consultation,
                kind=FileKind.EVIDENCE,
                now=moment,
            )
    return said.basket, key


def _is_letter(questions):
    return any(question.key == LETTER for question in questions)


def _form(request, place, version, kept):
    questions = list(version.questions.all())
    form = CommentForm(
        request.POST if request.method == "POST" else None,
        questions=questions,
        kept=kept.answers if kept else None,
        present_wording=place.quoted_text,
        nothing_said=NOTHING_WRITTEN if _is_letter(questions) else "",
    )
    form.version = version
    return form


def _kept(basket, place):
    return basket.comments.filter(place=place.key).first() if basket else None


def _version(pk):
    """The version on the page that was sent, though a newer one may be asked by now; or None."""
    return QuestionnaireVersion.objects.filter(pk=pk).first() if pk else None


def gone(request, consultation, *, newest=None):
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
