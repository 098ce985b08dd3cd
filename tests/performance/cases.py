"""What is measured, with the budgets of docs/performance.md. Imported once Django is set up."""

import statistics
import time

from django.utils import timezone

from consultations.analysis.domain.reconciling import reconcile
from consultations.moderation.domain.deciding import publish
from consultations.moderation.domain.queue import waiting_for
from consultations.moderation.enums import ReviewStatus
from tests.performance import world
from tests.performance.measuring import ask, fetch
from tests.performance.report import Budget, Row

KEPT = Budget(hellos=1.5, queries=0)
DOCUMENT = Budget(hellos=40, queries=10)
VOICES = Budget(hellos=32, queries=10)
SENDING_ONE = Budget(hellos=25, queries=20)
SENDING_TWENTY = Budget(hellos=60, queries=30)
QUEUE = Budget(hellos=200, queries=25)
DECIDING = Budget(queries=12, seconds=0.3)
ADMIN_HOME = Budget(queries=25)

PAST_THE_CACHE = "?x=1"  # a query the page cache does not know
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
        kept = self.meter.repeat(ask(path=path), times=many)
        known = self.meter.repeat(ask(path=path, If_None_Match=tag), times=many, status=304)
        queries = world.queries_of(path)
        yield _row("a section from the page cache", KEPT, kept, queries)
        yield _row("the same, known to the browser (304)", KEPT, known, queries)

    def documents(self, small, large):
        """Sections, whole drafts and lists of comments under both loads, without the cache."""
        for name, address, budget, growth in (
            ("a section with its newest comments", _section, DOCUMENT, 1.1),
            ("the whole draft", _draft, DOCUMENT, 1.1),
            ("a page of 20 published comments", _voices, VOICES, 1.1),
        ):
            paths = [address(consultation) + PAST_THE_CACHE for consultation in (small, large)]
            costs = self._alternating(*(ask(path=path) for path in paths))
            yield from self._pair(
                [f"{name}, {world.comments_of(about):,} comments" for about in (small, large)],
                budget,
                growth,
                costs,
                [world.queries_of(path) for path in paths],
            )

    def _alternating(self, *requests):
        """The costs of these requests, measured in turns so that both meet the same minutes."""
        times = self.sizes.requests // 2
        turns = [[self.meter.repeat(one, times=times) for one in requests] for _ in range(2)]
        return [min(pair, key=lambda cost: cost.hellos) for pair in zip(*turns, strict=True)]

    def _pair(self, names, budget, growth, costs, queries):
        grown = Budget(budget.hellos, budget.queries, growth)
        yield _row(names[0], budget, costs[0], queries[0])
        yield _row(names[1], grown, costs[1], queries[1], costs[1].hellos / costs[0].hellos)

    def queue(self, *, before=None):
        """The Board's desk with 100 rows; `before` is its row under a smaller load."""
        path = "/admin/board/?rows=100"
        return self._admin("100 rows of the Board's desk", path, self.member_cookies, QUEUE, before)

    def admin_home(self):
        return self._admin("the admin home", "/admin/", self.admin_cookies, ADMIN_HOME)

    def _admin(self, name, path, cookies, budget, before=None):
        cost = self.meter.repeat(ask(path=path, cookies=cookies), times=self.sizes.admin_requests)
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
            warm, measured = requests[:2], requests[2:]
            self.meter.warm(self.meter.product, warm)
            cost = self.meter.each(measured, status=302, clients=VISITORS)
            sent += times + 2
            yield _row(name, budget, cost, queries)
        arrived = world.responses_of(consultation) - before
        faults = reconcile(consultation).faults
        if arrived != sent or faults:
            raise AssertionError(f"{sent} sent, {arrived} arrived. {' '.join(faults)}")

    def deciding(self):
        times = []
        for _ in range(3):
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
            milliseconds=1000 * statistics.median(times),
        )


def _section(consultation):
    return world.busiest_section(world.draft_of(consultation)).url


def _draft(consultation):
    return world.draft_of(consultation).url


def _voices(consultation):
    return f"/consultations/{consultation.slug}/views/"


def _row(work, budget, cost, queries, growth=None):
    return Row(work, budget, cost.hellos, queries, growth, cost.size, cost.milliseconds)
