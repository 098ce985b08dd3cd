"""A group writes together. The cookie says which workspace, and whether for its lead."""

from functools import wraps

from django.conf import settings
from django.core import signing
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from consultations.domain.stages import accepts_responses
from consultations.responses.domain import workspaces
from consultations.responses.domain.answers import shown
from consultations.responses.domain.groups import earlier_responses
from consultations.responses.domain.places import PlaceGone, find_place
from consultations.responses.domain.questionnaires import NoQuestionnaire, version_for
from consultations.responses.domain.references import new_key
from consultations.responses.domain.sheets import sheets
from consultations.responses.enums import PlaceKind
from consultations.responses.forms.builder import CommentForm
from consultations.responses.forms.groups import (
    ComposeForm,
    StartWorkspaceForm,
    WorkspaceCodeForm,
    WriterForm,
)
from consultations.responses.models import QuestionnaireVersion, Workspace
from consultations.responses.views.cookies import AGE, basket_key, set_basket_key
from consultations.responses.views.giving_back import gives_back, words_typed
from consultations.views import visible_consultation

NAME = "group"
SALT = "responses.workspace:"
SEEN = "responses.workspace-seen:"
NO_SUCH_CODE = "No group of this consultation has this code. Look at it again, or ask your lead."


def for_its_writers(view):
    """The view gets the consultation, the workspace and whether its lead is here."""

    @gives_back
    @wraps(view)
    def wrapper(request, slug, *args, **kwargs):
        consultation = visible_consultation(request, slug)
        pk, _, role = request.get_signed_cookie(NAME, default="", salt=SALT + slug).partition(":")
        workspace = Workspace.objects.filter(pk=pk or 0, consultation=consultation).first()
        if workspace is None:
            return redirect("respond:group_start", slug)
        return view(request, consultation, workspace, role == "lead", *args, **kwargs)

    return wrapper


@for_its_writers
def home(request, consultation, workspace, is_lead):
    standing = workspaces.standing(workspace)
    written = {}
    for (place, _), row in standing.items():
        if row.value:
            written.setdefault(place, []).append(row)
    rows = [
        {"sheet": sheet, "answers": written.pop(sheet.place.key, [])}
        for sheet in sheets(consultation)
    ]
    return render(
        request,
        "responses/group.html",
        {
            "consultation": consultation,
            "workspace": workspace,
            "is_lead": is_lead,
            "rows": rows,
            "elsewhere": [answers[0] for answers in written.values()],
            "writers": workspaces.people_who_wrote(workspace),
            "sent": workspaces.sent_response(workspace),
            "earlier": list(_earlier(workspace)),
            "is_open": accepts_responses(consultation, received_at=timezone.now()),
        },
    )


@gives_back
def start(request, slug):
    """A new workspace, or the code of one. The codes are shown once."""
    consultation = visible_consultation(request, slug)
    is_opening = request.method == "POST" and "code" in request.POST
    form = StartWorkspaceForm(request.POST if request.method == "POST" and not is_opening else None)
    code_form = WorkspaceCodeForm(request.POST if is_opening else None)
    if is_opening and code_form.is_valid():
        workspace, is_lead = workspaces.open_workspace(
            consultation=consultation, code=code_form.cleaned_data["code"]
        )
        if workspace:
            return _let_in(redirect("respond:group", slug), workspace, is_lead, slug)
        code_form.add_error("code", NO_SUCH_CODE)
    if form.is_bound and form.is_valid():
        workspace, share, lead = workspaces.start_workspace(
            consultation=consultation, now=timezone.now(), **form.cleaned_data
        )
        context = {"consultation": consultation, "workspace": workspace}
        page = render(
            request, "responses/group_codes.html", {**context, "share": share, "lead": lead}
        )
        return _let_in(page, workspace, True, slug)
    return render(
        request,
        "responses/group_start.html",
        {"consultation": consultation, "form": form, "code_form": code_form},
        status=422 if form.errors or code_form.errors else 200,
    )


@for_its_writers
def write(request, consultation, workspace, is_lead, kind=PlaceKind.CONSULTATION, pk=0):
    try:
        place = find_place(consultation=consultation, kind=kind, pk=pk)
        version = version_for(place)
    except (PlaceGone, NoQuestionnaire) as error:
        raise Http404("There is nothing to write about at this address.") from error
    token = _opened(request.POST.get("seen", ""), place.key) if request.method == "POST" else None
    if token:
        version = QuestionnaireVersion.objects.get(pk=token["version"])
    form = CommentForm(
        request.POST if request.method == "POST" else None,
        questions=version.questions.all(),
        kept=workspaces.answers_at(workspace, place.key),
        present_wording=place.quoted_text,
    )
    writer = WriterForm(request.POST if request.method == "POST" else None)
    is_valid = form.is_bound and form.is_valid() and writer.is_valid()
    if token and is_valid and not form.brings_more:
        return _keep(
            request,
            workspace,
            place,
            version,
            answers=form.answers,
            seen=token["seen"],
            by_name=writer.cleaned_data["by_name"],
        )
    seen = token["seen"] if token else workspaces.versions_at(workspace, place.key)
    return render(
        request,
        "responses/group_write.html",
        {
            "consultation": consultation,
            "workspace": workspace,
            "place": place,
            "form": form,
            "writer": writer,
            "seen": _sealed(version, place.key, seen),
        },
        status=422 if form.errors else 200,
    )


