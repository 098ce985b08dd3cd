"""What is measured: loads, people and the queries they cause. Imported once Django is set up."""

import random

from django.db import connection
from django.test import Client
from django.utils import timezone

from consultations.drafts.models import DraftPage
from consultations.moderation.enums import OPEN_STATUSES
from consultations.moderation.models import Review
from consultations.responses.domain.places import Place
from consultations.responses.domain.questionnaires import version_asked
from consultations.responses.models import Comment, Response
from consultations.responses.views.onward import comment_on
from integration.sample import sample_consultation, top_up, words
from people.domain.roles import group_for
from people.enums import Role
from people.models import User
from tests.performance.measuring import ask, fetch

COMMENTS_A_RESPONSE = 1.93
TRANSACTION_WORDS = ("BEGIN", "SAVEPOINT", "RELEASE")
# Any pair of a cookie and a field that are the same passes Django's check.
TOKEN = "benchmarkbenchmarkbenchmarkbench"


def load(slug, *, comments, seed):
    """A sample consultation with about so many comments, of which the Board has read 85 %."""
    consultation = sample_consultation(slug=slug, seed=seed, now=timezone.now())
    _fill(consultation, comments, seed=seed)
    return consultation


def let_wait(count):
    """Make so many comments of the whole site wait, in a consultation of their own."""
    waiting = Review.objects.filter(status__in=OPEN_STATUSES).count()
    consultation = sample_consultation(slug="sample-queue", seed=3, now=timezone.now())
    have = Comment.objects.filter(consultation=consultation).count()
    # One response in ten is not to be shown, and its comments never wait.
    _fill(consultation, have + (count - waiting) / 0.9, seed=3, read=0)
    return Review.objects.filter(status__in=OPEN_STATUSES).count()


def _fill(consultation, comments, **options):
    count = round(comments / COMMENTS_A_RESPONSE)
    now = timezone.now()
    for _ in top_up(consultation=consultation, count=count, now=now, **options):
        pass
    if connection.vendor == "postgresql":  # where it would come by itself a minute later
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def comments_of(consultation):
    return Comment.objects.filter(consultation=consultation).count()


def responses_of(consultation):
    return Response.objects.filter(consultation=consultation).count()


def draft_of(consultation):
    return DraftPage.objects.live().child_of(consultation).get()


def busiest_section(draft):
    """The section with the most comments."""
    return max(draft.sections(), key=lambda s: Comment.objects.filter(section=s).count())


def places_of(consultation):
    draft = draft_of(consultation)
    return [
        Place(consultation, draft, section, passage)
        for section in draft.sections().prefetch_related("passages")
        for passage in section.passages.all()
    ]


def board_member():
    user = User.objects.create_user("bench-member@example.org", first_name="Member")
    user.groups.add(group_for(Role.BOARD_MEMBER))
    user.board_memberships.create(
        seat="Bench", starts_on="2020-01-01", undertaking_signed_on="2020-01-01"
    )
    return user


def administrator():
    return User.objects.create_user("bench-admin@example.org", is_superuser=True)


def session_of(user):
    """The cookies of a browser in which this person is signed in."""
    client = Client()
    client.force_login(user)
    return {name: morsel.value for name, morsel in client.cookies.items()}


class Queries:
    """Counts what the database is asked, without the words that only mark a transaction."""

    def __init__(self):
        self.count = 0

    def __enter__(self):
        self._wrapper = connection.execute_wrapper(self._note)
        self._wrapper.__enter__()
        return self

    def __exit__(self, *error):
        self._wrapper.__exit__(*error)

    def _note(self, execute, sql, params, many, context):
        self.count += not sql.startswith(TRANSACTION_WORDS)
        return execute(sql, params, many, context)


def queries_of(path, *, cookies=None):
    """How many queries a page takes once the process is warm."""
    client = Client(SERVER_NAME="127.0.0.1")
    client.cookies.load(cookies or {})
    client.get(path)
    with Queries() as queries:
        assert client.get(path).status_code == 200
    return queries.count


class Author:
    """Somebody who fills a basket by the product's own forms, over the wire."""

    def __init__(self, port, consultation, *, seed):
        self.port = port
        self.consultation = consultation
        self.rng = random.Random(seed)
        version = version_asked(consultation=consultation)
        self.fields = {question.kind: question.field_name for question in version.questions.all()}
        self.places = places_of(consultation)

    def basket(self, *, comments):
        """The cookies of a basket with so many comments, ready to be sent."""
        cookies = {"csrftoken": TOKEN}
        for place in self.rng.sample(self.places, comments):
            said = {
                self.fields["stance"]: "agree",
                self.fields["comment"]: words.text(self.rng, words=58),
            }
            answer = self._post(comment_on(place), cookies, said)
            (basket,) = (
                line.partition(";")[0].partition("=")[2]
                for line in answer.headers["set-cookie"]
                if line.startswith("basket=")
            )
            cookies["basket"] = basket
        about = {
            "capacity": "myself",
            "publish": "with_name",
            "name": "Bench Mark",
            "email": "bench@example.org",
        }
        self._post(self.address("about-you"), cookies, about)
        return cookies

    def sending(self, cookies):
        """The request that sends this basket."""
        return ask(
            "POST",
            self.address("check"),
            cookies=cookies,
            fields={"csrfmiddlewaretoken": TOKEN},
        )

    def queries_of_sending(self, *, comments):
        client = Client(SERVER_NAME="127.0.0.1")
        for _ in range(2):  # the first warms the process
            client.cookies["basket"] = self.basket(comments=comments)["basket"]
            with Queries() as queries:
                assert client.post(self.address("check")).status_code == 302
        return queries.count

    def address(self, step):
        return f"/consultations/{self.consultation.slug}/respond/{step}/"

    def _post(self, path, cookies, fields):
        fields = {**fields, "csrfmiddlewaretoken": TOKEN}
        answer = fetch(self.port, ask("POST", path, cookies=cookies, fields=fields))
        if answer.status != 302:
            raise AssertionError(f"{path} was answered with {answer.status}.")
        return answer
