"""One response that an officer types in: who and when, its comments, its scans, sending it."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from consultations.responses.domain import channels, files
from consultations.responses.domain.groups import earlier_responses
from consultations.responses.domain.places import Place, PlaceGone, find_place
from consultations.responses.domain.questionnaires import NoQuestionnaire, version_for
from consultations.responses.domain.references import code_for
from consultations.responses.domain.sending import NothingToSend, NotOpen
from consultations.responses.domain.sheets import sheets
from consultations.responses.domain.written import written_comments
from consultations.responses.enums import FileKind, PlaceKind
from consultations.responses.forms.builder import CommentForm
from consultations.responses.forms.channels import FileForm
from consultations.responses.views.channels.fetching import for_entry

NOT_IN_TIME = "The consultation was not open at that time. Look at the day and the time again."
NOTHING = "Type at least one answer before you send it."
NO_ROOM = "The file could not be kept at our end. Try again later, or tell whoever runs this site."


@require_safe
@for_entry
def entry_page(request, entry):
    return _entry_page(request, entry)


def _entry_page(request, entry, *, file_form=None, error="", status=200):
    basket = channels.basket_of(entry)
    is_typist = entry.typed_by_id == request.user.pk
    keyings = list(channels.keyings_of(entry)) if entry.response_id else []
    earlier = earlier_responses(
        consultation=entry.consultation, name=basket.organisation_name if basket else ""
    )
    return render(
        request,
        "responses/admin/entry.html",
        {
            "entry": entry,
            "consultation": entry.consultation,
            "basket": basket,
            "comments": written_comments(basket=basket) if basket else [],
            "sheets": sheets(entry.consultation) if basket else [],
            "earlier": list(earlier),
            "files": files.files_of(entry.key_hash),
            "file_form": file_form or FileForm(),
            "code": code_for(channels.key_of(entry)) if entry.response_id and is_typist else "",
            "again": channels.comments_to_type_again(entry).select_related(
                "consultation", "draft", "section", "passage"
            ),
            "is_typist": is_typist,
            "keyings": [
                {"keying": keying, "differences": channels.differences(keying)}
                for keying in keyings
            ],
            "error": error,
        },
        status=status,
    )


@for_entry
def write(request, entry):
    """One comment of what came: `place` names it, such as section:12, or a passage's number."""
    if entry.response_id:
        return redirect("entry", entry.pk)
    place = _place(entry.consultation, request.GET)
    try:
        version = version_for(place)
    except NoQuestionnaire as error:
        raise Http404("No form is asked here.") from error
    kept = channels.basket_of(entry).comments.filter(place=place.key).first()
    version = kept.questionnaire_version if kept else version
    form = CommentForm(
        request.POST if request.method == "POST" else None,
        questions=version.questions.all(),
        kept=kept.answers if kept else None,
        present_wording=place.quoted_text,
        for_officers=True,
    )
    if form.is_bound and form.is_valid() and not form.brings_more:
        channels.type_comment(
            entry=entry, place=place, version=version, answers=form.answers, now=timezone.now()
        )
        return redirect("entry", entry.pk)
    return typing_page(request, entry, place, form)


def typing_page(request, entry, place, form, *, is_second=False):
    return render(
        request,
        "responses/admin/entry_write.html",
        {
            "entry": entry,
            "consultation": entry.consultation,
            "place": place,
            "form": form,
            "is_second": is_second,
        },
        status=422 if form.errors else 200,
    )


def _place(consultation, asked):
    """What an address asks for; the consultation as a whole where it asks for nothing."""
    kind, _, pk = asked.get("place", "").partition(":")
    number = asked.get("number", "").strip()
    try:
        if number and "\x00" not in number:
            found = [
                sheet.place.section.passages.filter(number=number).first()
                for sheet in sheets(consultation)
                if sheet.place.section
            ]
            passage = next((one for one in found if one), None)
            if passage is None:
                raise PlaceGone
            return find_place(consultation=consultation, kind=PlaceKind.PASSAGE, pk=passage.pk)
        if kind in (PlaceKind.DRAFT, PlaceKind.SECTION, PlaceKind.PASSAGE) and pk.isdecimal():
            return find_place(consultation=consultation, kind=PlaceKind(kind), pk=int(pk))
    except PlaceGone as error:
        raise Http404("There is no such place in the newest version.") from error
    return Place(consultation)


@require_POST
@for_entry
def scan(request, entry):
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            files.attach_file(
                file=form.cleaned_data["file"],
                key_hash=entry.key_hash,
                consultation=entry.consultation,
                kind=FileKind.SCAN,
                now=timezone.now(),
            )
        except files.Refused as error:
            form.add_error("file", str(error))
        except OSError:
            form.add_error("file", NO_ROOM)
        else:
            return redirect("entry", entry.pk)
    return _entry_page(request, entry, file_form=form, status=422)


@require_POST
@for_entry
def send(request, entry):
    try:
        response = channels.send_entry(entry=entry, by=request.user, now=timezone.now())
    except NothingToSend:
        return _entry_page(request, entry, error=NOTHING, status=422)
    except NotOpen:
        return _entry_page(request, entry, error=NOT_IN_TIME, status=409)
    messages.success(request, f"It is in, and has the reference {response.reference}.")
    return redirect("entry", entry.pk)


@require_POST
@for_entry
def discard(request, entry):
    consultation = entry.consultation_id
    if entry.response_id:
        messages.error(request, "It has been sent, so it stays.")
        return redirect("entry", entry.pk)
    channels.discard_entry(entry=entry, by=request.user, now=timezone.now())
    messages.success(request, "What was typed is thrown away.")
    return redirect("channels", consultation)


@require_POST
@for_entry
def ask(request, entry):
    channels.ask_for_second(entry=entry, by=request.user, now=timezone.now())
    return redirect("entry", entry.pk)
