"""What the public may read of what others said. The only way a public page gets at a comment."""

from dataclasses import dataclass

from django.db.models import BigIntegerField, Exists, F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from consultations.domain.stages import comments_are_public
from consultations.drafts.models import Ancestor, DraftPage, SectionAncestor, SectionPage
from consultations.moderation.domain.redacting import public_answers
from consultations.moderation.enums import ReviewStatus
from consultations.moderation.models import Review
from consultations.responses.domain.naming import name_in_public, waiting_names
from consultations.responses.domain.written import shown_value
from consultations.responses.enums import Capacity, Publish, QuestionKind
from consultations.responses.models import Comment, CommentAttachment

SHOWN_WITH = (
    "response__respondent",
    "response__organisation",
    "passage",
    "consultation",
)
# Only what is shown: whole pages with their bodies would cost more than all the rest.
SHOWN = (
    "consultation__slug",
    "quoted_text",
    "response__capacity",
    "response__office",
    "response__consultation",
    "response__funder_safe",
    "response__name_hidden_at",
    "response__publish",
    "response__received_at",
    "response__respondent__name",
    "response__organisation__name",
    "section_id",
    "draft_id",
    "passage__number",
)
PAGES = {
    "section": (SectionPage, ("title", "url_path")),
    "draft": (DraftPage, ("title", "version_label", "url_path")),
}


@dataclass(frozen=True)
class Voice:
    """One published comment, with nothing in it that its author or the Board keeps back."""

    comment_id: int
    place_label: str
    place_url: str
    quoted_text: str
    passage_id: int | None
    author: str
    is_group: bool
    received_on: object
    stance: str
    stance_kind: str
    answers: list
    version: str = ""
    report_url: str = ""


def published_comments(consultation, *, now=None):
    """A queryset of the comments the public may read at this moment, newest first."""
    now = now or timezone.now()
    if not comments_are_public(consultation, now=now):
        return Comment.objects.none()
    # By the review's columns, which stand in one index in this order.
    checked = Comment.objects.filter(
        review__consultation=consultation, review__status=ReviewStatus.PUBLISHED
    )
    return _allowed(checked).order_by("-review__received_at", "-review__pk")


def _allowed(checked):
    """Those of the comments the Board published that their authors let us show."""
    return checked.exclude(response__publish=Publish.NO).counted()


def comments_beside(section, consultation, *, has_earlier=True):
    """Published comments to be read beside a section, the newest first by number.

    Its own; those on earlier versions whose words live on in it; and those an officer put there,
    unless one was put beside another section of this version; `stands_at` is their passage here.
    Without earlier versions, which the caller may know, there are only its own.
    """
    published = published_comments(consultation).order_by("-pk")
    if not has_earlier or published.query.is_empty():
        return published.filter(section=section)
    put = CommentAttachment.objects.filter(passage__section__in=section.draft.sections())
    elsewhere = put.exclude(passage__section=section)
    # Found by their places and then looked up, each in an index: a join that begins with the
    # reviews read every comment (38 ms of a page's 70 at 17,000 comments; this takes 2, measured).
    is_published = Review.objects.filter(comment=OuterRef("pk"), status=ReviewStatus.PUBLISHED)
    checked = Comment.objects.filter(Exists(is_published), pk__in=_standing_in(section))
    heirs = Ancestor.objects.filter(passage__section=section, earlier=OuterRef("passage"))
    return (
        _allowed(checked)
        .exclude(pk__in=elsewhere.values("comment"))
        .annotate(
            stands_at=Coalesce(
                "attachment__passage_id",
                Subquery(heirs.values("passage_id")[:1]),
                "passage_id",
                output_field=BigIntegerField(),
            )
        )
        .order_by("-pk")
    )


def _standing_in(section):
    """The ids of all comments that have a way to this section, shown or not."""
    comments = Comment.objects.order_by()
    earlier = Ancestor.objects.filter(passage__section=section).values("earlier")
    sections = SectionAncestor.objects.filter(section=section).values("earlier")
    put_here = CommentAttachment.objects.filter(passage__section=section)
    return (
        comments.filter(section=section)
        .values("pk")
        .union(
            comments.filter(passage__in=earlier).values("pk"),
            comments.filter(passage__isnull=True, section__in=sections).values("pk"),
            put_here.values("comment"),
            all=True,
        )
    )


def voices(comments, *, newest=None):
    """These comments as people read them, in three queries whatever their number.

    `newest` is the version they are shown beside: what was said about an earlier one says so.
    """
    rows = list(_with_their_pages(comments.select_related(*SHOWN_WITH).only(*SHOWN)))
    answers = public_answers(rows)
    pages = _share_pages(rows)
    urls = {pk: page.url for pk, page in pages.items()}
    waiting = waiting_names([row.response for row in rows])
    return [_voice(row, answers.get(row.pk, []), urls, newest, waiting) for row in rows]


def _with_their_pages(comments):
    """With the columns of their section and draft that are shown.

    Making a page of each row's columns cost a tenth of the whole page (measured): twenty comments
    stand in a few sections of one draft.
    """
    return comments.annotate(
        **{
            f"{name}_{field}": F(f"{name}__{field}")
            for name, (_, fields) in PAGES.items()
            for field in fields
        }
    )


def _share_pages(rows):
    """Give every comment its section and draft, one instance for all that share it; by id."""
    pages = {}
    for row in rows:
        for name, (model, fields) in PAGES.items():
            pk = getattr(row, f"{name}_id")
            if pk is not None and pk not in pages:
                values = {field: getattr(row, f"{name}_{field}") for field in fields}
                pages[pk] = model(pk=pk, **values)
            setattr(row, name, pages.get(pk))
    return pages


def _voice(comment, answers, urls, newest, waiting):
    stance = next((a["text"] for a in answers if a["kind"] == QuestionKind.STANCE), "")
    response = comment.response
    return Voice(
        comment_id=comment.pk,
        place_label=comment.place_label,
        version=_version(comment, newest),
        place_url=_place_url(comment, urls),
        quoted_text=comment.quoted_text,
        passage_id=getattr(comment, "stands_at", comment.passage_id),
        author=name_in_public(response, waits=response.pk in waiting),
        is_group=response.capacity == Capacity.GROUP,
        received_on=timezone.localdate(response.received_at),
        stance=shown_value(QuestionKind.STANCE, stance),
        stance_kind=stance,
        answers=[answer for answer in answers if answer["kind"] != QuestionKind.STANCE],
        report_url=reverse("report", args=[comment.consultation.slug, comment.pk]),
    )


def _version(comment, newest):
    """The version a comment was about, where that is not the one it is shown beside."""
    if newest is None or comment.draft is None or comment.draft_id == newest.pk:
        return ""
    return comment.draft.version_label or comment.draft.title


def _place_url(comment, urls):
    """Where the words stand that this is about; "" for the consultation as a whole."""
    url = urls.get(comment.section_id or comment.draft_id, "")
    return f"{url}#{comment.passage.anchor}" if comment.passage else url
