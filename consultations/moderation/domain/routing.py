"""A response arrives: each comment gets a review, and the workflow its route leads to.

Wagtail's own way of starting a workflow costs about seventy queries a comment. Here the same rows
are written in bulk: a response of one comment or of twenty takes the same number of queries.
"""

from functools import cache

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q
from django.utils import timezone
from wagtail.models import Revision, WorkflowState

from consultations.moderation.domain.own_words import own_ranges
from consultations.moderation.domain.routes import Facts, route_for
from consultations.moderation.domain.safety import ask_for_safety_readings
from consultations.moderation.domain.screening import screen
from consultations.moderation.domain.waiting import USUAL_DAYS, due_at
from consultations.moderation.domain.workflow_rows import rewrite, start_tasks
from consultations.moderation.enums import KINDS_OF, Concern, ReviewStatus
from consultations.moderation.models import Flag, Review, Route
from consultations.responses.domain.answers import loaded, shown
from consultations.responses.domain.said import answers_by_comment
from consultations.responses.enums import Publish, QuestionKind

NOT_WRITTEN = {QuestionKind.STANCE, QuestionKind.DATE, QuestionKind.NUMBER}


def open_reviews(*, comments, at, answers=()):
    """Write a review for each comment, and workflow rows for those that may be shown.

    Runs inside the transaction in which they arrive; the comments come with their responses, the
    answers with their questions. What was written is screened, and takes one more query where
    anything was found. What its author does not want shown never enters the queue; where somebody
    may be at risk, those whom the safeguarding route names read it all the same.
    """
    texts = _texts(answers)
    reviews = Review.objects.bulk_create(
        Review(
            comment=comment,
            consultation_id=comment.consultation_id,
            status=_first_status(comment.response),
            is_marked=bool(comment.response.signs),
            # What replaces an earlier comment has come now, and waits from now on.
            received_at=at if comment.replaces_id else comment.response.received_at,
            live=False,
        )
        for comment in comments
    )
    flags = [flag for review in reviews for flag in _flags(review, texts)]
    if flags:
        Flag.objects.bulk_create(flags)
    waiting = [review for review in reviews if review.status == ReviewStatus.WAITING]
    if waiting:
        start_workflows(waiting, at=at, facts=_facts(waiting, texts, flags))
    at_risk = _private_and_at_risk(reviews, flags)
    if at_risk:
        ask_for_safety_readings(at_risk, facts=_facts(at_risk, texts, flags), routes=open_routes())
    return reviews


def _private_and_at_risk(reviews, flags):
    worrying = {f.review_id for f in flags if f.kind in KINDS_OF[Concern.SAFEGUARDING]}
    return [
        review
        for review in reviews
        if review.status == ReviewStatus.NOT_FOR_PUBLICATION and review.pk in worrying
    ]


def _first_status(response):
    if response.publish == Publish.NO:
        return ReviewStatus.NOT_FOR_PUBLICATION
    return ReviewStatus.WAITING


def _texts(answers):
    """What was written in each comment, as the desk shows it: [(answer, text), …] by its id."""
    texts = {}
    for answer in answers:
        question = answer.question
        if question.kind not in NOT_WRITTEN:
            text = shown(question, loaded(question.kind, answer.value))
            texts.setdefault(answer.comment_id, []).append((answer, text))
    return texts


def _flags(review, texts):
    for answer, text in texts.get(review.comment_id, []):
        hits = screen(text)
        own = own_ranges(loaded(answer.question.kind, answer.value), text) if hits else []
        for hit in hits:
            if not any(start <= hit.start and hit.end <= end for start, end in own):
                continue
            yield Flag(
                review=review,
                answer=answer,
                kind=hit.kind.value,
                start=hit.start,
                end=hit.end,
                reason=hit.reason,
            )


def _facts(reviews, texts, flags):
    """What routes ask about each review, by its id."""
    kinds = {}
    for flag in flags:
        kinds.setdefault(flag.review_id, set()).add(flag.kind)
    return {
        review.pk: Facts(
            consultation_id=review.consultation_id,
            section_id=review.comment.section_id,
            capacity=review.comment.response.capacity,
            kinds=frozenset(kinds.get(review.pk, ())),
            text="\n".join(text for _, text in texts.get(review.comment_id, [])),
        )
        for review in reviews
    }


def facts_of(reviews):
    """The same about reviews of long ago, in two queries; they come with comment and response."""
    said = answers_by_comment([review.comment_id for review in reviews])
    texts = {
        pk: [(None, a["text"]) for a in answers if a["kind"] not in NOT_WRITTEN]
        for pk, answers in said.items()
    }
    return _facts(reviews, texts, Flag.objects.filter(review__in=reviews))


def start_workflows(reviews, *, at, facts):
    """Start the workflow of each review's route, in six queries however many there are.

    `facts` by review id. A review whose route leads nowhere stays in the queue of every Board
    member (task is empty).
    """
    routes = open_routes()
    chosen = [(review, route_for(facts[review.pk], routes)) for review in reviews]
    for review, route in chosen:
        review.route = route
        review.due_at = _due(review, route, at)
    routed = [(review, route) for review, route in chosen if route is not None]
    lost = [review for review, route in chosen if route is None]
    if lost:
        rewrite(lost, "route", "due_at")
    if not routed:
        return
    kind = ContentType.objects.get_for_model(Review)
    revisions = Revision.objects.bulk_create(_revision(review, kind, at) for review, _ in routed)
    states = WorkflowState.objects.bulk_create(
        WorkflowState(
            content_type=kind,
            base_content_type=kind,
            object_id=str(review.pk),
            workflow_id=route.workflow_id,
        )
        for review, route in routed
    )
    start_tasks(
        (state, revision.pk, route.first_task_id)
        for (_, route), state, revision in zip(routed, states, revisions, strict=True)
    )
    for (review, route), state, revision in zip(routed, states, revisions, strict=True):
        review.latest_revision = revision
        review.workflow_state = state
        review.task_id = route.first_task_id
    names = ("latest_revision", "workflow_state", "task", "route", "due_at")
    rewrite([review for review, _ in routed], *names)


def _due(review, route, at):
    """What its route asks for; for what has been read before, counted from now."""
    since = at if review.workflow_state_id else review.received_at
    return due_at(since, route.working_days if route else USUAL_DAYS)


def _revision(review, kind, at):
    return Revision(
        content_type=kind,
        base_content_type=kind,
        object_id=str(review.pk),
        object_str=str(review),
        created_at=at or timezone.now(),
        content={
            "pk": review.pk,
            "comment": review.comment_id,
            "consultation": review.consultation_id,
            "status": review.status,
        },
    )


def open_routes(*, also=None):
    """Routes in use in their order, each with the id of its workflow's first active task.

    `also` is a route that is tried out, though it is not in use.
    """
    found = list(_routes(also) if also else _routes_in_use().all())
    return list({route.pk: route for route in reversed(found)}.values())[::-1]


def _routes(also=None):
    return (
        Route.objects.filter(
            Q(is_on=True) | Q(pk=also),
            workflow__active=True,
            workflow__workflow_tasks__task__active=True,
        )
        .annotate(first_task_id=F("workflow__workflow_tasks__task"))
        .order_by("position", "pk", "workflow__workflow_tasks__sort_order")
    )


_routes_in_use = cache(_routes)  # the question, never its answer: whoever asks takes `all()` of it
