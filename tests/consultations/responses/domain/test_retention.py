"""What people gave with a response goes in its time, and nothing that counts or is shown does."""

import datetime as dt
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from calendars.months import months_before
from consultations.analysis.domain.impact import (
    impact_by_group,
    questions_with_records,
    who_took_part,
)
from consultations.analysis.domain.reconciling import reconcile
from consultations.analysis.domain.voices import published_comments, voices
from consultations.enums import PublicationMode
from consultations.models import ConsultationPage
from consultations.moderation.domain import deciding
from consultations.moderation.models import Review
from consultations.responses.domain import baskets, equality, retention, workspaces
from consultations.responses.domain.places import Place
from consultations.responses.domain.questionnaires import version_for
from consultations.responses.domain.references import key_hash, new_key
from consultations.responses.enums import FileKind, Publish
from consultations.responses.models import (
    AttachedFile,
    BasketKey,
    EqualityRecord,
    Respondent,
    ResponseDraft,
    Workspace,
)
from records.models import LogEntry
from tests.factories.channels import attach, make_entry
from tests.factories.consultations import make_response, passages_of
from tests.factories.people import make_user

BLINK = timedelta(microseconds=1)
DAY = timedelta(days=1)


@pytest.fixture
def consultation(usual_draft):
    return usual_draft.consultation


def begin(draft, *, key=None, at=None):
    place = Place(draft.consultation, draft, draft.sections().first())
    comment = baskets.keep_comment(
        key=key or new_key(), place=place, version=version_for(place), answers={}, now=at
    )
    return comment.basket


def answered(consultation, **fields):
    """Its outcome is published now; gives that moment."""
    now = timezone.now()
    ConsultationPage.objects.filter(pk=consultation.pk).update(answered_at=now, **fields)
    return now


def logged(action):
    return list(LogEntry.objects.filter(action=action).values_list("subject", flat=True))


class TestUnsent:
    def test_goes_thirty_days_after_closing_with_its_files_and_keys(
        self, usual_draft, consultation
    ):
        key = new_key()
        basket = begin(usual_draft, key=key)
        BasketKey.objects.create(key_hash="x", basket=basket, made_at=timezone.now())
        attach(usual_draft, key_hash(key))
        workspaces.start_workspace(
            consultation=consultation, name="Hillview Lunch Club", now=timezone.now()
        )
        kept = make_response(passages_of(usual_draft)[0])
        attach(usual_draft, kept.idempotency_key)
        due = consultation.closes_at + 30 * DAY

        assert retention.forget_unsent(at=due - BLINK) == 0
        assert [retention.forget_unsent(at=due), retention.forget_unsent(at=due)] == [2, 0]

        assert not ResponseDraft.objects.exists()
        assert not BasketKey.objects.exists()
        assert not Workspace.objects.exists()
        assert AttachedFile.objects.get().key_hash == kept.idempotency_key
        assert reconcile(consultation).adds_up
        assert logged("retention.unsent") == ["unsent:2 rows"]

    def test_goes_when_the_consultation_says(self, usual_draft, consultation):
        begin(usual_draft)
        ConsultationPage.objects.filter(pk=consultation.pk).update(keep_unsent_days=7)

        assert retention.forget_unsent(at=consultation.closes_at + 7 * DAY - BLINK) == 0
        assert retention.forget_unsent(at=consultation.closes_at + 7 * DAY) == 1

    def test_goes_six_months_after_its_last_change_where_nothing_closes(
        self, usual_draft, consultation
    ):
        ConsultationPage.objects.filter(pk=consultation.pk).update(closes_at=None)
        begin(usual_draft, at=dt.datetime(2026, 3, 5, 12, tzinfo=dt.UTC))
        due = dt.datetime(2026, 9, 5, 12, tzinfo=dt.UTC)

        assert retention.forget_unsent(at=due - BLINK) == 0
        assert retention.forget_unsent(at=due) == 1

    def test_stays_while_an_officer_is_typing_it_in(self, usual_draft, consultation, officer):
        make_entry(usual_draft, by=officer)

        assert retention.forget_unsent(at=consultation.closes_at + 300 * DAY) == 0
        assert ResponseDraft.objects.exists()


