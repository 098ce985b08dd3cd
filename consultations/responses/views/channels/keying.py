"""The second pair of eyes: the same words typed again, and the differences settled."""

from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from consultations.responses.domain import channels
from consultations.responses.domain.places import Place
from consultations.responses.forms.builder import CommentForm
from consultations.responses.models import SecondKeying
from consultations.responses.views.channels.entries import typing_page
from consultations.responses.views.channels.fetching import for_comment


@for_comment
def again(request, comment):
    """The same form, empty, for a second person: they do not see what the first one typed."""
    entry = comment.response.entry
    if entry.typed_by_id == request.user.pk or hasattr(comment, "second_keying"):
        return redirect("entry", entry.pk)
    form = CommentForm(
        request.POST if request.method == "POST" else None,
        questions=comment.questionnaire_version.questions.all(),
        present_wording=comment.quoted_text,
        for_officers=True,
    )
    if form.is_bound and form.is_valid() and not form.brings_more:
        channels.type_again(
            comment=comment, answers=form.answers, by=request.user, now=timezone.now()
        )
        return redirect("entry", entry.pk)
    place = Place(comment.consultation, comment.draft, comment.section, comment.passage)
    return typing_page(request, entry, place, form, is_second=True)


@require_POST
@for_comment
def settle(request, comment):
    keying = get_object_or_404(SecondKeying, comment=comment)
    channels.resolve(
        keying=keying,
        second_is_right=request.POST.get("right") == "second",
        by=request.user,
        now=timezone.now(),
    )
    return redirect("entry", comment.response.entry.pk)
