"""Made-up responses leave the same rows as sent ones, only faster."""

from collections import Counter
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.utils import timezone

from consultations.analysis.domain.reconciling import reconcile
from consultations.domain.stages import accepts_responses
from consultations.drafts.models import DraftPage
from consultations.models import ConsultationPage
from consultations.moderation.models import Review
from consultations.responses.domain import baskets, sending
from consultations.responses.domain.questionnaires import version_asked
from consultations.responses.domain.references import new_key
from consultations.responses.models import Answer, Comment, Response
from integration.sample import sample_consultation, top_up
from integration.sample.drawing import Source
from people.models import User
from tests.factories.consultations import make_consultation, passages_of

pytestmark = pytest.mark.django_db

NO_LONGER_HERE = {"responses.ResponseDraft", "responses.DraftComment"}


def generate(slug="load", *, count=20, seed=1, **options):
    out = StringIO()
    call_command("generate_responses", slug, count=count, seed=seed, stdout=out, **options)
    return out.getvalue()


def sample(slug="load"):
    return ConsultationPage.objects.get(slug=slug)


def rows():
    return Counter({model._meta.label: model.objects.count() for model in apps.get_models()})


def texts(slug):
    """Everything said in this consultation, in the order of its responses."""
    answers = Answer.objects.filter(comment__consultation=sample(slug))
    return list(
        answers.order_by("pk").values_list(
            "comment__position", "comment__quoted_text", "question__kind", "value"
        )
    )


def send_drawn(drawn, consultation):
    """What was drawn, sent by the road that people take."""
    version = version_asked(consultation=consultation)
    keys = {question.kind: question.key.hex for question in version.questions.all()}
    key = new_key()
    for comment in drawn.comments:
        answers = {keys[kind]: value for kind, value in comment.answers.items()}
        kept = baskets.keep_comment(key=key, place=comment.place, version=version, answers=answers)
    baskets.keep_about_you(
        basket=kept.basket,
        capacity=drawn.capacity,
        publish=drawn.publish,
        organisation_name=drawn.group,
        name=drawn.name,
    )
    sending.send(key=key, consultation=consultation, received_at=timezone.now())


def test_the_sample_adds_up():
    generate(count=40)

    result = reconcile(sample())

    assert result.faults == []
    assert result.received == 40
    assert sum(result.statuses.values()) == result.comments
    assert {"Published", "Waiting to be read"} <= set(result.statuses)


def test_the_rows_are_those_of_sending_the_same():
    now = timezone.now()
    generate("others", count=1, read=0)  # the groups and the reader are there from now on
    generated = sample_consultation(slug="generated", seed=1, now=now)
    sent = sample_consultation(slug="sent", seed=1, now=now)

    before = rows()
    list(top_up(consultation=generated, count=20, seed=1, now=now, read=0))
    by_generating = rows() - before
    before = rows()
    source = Source(sent, seed=1, read=0)
    for number in range(20):
        send_drawn(source.response(number), sent)
    by_sending = rows() - before

    assert by_generating == by_sending
    assert by_generating["responses.Response"] == 20
    assert not NO_LONGER_HERE & by_generating.keys()


def test_the_draft_is_open_and_of_eighty_passages():
    generate(count=0)

    draft = DraftPage.objects.live().child_of(sample()).get()
    passages = passages_of(draft)
    assert accepts_responses(sample(), received_at=timezone.now())
    assert draft.sections().count() == 12
    assert len(passages) == 80
    assert all(45 <= len(passage.text.split()) <= 110 for passage in passages)


def test_the_same_seed_says_the_same():
    generate("first", seed=7)
    generate("second", seed=7)
    generate("third", seed=8)

    assert texts("first") == texts("second")
    assert texts("first") != texts("third")


def test_generating_again_adds_nothing():
    said = generate()
    before = rows()

    again = generate()

    assert rows() == before
    assert again == said


def test_a_larger_count_adds_what_is_missing():
    generate("at-once", count=12)
    generate("in-two-steps", count=5)

    generate("in-two-steps", count=12)

    assert Response.objects.filter(consultation=sample("in-two-steps")).count() == 12
    assert texts("in-two-steps") == texts("at-once")
    assert reconcile(sample("in-two-steps")).faults == []


def test_nothing_is_read_when_asked_for():
    generate(read=0)

    assert not Review.objects.filter(status="published").exists()
    assert Review.objects.filter(status="waiting").exists()


def test_a_real_consultation_is_refused():
    consultation = make_consultation(slug="real")

    with pytest.raises(CommandError, match="is not a sample consultation"):
        generate("real")

    assert not Comment.objects.filter(consultation=consultation).exists()
    assert not consultation.get_children().exists()


def test_a_slug_that_is_no_slug_is_refused():
    with pytest.raises(CommandError, match="cannot stand in an address"):
        generate("no slug")


def test_the_reader_cannot_sign_in_afterwards():
    generate(count=5)

    reader = User.objects.get(email="sample-reader@example.org")
    assert not reader.is_active
    assert not reader.has_usable_password()
