"""Comments whose words are gone, for officers: each is put at a passage with one press."""

from functools import wraps

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from consultations.drafts.domain.lineage import passages_of_version, published_versions
from consultations.models import ConsultationPage
from consultations.responses.domain.attaching import attach, detach, detached_comments
from consultations.responses.domain.suggesting import most_alike
from consultations.responses.models import Comment, CommentAttachment

PER_PAGE = 20
NO_PASSAGE = "The newest version has no passage of that number. Numbers look like 2.14."


def urls():
    return [
        path("detached/<int:pk>/", overview, name="comments_detached"),
        path("detached/<int:pk>/<int:comment>/", put, name="comment_put"),
        path("detached/<int:pk>/<int:comment>/back/", take_back, name="comment_taken_back"),
    ]


def for_its_editors(view):
    """A consultation with a published draft, for those who may edit its page."""

    @wraps(view)
    def wrapper(request, pk, **kwargs):
        consultation = get_object_or_404(ConsultationPage, pk=pk)
        newest = published_versions(consultation).last()
        if newest is None or not consultation.permissions_for_user(request.user).can_edit():
            raise Http404("There is no such consultation.")
        return view(request, consultation, newest, **kwargs)

    return wrapper


@for_its_editors
def overview(request, consultation, newest):
    return _overview(request, consultation, newest)


@require_POST
@for_its_editors
def put(request, consultation, newest, comment):
    found = detached_comments(consultation).filter(pk=comment).first()
    if found is None:
        messages.info(request, "Nothing was changed: this comment has a place by now.")
        return redirect("comments_detached", consultation.pk)
    number = request.POST.get("number", "").strip()
    passage = _passage(newest, number)
    if passage is None:
        return _overview(request, consultation, newest, refused={found.pk: number}, status=422)
    attach(comment=found, passage=passage, by=request.user, at=timezone.now())
    messages.success(request, f"The comment stands at passage {passage.number} now.")
    return redirect("comments_detached", consultation.pk)


@require_POST
@for_its_editors
def take_back(request, consultation, newest, comment):
    found = get_object_or_404(Comment, pk=comment, consultation=consultation)
    detach(comment=found, by=request.user, at=timezone.now())
    messages.success(request, "It was taken back: the comment stands where its own words lead.")
    return redirect("comments_detached", consultation.pk)


def _passage(newest, number):
    if not number or "\x00" in number:
        return None
    return passages_of_version(newest).filter(number=number).first()


def _overview(request, consultation, newest, *, refused=None, status=200):
    """The words a comment was about, never the comment: the Board may not have read it yet."""
    waiting = detached_comments(consultation).select_related(
        "draft", "section", "passage", "response"
    )
    page = _page(request, waiting.order_by("pk"), "page")
    placed = CommentAttachment.objects.filter(
        comment__in=Comment.objects.filter(consultation=consultation).counted(),
        passage__in=passages_of_version(newest),
    ).select_related(
        *("comment__draft", "comment__section", "comment__passage", "comment__response"),
        *("passage", "by"),
    )
    return render(
        request,
        "responses/admin/detached.html",
        {
            "consultation": consultation,
            "newest": newest,
            "page": page,
            "rows": _rows(page.object_list, newest, refused or {}),
            "placed": _page(request, placed.order_by("-at", "-pk"), "placed"),
        },
        status=status,
    )


def _page(request, rows, name):
    return Paginator(rows, PER_PAGE).get_page(request.GET.get(name))


def _rows(comments, newest, refused):
    """Each comment with the passage that is most like the words it was about."""
    passages = list(passages_of_version(newest)) if comments else []
    rows = []
    for comment in comments:
        likely = most_alike(comment.quoted_text, passages)
        number = refused.get(comment.pk, likely.number if likely else "")
        error = NO_PASSAGE if comment.pk in refused else ""
        rows.append({"comment": comment, "likely": likely, "number": number, "error": error})
    return rows
