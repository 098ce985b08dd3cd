"""Background jobs: begun at least once, finished once, found when lost, given up in the end."""

import contextlib
import datetime as dt

import pytest
from django.db import transaction
from django.utils import timezone

from delivery import tasks
from delivery.domain import heartbeats, jobs
from delivery.domain.jobs import LEASE, MOST_TRIES, PATIENCE, queue_job, work_on, work_on_due
from delivery.enums import JobState
from delivery.models import Job

NOW = dt.datetime(2026, 6, 10, 11, 0, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def kinds(monkeypatch):
    """What can be done, for the length of a test: `kinds["sums"] = Work(…)`."""
    known = {}
    monkeypatch.setattr(jobs, "KINDS", known)
    return known


@pytest.fixture
def given_up():
    return []


@pytest.fixture
def does(kinds, given_up):
    """Says what a job of the kind "sums" does."""

    def say(begin):
        kinds["sums"] = jobs.Work(begin, lambda job: given_up.append(job.argument))

    return say


def finish(progress):
    progress.finish()


def break_down(progress):
    raise RuntimeError("The machine is on fire.")


def queue(key="sum-1", now=NOW):
    return queue_job(kind="sums", dedupe_key=key, argument={"of": key}, now=now)


class TestQueueing:
    def test_makes_one_job_of_one_key(self):
        assert queue() == queue()
        assert Job.objects.count() == 1

    def test_is_undone_with_what_asks_for_it(self):
        with contextlib.suppress(LookupError), transaction.atomic():
            queue()
            raise LookupError

        assert not Job.objects.exists()


class TestWorking:
    def test_does_each_job_once(self, does):
        done = []
        does(lambda progress: (done.append(progress.job.argument["of"]), progress.finish()))
        queue("one")
        queue("two")

        assert (work_on_due(now=NOW), work_on_due(now=NOW + 9 * LEASE)) == (2, 0)
        assert sorted(done) == ["one", "two"]
        assert set(Job.objects.values_list("state", flat=True)) == {JobState.DONE}

    @pytest.mark.parametrize(("now", "taken"), [(NOW - SECOND, 0), (NOW, 1)])
    def test_waits_until_it_is_due(self, does, now, taken):
        does(finish)
        queue()

        assert work_on_due(now=now) == taken

    def test_shows_how_far_it_is_while_it_works(self, does):
        seen = []

        def work(progress):
            progress.tell(1, total=3, step="Adding")
            seen.append(str(Job.objects.values_list("step", "done", "total").get()))
            progress.finish()

        does(work)
        queue()
        work_on_due(now=NOW)

        assert seen == ["('Adding', 1, 3)"]

    def test_leaves_a_job_that_somebody_is_at(self, does):
        does(lambda progress: None)  # a worker that dies without a word
        job = queue()

        assert work_on(job.pk, now=NOW)
        assert not work_on(job.pk, now=NOW + LEASE - SECOND)
        assert work_on(job.pk, now=NOW + LEASE)

    def test_does_not_count_what_a_worker_does_after_losing_its_lease(self, does):
        taken_over = []

        def slow(progress):
            if not taken_over:
                taken_over.append(progress.job.pk)
                does(finish)
                work_on(progress.job.pk, now=NOW + LEASE)
                Job.objects.update(done=0)
            progress.tell(2, total=3)

        does(slow)
        job = queue()

        assert work_on(job.pk, now=NOW)
        job.refresh_from_db()
        assert (job.state, job.tries, job.done) == (JobState.DONE, 2, 0)

    def test_goes_on_with_the_next_job_after_one_that_breaks(self, does):
        def work(progress):
            return (
                break_down(progress) if progress.job.argument["of"] == "bad" else finish(progress)
            )

        does(work)
        queue("bad")
        queue("good", now=NOW + SECOND)

        assert work_on_due(now=NOW + SECOND) == 2
        assert Job.objects.get(dedupe_key="good").state == JobState.DONE


class TestFailing:
    def test_is_tried_again_later_and_later_and_then_given_up(self, does, given_up):
        does(break_down)
        job = queue()
        pauses = []
        for _ in range(MOST_TRIES):
            job.refresh_from_db()
            assert not job.is_finished
            before = timezone.now()
            work_on(job.pk, now=max(job.next_try_at, NOW))
            job.refresh_from_db()
            pauses.append(round((job.next_try_at - before).total_seconds()))

        assert pauses[:4] == [30, 60, 120, 240]
        assert (job.state, job.error) == (JobState.FAILED, jobs.GIVEN_UP)
        assert given_up == [{"of": "sum-1"}]
        assert work_on_due(now=NOW + dt.timedelta(days=9999)) == 0

    def test_is_given_up_at_once_when_it_is_hopeless_with_its_sentence(self, does, given_up):
        def work(progress):
            raise jobs.Hopeless("The file has no words in it.")

        does(work)
        job = queue()
        work_on(job.pk, now=NOW)

        job.refresh_from_db()
        assert (job.state, job.error) == (JobState.FAILED, "The file has no words in it.")
        assert given_up == [{"of": "sum-1"}]

    def test_is_given_up_when_every_worker_that_takes_it_dies(self, does, given_up):
        does(lambda progress: None)
        job = queue()
        for turn in range(MOST_TRIES):
            assert work_on(job.pk, now=NOW + turn * LEASE)

        assert not work_on(job.pk, now=NOW + MOST_TRIES * LEASE)
        job.refresh_from_db()
        assert (job.state, given_up) == (JobState.FAILED, [{"of": "sum-1"}])


class TestAPageThatWaits:
    """It works on the job itself when no worker does."""

    def test_does_so_at_once_when_no_worker_is_alive(self, does):
        does(finish)

        assert jobs.advance_if_nobody_does(queue(), now=NOW)

    @pytest.mark.parametrize(("waited", "advances"), [(PATIENCE - SECOND, False), (PATIENCE, True)])
    def test_gives_a_living_worker_thirty_seconds(self, does, waited, advances):
        does(finish)
        job = queue()
        heartbeats.beat(now=NOW + waited)

        assert jobs.advance_if_nobody_does(job, now=NOW + waited) is advances

    def test_leaves_a_job_in_somebodys_hands_and_a_finished_one(self, does):
        does(lambda progress: None)
        job = queue()
        work_on(job.pk, now=NOW)
        job.refresh_from_db()
        assert not jobs.advance_if_nobody_does(job, now=NOW + SECOND)

        Job.objects.update(state=JobState.DONE, finished_at=NOW)
        job.refresh_from_db()
        assert not jobs.advance_if_nobody_does(job, now=NOW + 2 * LEASE)


class TestTheWorker:
    def test_is_woken_once_the_transaction_has_committed(
        self, does, django_capture_on_commit_callbacks
    ):
        does(finish)
        with django_capture_on_commit_callbacks(execute=True):
            queue()
            tasks.work_soon()
            assert Job.objects.get().state == JobState.WAITING

        assert Job.objects.get().state == JobState.DONE

    def test_finds_by_the_clock_what_was_lost(self, does):
        does(finish)
        queue()

        tasks.work_on_waiting_jobs()

        assert Job.objects.get().state == JobState.DONE