class TestContacts:
    @pytest.fixture
    def sent(self, usual_draft):
        passage = passages_of(usual_draft)[0]
        named = make_response(
            passage, publish=Publish.WITH_NAME, name="Amina", email="amina@example.org"
        )
        make_response(passage, publish=Publish.WITHOUT_NAME, name="Ben", email="b@example.org")
        make_response(
            passage,
            publish=Publish.WITH_NAME,
            organisation="Hillview Lunch Club",
            name="Cleo",
            email="c@example.org",
        )
        Respondent.objects.filter(response=named).update(user=make_user("Amina"))
        return named

    def test_go_ninety_days_after_the_outcome_and_a_shown_name_stays(
        self, sent, consultation, board_member
    ):
        reviews = Review.objects.values_list("pk", flat=True)
        deciding.publish(review_ids=list(reviews), by=board_member, at=timezone.now())
        now = answered(consultation, publication_mode=PublicationMode.DURING)
        before = authors(consultation)
        due = now + 90 * DAY

        assert retention.forget_contacts(at=due - BLINK) == 0
        assert [retention.forget_contacts(at=due), retention.forget_contacts(at=due)] == [3, 0]

        left = Respondent.objects.get()
        assert (left.response, left.name, left.email, left.user) == (sent, "Amina", "", None)
        assert authors(consultation) == before
        assert before == ["A resident", "Amina", "Hillview Lunch Club"]
        assert reconcile(consultation).adds_up
        assert logged("retention.contacts") == ["contacts:3 rows"]

    def test_stay_while_there_is_no_outcome(self, sent, consultation):
        assert retention.forget_contacts(at=consultation.closes_at + 3000 * DAY) == 0

    @pytest.mark.parametrize(
        ("mode", "state", "left"),
        [
            (PublicationMode.DURING, {}, 1),
            (PublicationMode.NEVER, {}, 0),
            (PublicationMode.DURING, {"withdrawn_at": timezone.now}, 0),
            (PublicationMode.DURING, {"not_a_response_at": timezone.now}, 0),
            (PublicationMode.DURING, {"name_hidden_at": timezone.now}, 0),
        ],
    )
    def test_names_that_are_not_shown_go_after_two_years(
        self, sent, consultation, mode, state, left
    ):
        now = answered(consultation, publication_mode=mode)
        for name, moment in state.items():
            setattr(sent, name, moment())
        sent.save()
        retention.forget_contacts(at=now + 90 * DAY)
        due = now.replace(year=now.year + 2, day=min(now.day, 28)) + 4 * DAY

        assert retention.forget_names(at=now + 729 * DAY) == 0
        retention.forget_names(at=due)

        assert Respondent.objects.count() == left


def authors(consultation):
    return sorted(voice.author for voice in voices(published_comments(consultation)))


def test_scans_go_two_years_after_the_outcome_and_evidence_stays(usual_draft, officer):
    entry = make_entry(usual_draft, by=officer, is_sent=True)
    attach(usual_draft, entry.key_hash)
    scan = AttachedFile.objects.create(
        consultation=usual_draft.consultation,
        key_hash=entry.key_hash,
        kind=FileKind.SCAN,
        file=ContentFile(b"%PDF-1.7", name="scan.pdf"),
        ending="pdf",
        size=8,
        added_at=timezone.now(),
    )
    now = answered(usual_draft.consultation)

    assert retention.forget_scans(at=now + 729 * DAY) == 0
    assert retention.forget_scans(at=now + 735 * DAY) == 1

    assert AttachedFile.objects.get().kind == FileKind.EVIDENCE
    assert not AttachedFile.objects.filter(pk=scan.pk).exists()


def test_equality_records_become_numbers_and_every_figure_stays(usual_draft, consultation):
    passage = passages_of(usual_draft)[0]
    for number in range(40):
        response = make_response(passage, stance="agree" if number % 2 else "disagree")
        age = "25_34" if number % 4 < 2 else "35_44"
        equality.give(response=response, groups={"age": age}, now=timezone.now())
    equality.settle(consultation=consultation, now=consultation.closes_at + 2 * DAY)

    def figures():
        asked = questions_with_records(consultation)
        tables = [
            impact_by_group(consultation, question=question, section=section)
            for section, _, question in asked
        ]
        return who_took_part(consultation), tables

    before, rows = figures(), EqualityRecord.objects.count()
    due = months_before(consultation.closes_at, -6)

    assert retention.forget_equality(at=due - DAY) == 0
    assert retention.forget_equality(at=due + DAY) == rows
    assert retention.forget_equality(at=due + DAY) == 0

    assert before[1][0][0].rows, "there is something to compare"
    assert figures() == before
    assert EqualityRecord.objects.count() < rows / 4
    facts = list(EqualityRecord.objects.values_list("characteristic", "group", "option", "section"))
    assert len(facts) == len(set(facts))
    equality._rewrite(consultation)
    assert figures() == before, "also when it opens again and is settled once more"
