"""Publishing many comments at once, as a job: it goes on when the browser is closed."""

from django.db import transaction
from django.utils import timezone

from consultations.moderation.domain import deciding
from consultations.moderation.domain.queue import visible_to
from consultations.moderation.enums import BulkState, ReviewStatus
from consultations.moderation.models import BulkDecision, Flag, Review
from delivery.domain import jobs
from delivery.models import Job
from delivery.tasks import work_soon

KIND = "bulk-decision"
AT_ONCE = 500
MOST = 5_000


class NothingToPublish(Exception):
    """None of them waits any more."""


def clean_ids(reviews):
    """Ids of those in which nothing was found and that wait to be read, and how many others."""
    waiting = reviews.filter(status=ReviewStatus.WAITING)
    ids = list(waiting.order_by("due_at", "pk").values_list("pk", flat=True)[:MOST])
    found = set(Flag.objects.filter(review__in=ids).values_list("review", flat=True))
    return [pk for pk in ids if pk not in found], len(found)


@transaction.atomic
def publish_many(*, review_ids, by, now):
    """Queue the publishing of these, of which this person says to have read them."""
    ids = list(visible_to(by).filter(pk__in=review_ids).values_list("pk", flat=True)[:MOST])
    if not ids:
        raise NothingToPublish
    bulk = BulkDecision.objects.create(by=by, review_ids=ids, total=len(ids), asked_at=now)
    jobs.queue_job(kind=KIND, dedupe_key=bulk.job_key, argument={"bulk": bulk.pk}, now=now)
    work_soon()
    return bulk


def job_of(bulk):
    return Job.objects.filter(dedupe_key=bulk.job_key).first()


def carry_out(progress):
    """What the job does, in parts of 500; a part that was done before a power cut is passed over.

    What somebody decided on meanwhile, or has to do with a recusal since, is left out.
    """
    bulk = BulkDecision.objects.select_related("by").get(pk=progress.job.argument["bulk"])
    while bulk.done < bulk.total:
        progress.tell(bulk.done, total=bulk.total, step="Publishing")
        part = bulk.review_ids[bulk.done : bulk.done + AT_ONCE]
        with transaction.atomic():
            _publish_part(bulk, part)
    with transaction.atomic():
        progress.finish()
        BulkDecision.objects.filter(pk=bulk.pk).update(
            state=BulkState.DONE, finished_at=timezone.now()
        )


def _publish_part(bulk, part):
    """The counts are written with the decisions, so that they say how far it has come."""
    list(Review.objects.select_for_update().filter(pk__in=part).order_by("pk").values("pk"))
    open_still = visible_to(bulk.by).filter(pk__in=part, status=ReviewStatus.WAITING)
    ids = list(open_still.values_list("pk", flat=True))
    for consultation in _by_consultation(ids):
        deciding.publish(review_ids=consultation, by=bulk.by, at=timezone.now())
    bulk.published += len(ids)
    bulk.left_out += len(part) - len(ids)
    bulk.save(update_fields=["published", "left_out"])


def _by_consultation(ids):
    """The log names one consultation for each set of decisions."""
    sets = {}
    rows = Review.objects.filter(pk__in=ids).values_list("consultation", "pk")
    for consultation, pk in rows:
        sets.setdefault(consultation, []).append(pk)
    return sets.values()


@transaction.atomic
def give_up(job):
    BulkDecision.objects.filter(pk=job.argument["bulk"], state=BulkState.RUNNING).update(
        state=BulkState.FAILED, finished_at=job.finished_at
    )