@for_its_writers
@require_POST
def merge(request, consultation, workspace, is_lead):
    """What somebody chose where two people had changed the same answer."""
    try:
        held = signing.loads(request.POST.get("held", ""), salt=SEEN + str(workspace.pk))
        place = find_place(consultation=consultation, kind=PlaceKind(held["kind"]), pk=held["pk"])
    except (signing.BadSignature, PlaceGone):
        return redirect("respond:group", consultation.slug)
    version = QuestionnaireVersion.objects.get(pk=held["version"])
    answers, seen = {}, {}
    for key, (mine, number) in held["mine"].items():
        choice = request.POST.get(f"choice_{key}", "theirs")
        if choice != "theirs":
            answers[key] = request.POST.get(f"both_{key}", "") if choice == "both" else mine
            seen[key] = number
    return _keep(
        request,
        workspace,
        place,
        version,
        answers=answers,
        seen=seen,
        by_name=held["by_name"],
        keys=set(answers),
    )


def _keep(request, workspace, place, version, *, answers, seen, by_name, keys=None):
    """Keep it; where somebody else was there before, show both texts and ask."""
    questions = [q for q in version.questions.all() if keys is None or q.key.hex in keys]
    try:
        clashes = workspaces.write(
            workspace=workspace,
            place=place,
            version=version,
            questions=questions,
            answers=answers,
            seen=seen,
            by_name=by_name,
            now=timezone.now(),
        )
    except workspaces.AlreadySent:
        context = {"consultation": workspace.consultation, "words": words_typed(request)}
        return render(request, "responses/group_sent.html", context, status=409)
    slug = workspace.consultation.slug
    if not clashes:
        return redirect("respond:group", slug)
    by_key = {question.key.hex: question for question in questions}
    held = {
        "kind": place.kind,
        "pk": place.thing.pk,
        "version": version.pk,
        "by_name": by_name,
        "mine": {clash.question_key: [clash.mine, clash.version] for clash in clashes},
    }
    return render(
        request,
        "responses/group_merge.html",
        {
            "consultation": workspace.consultation,
            "place": place,
            "clashes": [_two_texts(clash, by_key[clash.question_key]) for clash in clashes],
            "held": signing.dumps(held, salt=SEEN + str(workspace.pk)),
        },
        status=409,
    )


def _two_texts(clash, question):
    return {
        "key": clash.question_key,
        "question": question,
        "theirs": shown(question, clash.theirs),
        "by_name": clash.by_name,
        "mine": shown(question, clash.mine),
        "both": workspaces.both(question.kind, clash),
    }


@for_its_writers
def pack(request, consultation, workspace, is_lead):
    """For a meeting: every question with room to write, to be printed."""
    return render(
        request,
        "responses/sheet.html",
        {
            "consultation": consultation,
            "workspace": workspace,
            "sheets": sheets(consultation),
            "is_for_meeting": True,
            "printed_at": timezone.now(),
        },
    )


@for_its_writers
def compose(request, consultation, workspace, is_lead):
    """For the lead: the answers go into a basket, which is checked and sent like any other."""
    if not is_lead:
        return redirect("respond:group", consultation.slug)
    form = ComposeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        about = form.about
        key = basket_key(request) or new_key()
        try:
            basket = workspaces.compose(
                workspace=workspace,
                key=key,
                publish=about.pop("publish"),
                email=about.pop("email"),
                about=about,
                now=timezone.now(),
            )
        except workspaces.AlreadySent:
            return redirect("respond:group", consultation.slug)
        if basket is None:
            return redirect("respond:group", consultation.slug)
        response = redirect("respond:check", consultation.slug)
        set_basket_key(response, key=key, consultation=consultation)
        return response
    return render(
        request,
        "responses/group_compose.html",
        {
            "consultation": consultation,
            "workspace": workspace,
            "form": form,
            "earlier": list(_earlier(workspace)),
        },
        status=422 if form.errors else 200,
    )


@for_its_writers
@require_POST
def leave(request, consultation, workspace, is_lead):
    response = redirect("respond:start", consultation.slug)
    response.delete_cookie(NAME, path=_path(consultation.slug), samesite="Lax")
    return response


def _earlier(workspace):
    return earlier_responses(
        consultation=workspace.consultation, name=workspace.name, org_id=workspace.org_id
    )


def _sealed(version, place_key, seen):
    return signing.dumps({"version": version.pk, "seen": seen}, salt=SEEN + place_key)


def _opened(token, place_key):
    """Which form and which versions of its answers were on the page, or None."""
    try:
        return signing.loads(token, salt=SEEN + place_key)
    except signing.BadSignature:
        return None


def _let_in(response, workspace, is_lead, slug):
    response.set_signed_cookie(
        NAME,
        f"{workspace.pk}:{'lead' if is_lead else 'member'}",
        salt=SALT + slug,
        max_age=AGE,
        path=_path(slug),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def _path(slug):
    return reverse("respond:group", args=[slug])
