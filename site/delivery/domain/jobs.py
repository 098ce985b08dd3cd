"""Background work with progress: begun at least once, finished once, found again when lost.

An app registers what it can do in its `AppConfig.ready`; the row says what is to be done. Whoever
comes first works on it: the worker, the sweep of each minute, or the page that waits for it.
"""

import logging
import time
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from delivery.domain.heartbeats import worker_is_alive
from delivery.enums import JobState
from delivery.models import Job

LEASE = timedelta(minutes=3)
FIRST_PAUSE = timedelta(seconds=30)
MOST_TRIES = 5
# After so long without anybody taking it, the page that waits for a job works on it itself.
PATIENCE = timedelta(seconds=30)
# A run of slow jobs must not keep the worker from its letters; the next minute goes on.
MOST_SECONDS = 40
AT_OUR_END = "Something went wrong at our end. It will be tried again by itself."
GIVEN_UP = "Something went wrong at our end, several times. Please try again, or tell us."

logger = logging.getLogger(__name__)


class Hopeless(Exception):
    """Trying again will not help; the message says why in a sentence for the screen."""


class LeaseLost(Exception):
    """Another worker has been given this job since: what this one has done does not count."""


@dataclass(frozen=True)
class Work:
    """What is done for one kind of job.

    `begin(progress)` does it. `give_up(job)` is called in the transaction in which the job fails.
    """

    begin: callable
    give_up: callable


KINDS = {}


def register(kind, *, begin, give_up):
    KINDS[kind] = Work(begin, give_up)


@dataclass(frozen=True)
class Progress:
    """What the work is given: the job, and the way to say how far it has come."""

    job: Job

    def tell(self, done, *, total, step=""):
        """Write how far it is and renew the lease. Raises LeaseLost."""
        self._write(done=done, total=total, step=step[:80], next_try_at=timezone.now() + LEASE)

    def finish(self):
        """Mark the job as done, in the transaction of its result. Raises LeaseLost."""
        self._write(state=JobState.DONE, finished_at=timezone.now(), step="", error="")

    def _write(self, **values):
        mine = Job.objects.unfinished().filter(pk=self.job.pk, tries=self.job.tries)
        if not mine.update(**values):
            raise LeaseLost


def queue_job(*, kind, dedupe_key, argument, now=None):
    """Put one job in the queue, in the caller's transaction; a second call changes nothing."""
    now = now or timezone.now()
    job, _ = Job.objects.get_or_create(
        dedupe_key=dedupe_key,
        defaults={"kind": kind, "argument": argument, "created_at": now, "next_try_at": now},
    )
    return job


def work_on_due(*, now=None, limit=20):
    """Work on what is due and return how many jobs were taken."""
    started, taken = time.monotonic(), 0
    due = Job.objects.due(now or timezone.now()).order_by("next_try_at")
    for pk in list(due.values_list("pk", flat=True)[:limit]):
        if time.monotonic() - started > MOST_SECONDS:
            break
        taken += work_on(pk, now=now)
    return taken


def work_on(pk, *, now=None):
    """Work on this job now, unless it is finished or somebody else is at it. Whether it was taken.

    What goes wrong is written to the row and never raised.
    """
    job = _lease(pk, now or timezone.now())
    if job is None:
        return False
    try:
        work = KINDS[job.kind]
        work.begin(Progress(job))
    except LeaseLost:
        logger.info("Job %s was taken over by another worker.", pk)
    except Hopeless as error:
        _fail(job, str(error))
    except Exception:  # Whatever is wrong with one job, the next one is still done.
        logger.exception("Job %s of kind %s failed, try %s.", pk, job.kind, job.tries)
        _try_again_later(job)
    return True


def advance_if_nobody_does(job, *, now=None):
    """For the page that waits: work on the job here when no worker takes it. Whether it was taken.

    No worker takes it when none is alive, or when the job has been due for 30 seconds.
    """
    now = now or timezone.now()
    if job.is_finished or job.next_try_at > now:
        return False
    if worker_is_alive(now=now) and job.next_try_at > now - PATIENCE:
        return False
    return work_on(job.pk, now=now)


@transaction.atomic
def _lease(pk, now):
    job = Job.objects.select_for_update().due(now).filter(pk=pk).first()
    if job is not None:
        job.state = JobState.RUNNING
        job.tries += 1
        job.next_try_at = now + LEASE
        job.save(update_fields=["state", "tries", "next_try_at"])
        if job.tries > MOST_TRIES:  # Every worker that took it died over it.
            _fail(job, GIVEN_UP)
            return None
    return job


@transaction.atomic
def _try_again_later(job):
    if job.tries >= MOST_TRIES:
        _fail(job, GIVEN_UP)
        return
    pause = FIRST_PAUSE * 2 ** (job.tries - 1)
    Job.objects.unfinished().filter(pk=job.pk, tries=job.tries).update(
        state=JobState.WAITING, error=AT_OUR_END, next_try_at=timezone.now() + pause
    )


@transaction.atomic
def _fail(job, sentence):
    failed = Job.objects.unfinished().filter(pk=job.pk, tries=job.tries)
    if failed.update(state=JobState.FAILED, error=sentence[:300], finished_at=timezone.now()):
        job.refresh_from_db()
        if job.kind in KINDS:
            KINDS[job.kind].give_up(job)
