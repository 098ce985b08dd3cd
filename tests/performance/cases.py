"""What is measured, with the budgets of docs/performance.md. Imported once Django is set up."""

import time

from django.utils import timezone

from consultations.analysis.domain.reconciling import reconcile
from consultations.moderation.domain.deciding import publish
from consultations.moderation.domain.queue import waiting_for
from consultations.moderation.enums import ReviewStatus
from tests.performance import world
from tests.performance.measuring import ask, fetch, fetch_all
from tests.performance.report import Budget, Row

KEPT = Budget(hellos=1.5, queries=0)
DOCUMENT = Budget(hellos=40, queries=10)
SECTION = Budget(hellos=40)
VOICES = Budget(hellos=32, queries=10)
RESULTS = Budget(hellos=60, queries=10)
SENDING_ONE = Budget(hellos=25, queries=20)
SENDING_TWENTY = Budget(hellos=60, queries=30)
QUEUE = Budget(hellos=200, queries=25)
DECIDING = Budget(queries=12, seconds=0.3)
ADMIN_HOME = Budget(queries=25)

VISITORS = 4


class Cases:
    def __init__(self, meter, *, sizes):
        self.meter = meter
        self.sizes = sizes
        self.member = world.board_member()
        self.member_cookies = world.session_of(self.member)
        self.admin_cookies = world.session_of(world.administrator())

    def kept_pages(self, consultation):
        path = world.busiest_section(world.draft_of(consultation)).url
        tag = fetch(self.meter.product.port, ask(path=path)).headers["etag"]
        many = self.sizes.requests * 10
        (kept,) = self.meter.repeat(ask(path=path), times=many)
        (known,) = self.meter.repeat(ask(path=path, If_None_Match=tag), times=many, status=304)
        queries = world.queries_of(path)
        yield _row("a section from the page cache", KEPT, kept, queries)
        yield _row("the same, known to the browser (304)", KEPT, known, queries)

    def documents(self, small, large):
        """Sections, whole drafts and lists of comments under both loads, without the cache."""
        for name, address, budget in (
            ("a section with its newest 20 comments", _section, SECTION),
            ("the whole draft", _draft, DOCUMENT),
            ("20 published comments", _voices, VOICES),
            ("20 published comments with the figures of 12 sections", _results, RESULTS),
        ):
            paths = [_fresh(address(consultation)) for consultation in (small, large)]
            costs = self.meter.repeat(
                *(ask(path=path) for path in paths), times=self.sizes.requests
            )
            queries = [world.queries_of(path) for path in paths]
            names = [f"{name}, of {world.comments_of(about):,}" for about in (small, large)]
            grown = Budget(budget.hellos, budget.queries, growth=1.1)
            yield _row(names[0], budget, costs[0], queries[0])
            yield _row(names[1], grown, costs[1], queries[1], costs[1].hellos / costs[0].hellos)

    def queue(self, *, before=None):
        """The Board's desk with 100 rows; `before` is its row under a smaller load."""
        path = "/admin/board/?rows=100"
        return self._admin("100 rows of the Board's desk", path, self.member_cookies, QUEUE, before)

    def admin_home(self):
        return self._admin("the admin home", "/admin/", self.admin_cookies, ADMIN_HOME)

    def _admin(self, name, path, cookies, budget, before=None):
        request = ask(path=path, cookies=cookies)
        (cost,) = self.meter.repeat(request, times=self.sizes.admin_requests)
        growth = cost.hellos / before.hellos if before else None
        if before:
            budget = Budget(budget.hellos, budget.queries, growth=1.5)
        waiting = waiting_for(self.member).count()
        queries = world.queries_of(path, cookies=cookies)
        return _row(f"{name}, {waiting:,} waiting", budget, cost, queries, growth)

    def sending(self, consultation):
        """Real sends by several people at once; then everything has to add up."""
        author = world.Author(self.meter.product.port, consultation, seed=5)
        before = world.responses_of(consultation)
        sent = 0
        for name, comments, times, budget in (
            ("sending one comment", 1, self.sizes.sends, SENDING_ONE),
            ("sending 20 comments", 20, self.sizes.long_sends, SENDING_TWENTY),
        ):
            queries = author.queries_of_sending(comments=comments)
            requests = [author.sending(author.basket(comments=comments)) for _ in range(times)]
            fetch_all(self.meter.product, requests[:2])
            (cost,) = self.meter.each(requests[2:], status=302, clients=VISITORS)
            sent += times + 2
            yield _row(name, budget, cost, queries)
        arrived = world.responses_of(consultation) - before
        faults = reconcile(consultation).faults
        if arrived != sent or faults:
            raise AssertionError(f"{sent} sent, {arrived} arrived. {' '.join(faults)}")

    def deciding(self):
        """The quickest of five, since nothing here is compared with a hello."""
        times = []
        for _ in range(5):
            ids = waiting_for(self.member).filter(status=ReviewStatus.WAITING)
            ids = list(ids.values_list("pk", flat=True)[:500])
            with world.Queries() as queries:
                start = time.perf_counter()
                publish(review_ids=ids, by=self.member, at=timezone.now())
                times.append(time.perf_counter() - start)
        return Row(
            f"{len(ids)} decisions at once",
            DECIDING,
            queries=queries.count,
            milliseconds=1000 * min(times),
        )


def _section(consultation):
    return world.busiest_section(world.draft_of(consultation)).url


def _draft(consultation):
    return world.draft_of(consultation).url


def _voices(consultation):
    return f"/consultations/{consultation.slug}/views/?page=2"


def _results(consultation):
    return f"/consultations/{consultation.slug}/views/"


def _fresh(path):
    """The same page with a query that the page cache does not know."""
    return path + ("&x=1" if "?" in path else "?x=1")


def _row(work, budget, cost, queries, growth=None):
    return Row(work, budget, cost.hellos, queries, growth, cost.size, cost.milliseconds)
