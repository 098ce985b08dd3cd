"""Letters: queued once, sent once, tried again, and given up when no server takes them."""

import contextlib
import datetime as dt
import re
import socket

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone

from delivery.domain import outbox
from delivery.domain.outbox import LEASE, MOST_TRIES, deliver_due, queue_letter
from delivery.models import OutboxMessage

NOW = dt.datetime(2026, 6, 10, 11, 0, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)


def queue(key="receipt-1", **fields):
    given = {"to": "amina@example.org", "subject": "Your response", "body": "Thank you.", **fields}
    queue_letter(dedupe_key=key, now=NOW, **given)


@pytest.fixture
def closed_port():
    """A port of this machine that refuses every connection."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture
def refusing_server(settings, closed_port):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", closed_port


@pytest.mark.django_db
class TestQueueing:
    def test_makes_one_letter_of_one_key(self):
        queue("receipt-1", body="First.")
        queue("receipt-1", body="Second.")
        queue("receipt-2", body="Third.")

        letters = OutboxMessage.objects.order_by("pk").values_list("dedupe_key", "body", "tries")
        assert list(letters) == [("receipt-1", "First.", 0), ("receipt-2", "Third.", 0)]

    def test_brings_what_is_attached(self):
        queue(attachment=outbox.Attachment("event.ics", "text/calendar", "BEGIN:VCALENDAR"))
        deliver_due(now=NOW)

        assert mail.outbox[0].attachments == [("event.ics", "BEGIN:VCALENDAR", "text/calendar")]

    def test_is_undone_with_what_it_tells_of(self):
        with contextlib.suppress(LookupError), transaction.atomic():
            queue()
            raise LookupError

        assert OutboxMessage.objects.count() == 0

    def test_changes_nothing_once_the_letter_has_been_sent(self):
        queue()
        deliver_due(now=NOW)

        queue()

        assert deliver_due(now=NOW) == 0

    def test_puts_a_subject_on_one_line_of_two_hundred_characters(self):
        queue(subject="Your response\r\nBcc: everybody@example.org " + "x" * 300)

        subject = OutboxMessage.objects.get().subject
        assert subject.startswith("Your response Bcc: everybody@example.org xxx")
        assert len(subject) == 200


@pytest.mark.django_db
class TestSending:
    def test_sends_each_letter_once(self):
        queue("receipt-1")
        queue("receipt-2", to="ben@example.org", subject="Another", body="Thanks, Ben.")

        assert (deliver_due(now=NOW), deliver_due(now=NOW + LEASE * 100)) == (2, 0)

        sent = sorted((m.to, m.cc, m.bcc, m.subject, m.body) for m in mail.outbox)
        assert sent == [
            (["amina@example.org"], [], [], "Your response", "Thank you."),
            (["ben@example.org"], [], [], "Another", "Thanks, Ben."),
        ]
        assert OutboxMessage.objects.filter(sent_at__isnull=True).count() == 0

    @pytest.mark.parametrize(("now", "sent"), [(NOW - SECOND, 0), (NOW, 1), (NOW + SECOND, 1)])
    def test_waits_until_a_letter_is_due(self, now, sent):
        queue()

        assert deliver_due(now=now) == sent

    def test_sends_as_many_as_it_is_asked_for(self):
        for number in range(3):
            queue(f"receipt-{number}")

        assert [deliver_due(now=NOW, limit=2) for _ in range(3)] == [2, 1, 0]

    def test_names_a_letter_the_same_at_every_try_and_no_other_so(self, settings):
        settings.DEFAULT_FROM_EMAIL = "Consultations <consult@example.org>"
        queue("receipt-1\r\nX: y")
        queue("receipt-2")

        deliver_due(now=NOW)
        OutboxMessage.objects.update(sent_at=None)
        deliver_due(now=NOW + LEASE)

        names = [message.message()["Message-ID"] for message in mail.outbox]
        assert names[:2] == names[2:]
        assert len(set(names)) == 2
        assert all(re.fullmatch(r"<[0-9a-f]{32}@example\.org>", name) for name in names)

    def test_leaves_the_rest_for_the_next_minute_when_the_server_is_slow(self, monkeypatch):
        monkeypatch.setattr(outbox, "MOST_SECONDS", -1)
        queue()

        assert deliver_due(now=NOW) == 0
        assert OutboxMessage.objects.get().tries == 0

    def test_leases_each_letter_from_when_it_is_taken(self):
        """Else the last of a long run is leased for a time that is over, and sent by two."""
        queue()

        before = timezone.now()
        deliver_due()

        assert OutboxMessage.objects.get().next_try_at >= before + LEASE


@pytest.mark.django_db
class TestALetterThatCannotBeSent:
    @pytest.fixture(autouse=True)
    def server(self, refusing_server):
        pass

    def test_is_kept_with_the_reason(self):
        queue()

        assert deliver_due(now=NOW) == 0

        letter = OutboxMessage.objects.get()
        assert (letter.tries, letter.sent_at, letter.given_up_at) == (1, None, None)
        assert "Connection refused" in letter.last_error

    def test_is_tried_after_five_minutes_then_ten_then_fifteen(self):
        queue()
        moments = []
        for _ in range(3):
            now = OutboxMessage.objects.get().next_try_at
            moments.append(now - NOW)
            deliver_due(now=now - SECOND)
            deliver_due(now=now)

        assert moments == [dt.timedelta(0), LEASE, 3 * LEASE]
        assert OutboxMessage.objects.get().next_try_at - NOW == 6 * LEASE
        assert OutboxMessage.objects.get().tries == 3

    def test_is_given_up_at_the_tenth_try(self):
        queue()
        for tried in range(MOST_TRIES):
            assert OutboxMessage.objects.get().given_up_at is None, tried
            deliver_due(now=OutboxMessage.objects.get().next_try_at)

        letter = OutboxMessage.objects.get()
        assert (letter.tries, letter.sent_at) == (MOST_TRIES, None)
        assert letter.given_up_at is not None
        assert deliver_due(now=NOW + dt.timedelta(days=30)) == 0

    def test_is_sent_once_the_server_is_back(self, settings):
        queue()
        deliver_due(now=NOW)
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

        sent = [deliver_due(now=now) for now in (NOW + LEASE - SECOND, NOW + LEASE)]

        assert sent == [0, 1]
        assert len(mail.outbox) == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    [
        {"to": "amina@example.org\nBcc: everybody@example.org"},
        {"to": "no address at all"},
    ],
)
def test_a_letter_that_no_server_would_take_stops_no_other(fields, settings, refusing_server):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    queue("bad", **fields)
    queue("good", to="ben@example.org")

    deliver_due(now=NOW)

    assert OutboxMessage.objects.get(dedupe_key="good").sent_at is not None
    assert ["ben@example.org"] in [message.to for message in mail.outbox]
    for message in mail.outbox:
        assert "everybody@example.org" not in message.message().as_string()


@pytest.mark.django_db
@pytest.mark.parametrize("ended", ["sent_at", "given_up_at"])
@pytest.mark.parametrize(("late", "is_forgotten"), [(-SECOND, False), (SECOND * 0, True)])
def test_what_a_letter_said_and_to_whom_is_forgotten_after_a_week(ended, late, is_forgotten):
    queue(attachment=outbox.Attachment("event.ics", "text/calendar", "BEGIN:VCALENDAR"))
    queue("waiting")
    OutboxMessage.objects.filter(dedupe_key="receipt-1").update(**{ended: NOW})
    now = NOW + dt.timedelta(days=7) + late

    counts = [outbox.forget_old_letters(at=now) for _ in range(2)]

    letter, waiting = OutboxMessage.objects.order_by("pk")
    assert counts == [int(is_forgotten), 0]
    assert (letter.to, letter.body, letter.attachment) == (
        ("", "", "") if is_forgotten else ("amina@example.org", "Thank you.", "BEGIN:VCALENDAR")
    )
    assert letter.subject == "Your response"
    assert waiting.body == "Thank you."
