"""Where officers write down in English what was said in another language."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access

from consultations.moderation.domain import claiming, translating
from consultations.moderation.domain.redacting import public_answers
from consultations.moderation.forms.translating import TranslationForm
from consultations.moderation.views.deciding import seen_by
from consultations.responses.domain.references import normalise

PER_PAGE = 20
CHANGED = (
    "The Board decided on this comment while you were writing. Your words are below: look at what "
    "is hidden now, and save them again."
)


def for_translators(view):
    @require_admin_access
    @never_cache
    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if not request.user.has_perm(translating.PERMISSION):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return wrapper


@require_safe
@for_translators
def translations(request):
    """What was found to be in another language; or, by its reference, any response."""
    mine = translating.translatable(request.user)
    listed = translating.with_translation(mine.select_related("comment__response", "consultation"))
    if reference := normalise(request.GET.get("reference", "")):
        listed = listed.filter(comment__response__reference=reference)
    else:
        listed = translating.in_another_language(listed)
    return render(
        request,
        "moderation/admin/translations.html",
        {
            "page": Paginator(listed, PER_PAGE).get_page(request.GET.get("page")),
            "asked": request.GET.get("reference", ""),
            "reference": reference,
        },
    )


@for_translators
def translate(request, pk):
    """Each text of one comment beside its translation, and what the public reads of it."""
    review = get_object_or_404(
        translating.translatable(request.user).select_related("comment__response"), pk=pk
    )
    answers = translating.texts_to_translate(review.comment_id)
    form = TranslationForm(request.POST if request.method == "POST" else None, answers=answers)
    is_changed = False
    if form.is_bound and form.is_valid():
        try:
            translating.translate(
                review=review,
                seen=seen_by(request) or 0,
                by=request.user,
                at=timezone.now(),
                **form.values,
            )
        except claiming.ChangedMeanwhile:
            is_changed = True
        else:
            messages.success(request, "Kept. The original stays as it was sent.")
            return redirect("translations")
    return _page(request, review, form, is_changed=is_changed)


def _page(request, review, form, *, is_changed):
    public = {
        answer["id"]: answer["text"]
        for answer in public_answers([review.comment_id]).get(review.comment_id, [])
    }
    texts = [(answer, box, public.get(answer["id"], "")) for answer, box in form.boxes]
    status = 409 if is_changed else 422 if form.errors else 200
    return render(
        request,
        "moderation/admin/translate.html",
        {
            "review": review,
            "form": form,
            "texts": texts,
            "seen": claiming.seen_of(review),
            "changed": CHANGED if is_changed else "",
        },
        status=status,
    )
